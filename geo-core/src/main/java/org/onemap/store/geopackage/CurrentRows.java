package org.onemap.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Layer;

/**
 * The rows that a layer had before a load: found by key, ticked off when the load names them. Confined to the thread of
 * its connection.
 */
final class CurrentRows implements AutoCloseable {

    /** The rows that were not named, as a condition on the layer's table. */
    static final String UNNAMED = "oid NOT IN (SELECT oid FROM temp.onemap_named)";

    private final Connection connection;
    private final LayerTable table;
    private final PreparedStatement byKey;
    private final PreparedStatement name;
    private final @Nullable PreparedStatement retired;

    CurrentRows(Connection connection, Layer layer) throws SQLException {
        this.connection = connection;
        this.table = new LayerTable(layer);
        Sqlite.execute(connection, "DROP TABLE IF EXISTS temp.onemap_named");
        Sqlite.execute(connection, "CREATE TEMP TABLE onemap_named (oid INTEGER PRIMARY KEY)");
        byKey = connection.prepareStatement(
                "SELECT " + table.columns() + " FROM " + table.table() + " WHERE " + table.keyColumn() + " = ?");
        name = connection.prepareStatement("INSERT OR IGNORE INTO temp.onemap_named VALUES (?)");
        // a layer without history is common and large: it is not asked row by row
        retired = new LayerTables(connection).hasHistory(layer)
                ? connection.prepareStatement("SELECT 1 FROM " + table.history() + " h JOIN onemap_change_set s"
                        + " ON s.number = h.closed_by WHERE h.code = ? AND s.kind <> 'UNDO' LIMIT 1")
                : null;
    }

    /** The current row of this key; null if there is none, or no key. */
    @Nullable
    StoredRow find(@Nullable Object key) throws SQLException {
        if (key == null) {
            return null;
        }
        byKey.setObject(1, key);
        try (ResultSet rows = byKey.executeQuery()) {
            return rows.next() ? table.read(rows) : null;
        }
    }

    /** Ticks a row off; false if it was before. */
    boolean name(long oid) throws SQLException {
        name.setLong(1, oid);
        return name.executeUpdate() > 0;
    }

    /** Ticks all rows off. */
    void nameAll() throws SQLException {
        Sqlite.execute(connection, "INSERT OR IGNORE INTO temp.onemap_named SELECT oid FROM " + table.table());
    }

    /** Number of rows that were not named. */
    long countUnnamed() throws SQLException {
        return Sqlite.number(connection, 0, "SELECT count(*) FROM " + table.table() + " WHERE " + UNNAMED);
    }

    /** Whether a standing change set took this code out of use. */
    boolean isRetired(String code) throws SQLException {
        if (retired == null) {
            return false;
        }
        retired.setString(1, code);
        try (ResultSet rows = retired.executeQuery()) {
            return rows.next();
        }
    }

    @Override
    public void close() throws SQLException {
        byKey.close();
        name.close();
        if (retired != null) {
            retired.close();
        }
    }

    /** Forgets which rows were named. */
    void drop() throws SQLException {
        Sqlite.execute(connection, "DROP TABLE IF EXISTS temp.onemap_named");
    }
}
