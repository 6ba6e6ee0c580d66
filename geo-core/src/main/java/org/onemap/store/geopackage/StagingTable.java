package org.onemap.store.geopackage;

import static org.onemap.store.geopackage.Sqlite.quote;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;

/**
 * The rows of one layer of a scheduled change set, typed like the layer's own, in a table of their own until their day
 * comes. Confined to the thread of its connection.
 */
final class StagingTable implements AutoCloseable {

    private static final int FIRST_FIELD = 7;

    private final PreparedStatement insert;
    private final PreparedStatement keys;

    private StagingTable(PreparedStatement insert, PreparedStatement keys) {
        this.insert = insert;
        this.keys = keys;
    }

    private static String name(Catalog.Entry staged) {
        return quote("onemap_staged_" + staged.id());
    }

    /** The keys of rows to be taken out or to get another key; stores made before there were any lack the table. */
    private static String keysName(Catalog.Entry staged) {
        return quote("onemap_staged_" + staged.id() + "_keys");
    }

    static StagingTable create(Connection connection, Catalog.Entry staged) throws SQLException {
        StringBuilder columns = new StringBuilder(
                "staged_id INTEGER PRIMARY KEY, staged_key UNIQUE, code TEXT, name TEXT, parent_code TEXT, geom BLOB");
        for (Field field : staged.layer().schema().fields()) {
            columns.append(", ").append(LayerTable.definition(field));
        }
        Sqlite.execute(connection, "CREATE TABLE " + name(staged) + " (" + columns + ")");
        Sqlite.execute(
                connection,
                "CREATE TABLE " + keysName(staged) + " (staged_id INTEGER PRIMARY KEY, staged_key UNIQUE, becomes)");
        return new StagingTable(
                connection.prepareStatement("INSERT OR IGNORE INTO " + name(staged) + " VALUES (NULL, ?, ?, ?, ?, ?"
                        + ", ?".repeat(staged.layer().schema().size()) + ")"),
                connection.prepareStatement("INSERT INTO " + keysName(staged) + " VALUES (NULL, ?, ?)"));
    }

    static void drop(Connection connection, Catalog.Entry staged) throws SQLException {
        Sqlite.execute(connection, "DROP TABLE IF EXISTS " + name(staged));
        Sqlite.execute(connection, "DROP TABLE IF EXISTS " + keysName(staged));
    }

    /** Notes that the current row of this key is to be taken out. */
    void retire(Object key) throws SQLException {
        recode(key, null);
    }

    /** Notes that the current row of this key is the one that was added under another. */
    void recode(Object key, @Nullable Object becomes) throws SQLException {
        keys.setObject(1, key);
        keys.setObject(2, becomes);
        keys.executeUpdate();
    }

    /**
     * A row that is taken out or gets another key.
     *
     * @param key its key now
     * @param becomes its key then; null if it is taken out
     */
    record KeyChange(Object key, @Nullable Object becomes) {}

    /** The rows to be taken out or given another key, in the order in which they were named. */
    static List<KeyChange> keyChanges(Connection connection, Catalog.Entry staged) throws SQLException {
        String table = "onemap_staged_" + staged.id() + "_keys";
        List<KeyChange> changes = new ArrayList<>();
        if (Sqlite.number(connection, 0, "SELECT count(*) FROM sqlite_master WHERE name = ?", table) > 0) {
            String sql = "SELECT staged_key, becomes FROM " + keysName(staged) + " ORDER BY staged_id";
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    changes.add(new KeyChange(rows.getObject(1), rows.getObject(2)));
                }
            }
        }
        return changes;
    }

    /** Keys of the rows that it puts or takes out, as a subquery of texts that compare with the labels of the change log. */
    static String labels(Connection connection, Catalog.Entry staged) throws SQLException {
        String labels = "SELECT coalesce(code, CAST(staged_key AS TEXT)) FROM " + name(staged);
        return keyChanges(connection, staged).isEmpty()
                ? labels
                : labels + " UNION ALL SELECT CAST(staged_key AS TEXT) FROM " + keysName(staged);
    }

    /** The rows from a place on that a condition lets through, to be read in their order. */
    static PreparedStatement select(Connection connection, Catalog.Entry staged, Condition condition)
            throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM " + name(staged) + condition.sql() + " ORDER BY staged_id");
        condition.bind(statement);
        return statement;
    }

    /** The row at which the result stands. */
    static Row read(ResultSet rows, Layer layer) throws SQLException {
        List<Field> fields = layer.schema().fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = StoredValue.read(rows, FIRST_FIELD + i, fields.get(i).type());
        }
        return new Row(rows.getString(3), rows.getString(4), rows.getString(5), rows.getBytes(6), values);
    }

    /** Adds a row; false if one of its key is there. */
    boolean add(@Nullable Object key, Row row) throws SQLException {
        insert.setObject(1, key);
        insert.setString(2, row.code);
        insert.setString(3, row.name);
        insert.setString(4, row.parentCode);
        insert.setBytes(5, row.geometry);
        int column = 6;
        for (Object value : row.values) {
            insert.setObject(column++, value);
        }
        return insert.executeUpdate() > 0;
    }

    /** Hands over the rows as they came. */
    static void forEach(Connection connection, Catalog.Entry staged, RowAction action) throws SQLException {
        try (PreparedStatement statement = select(connection, staged, new Condition());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                action.accept(RowEncoder.toContent(staged.layer(), read(rows, staged.layer())));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        keys.close();
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowAction {
        void accept(Content content) throws SQLException;
    }
}
