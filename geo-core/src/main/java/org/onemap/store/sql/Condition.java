package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An SQL condition that grows by AND, with its parameters in order. Confined to one thread. */
public final class Condition {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Adds a condition with its parameters. */
    public Condition and(String condition, Object... values) {
        sql.append(sql.isEmpty() ? " WHERE " : " AND ").append(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    /** A condition that begins with this one. */
    public Condition copy() {
        Condition copy = new Condition();
        copy.sql.append(sql);
        copy.parameters.addAll(parameters);
        return copy;
    }

    /** Empty, or the text from {@code WHERE} on. */
    public String sql() {
        return sql.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        Session.bind(statement, parameters.toArray());
    }

    /** The parameters in their order. */
    public Object[] parameters() {
        return parameters.toArray();
    }
}
