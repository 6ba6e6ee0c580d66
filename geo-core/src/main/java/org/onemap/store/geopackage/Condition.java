package org.onemap.store.geopackage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An SQL condition that grows by AND, with its parameters in order. Confined to one thread. */
final class Condition {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Adds a condition with its parameters. */
    Condition and(String condition, Object... values) {
        sql.append(sql.isEmpty() ? " WHERE " : " AND ").append(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    /** A condition that begins with this one. */
    Condition copy() {
        Condition copy = new Condition();
        copy.sql.append(sql);
        copy.parameters.addAll(parameters);
        return copy;
    }

    /** Empty, or the text from {@code WHERE} on. */
    String sql() {
        return sql.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        Sqlite.bind(statement, parameters.toArray());
    }

    Object[] parameters() {
        return parameters.toArray();
    }
}
