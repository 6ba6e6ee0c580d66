package org.onemap.store.geopackage;

import static org.onemap.store.geopackage.Sqlite.quote;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private StagingTable(PreparedStatement insert) {
        this.insert = insert;
    }

    private static String name(Catalog.Entry staged) {
        return quote("onemap_staged_" + staged.id());
    }

    static StagingTable create(Connection connection, Catalog.Entry staged) throws SQLException {
        StringBuilder columns = new StringBuilder(
                "staged_id INTEGER PRIMARY KEY, staged_key UNIQUE, code TEXT, name TEXT, parent_code TEXT, geom BLOB");
        for (Field field : staged.layer().schema().fields()) {
            columns.append(", ").append(LayerTable.definition(field));
        }
        Sqlite.execute(connection, "CREATE TABLE " + name(staged) + " (" + columns + ")");
        return new StagingTable(
                connection.prepareStatement("INSERT OR IGNORE INTO " + name(staged) + " VALUES (NULL, ?, ?, ?, ?, ?"
                        + ", ?".repeat(staged.layer().schema().size()) + ")"));
    }

    static void drop(Connection connection, Catalog.Entry staged) throws SQLException {
        Sqlite.execute(connection, "DROP TABLE IF EXISTS " + name(staged));
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
        Layer layer = staged.layer();
        List<Field> fields = layer.schema().fields();
        String sql = "SELECT * FROM " + name(staged) + " ORDER BY staged_id";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                @Nullable Object[] values = new @Nullable Object[fields.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = StoredValue.read(
                            rows, FIRST_FIELD + i, fields.get(i).type());
                }
                Row row = new Row(rows.getString(3), rows.getString(4), rows.getString(5), rows.getBytes(6), values);
                action.accept(RowEncoder.toContent(layer, row));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowAction {
        void accept(Content content) throws SQLException;
    }
}
