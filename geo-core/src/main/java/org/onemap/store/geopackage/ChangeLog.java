package org.onemap.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.store.ChangeLogEntry;

/** Writes {@code onemap_change_log} for one layer of one change number. Confined to the thread of its connection. */
final class ChangeLog implements AutoCloseable {

    private final PreparedStatement insert;

    ChangeLog(Connection connection, long changeNumber, long layerId) throws SQLException {
        insert = connection.prepareStatement("INSERT INTO onemap_change_log VALUES (" + changeNumber + ", " + layerId
                + ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    void add(long oid, String label, @Nullable Envelope oldBox, @Nullable Envelope newBox) throws SQLException {
        insert.setLong(1, oid);
        insert.setString(2, label.isEmpty() ? null : label);
        bind(3, oldBox);
        bind(7, newBox);
        insert.executeUpdate();
    }

    private void bind(int first, @Nullable Envelope box) throws SQLException {
        if (box == null) {
            for (int i = 0; i < 4; i++) {
                insert.setNull(first + i, Types.DOUBLE);
            }
            return;
        }
        insert.setDouble(first, box.getMinX());
        insert.setDouble(first + 1, box.getMinY());
        insert.setDouble(first + 2, box.getMaxX());
        insert.setDouble(first + 3, box.getMaxY());
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    /** Reads the log after a change number, oldest entry first. */
    static void forEachSince(Connection connection, long changeNumber, Consumer<ChangeLogEntry> action)
            throws SQLException {
        String sql =
                "SELECT g.change_number, l.name, g.oid, g.code, g.old_min_x, g.old_min_y, g.old_max_x, g.old_max_y,"
                        + " g.new_min_x, g.new_min_y, g.new_max_x, g.new_max_y"
                        + " FROM onemap_change_log g CROSS JOIN onemap_layer l ON l.id = g.layer_id"
                        + " WHERE g.change_number > ? ORDER BY g.change_number, g.layer_id, g.oid";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, changeNumber);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String label = rows.getString(4);
                    action.accept(new ChangeLogEntry(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getLong(3),
                            label == null ? "" : label,
                            box(rows, 5),
                            box(rows, 9)));
                }
            }
        }
    }

    private static Optional<Envelope> box(ResultSet rows, int first) throws SQLException {
        double minX = rows.getDouble(first);
        if (rows.wasNull()) {
            return Optional.empty();
        }
        return Optional.of(
                new Envelope(minX, rows.getDouble(first + 2), rows.getDouble(first + 1), rows.getDouble(first + 3)));
    }
}
