package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;

/**
 * The rows that a layer had before a load: found by key, ticked off when the load names them. Confined to the thread of
 * its session.
 */
final class CurrentRows implements AutoCloseable {

    private final Session session;
    private final LayerTable table;
    private final PreparedStatement byKey;
    private final PreparedStatement name;
    private final @Nullable PreparedStatement retired;

    CurrentRows(Session session, Layer layer) throws SQLException {
        this.session = session;
        this.table = session.table(layer);
        session.execute("DROP TABLE IF EXISTS onemap_named");
        session.execute(
                "CREATE TEMP TABLE onemap_named (oid " + table.forms().columnType(FieldType.INTEGER) + " PRIMARY KEY)");
        byKey = session.prepare(
                "SELECT " + table.selected() + " FROM " + table.table() + " WHERE " + table.keyColumn() + " = ?");
        name = session.prepare("INSERT INTO onemap_named VALUES (?) ON CONFLICT DO NOTHING");
        // a layer without history is common and large: it is not asked row by row
        retired = new LayerTables(session).hasHistory(layer)
                ? session.prepare("SELECT 1 FROM " + table.history() + " h JOIN onemap_change_set s"
                        + " ON s.number = h.closed_by WHERE h.code = ? AND s.kind <> 'UNDO' LIMIT 1")
                : null;
    }

    /** The current row of this key; null if there is none, or no key. */
    @Nullable
    StoredRow find(@Nullable Object key) throws SQLException {
        if (key == null) {
            return null;
        }
        byKey.setObject(1, table.forms().parameter(table.keyType(), key));
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
        session.execute(
                "INSERT INTO onemap_named SELECT oid FROM " + table.table() + " WHERE TRUE ON CONFLICT DO NOTHING");
    }

    /** The rows that were not named, as a condition on the layer's table. */
    String unnamed() {
        return "NOT EXISTS (SELECT 1 FROM onemap_named n WHERE n.oid = " + table.table() + ".oid)";
    }

    /** Number of rows that were not named. */
    long countUnnamed() throws SQLException {
        return session.number(0, "SELECT count(*) FROM " + table.table() + " WHERE " + unnamed());
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
        session.execute("DROP TABLE IF EXISTS onemap_named");
    }
}
