package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.feature.Layer;
import org.onemap.store.ChangeLogEntry;

/**
 * Writes {@code onemap_change_log} for one layer of one change number. Confined to the thread of its session.
 *
 * <p>A load into a blank layer is one line, with oid 0: each of its rows is in the layer's table or in its history, with
 * the number of the change set that wrote it, and the reader puts the entries together from there. Half a million lines
 * that say the same again would cost as much as the rows (decision 022).
 */
final class ChangeLog implements AutoCloseable {

    private static final long ALL_ROWS = 0;

    private final StatementBatch insert;

    ChangeLog(Session session, long changeNumber, long layerId) throws SQLException {
        insert = new StatementBatch(session.prepare("INSERT INTO onemap_change_log VALUES (" + changeNumber + ", "
                + layerId + ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    }

    /** One row changed. */
    void add(long oid, String label, @Nullable Envelope oldBox, @Nullable Envelope newBox) throws SQLException {
        PreparedStatement next = insert.next();
        next.setLong(1, oid);
        next.setString(2, label.isEmpty() ? null : label);
        bind(next, 3, oldBox);
        bind(next, 7, newBox);
        insert.add();
        if (insert.isFull()) {
            insert.flush();
        }
    }

    /** Writes what was added so far; without it the last lines are lost. */
    void flush() throws SQLException {
        insert.flush();
    }

    /** The rows that this change set has written to a blank layer so far are new. */
    void addAll(long changeSet) throws SQLException {
        add(ALL_ROWS, Long.toString(changeSet), null, null);
        flush();
    }

    private static void bind(PreparedStatement insert, int first, @Nullable Envelope box) throws SQLException {
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
    static void forEachSince(Session session, long changeNumber, Consumer<ChangeLogEntry> action) throws SQLException {
        Map<Long, String> names = new Catalog(session).names();
        String sql = "SELECT change_number, layer_id, oid, code, old_min_x, old_min_y, old_max_x, old_max_y,"
                + " new_min_x, new_min_y, new_max_x, new_max_y FROM onemap_change_log"
                + " WHERE change_number > ? ORDER BY change_number, layer_id, oid";
        try (PreparedStatement statement = session.prepare(sql)) {
            statement.setLong(1, changeNumber);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String label = rows.getString(4);
                    String layer = Objects.requireNonNull(names.get(rows.getLong(2)));
                    if (rows.getLong(3) == ALL_ROWS) {
                        forEachCreated(session, rows.getLong(1), layer, Long.parseLong(label), action);
                    } else {
                        action.accept(new ChangeLogEntry(
                                rows.getLong(1),
                                layer,
                                rows.getLong(3),
                                label == null ? "" : label,
                                box(rows, 5),
                                box(rows, 9)));
                    }
                }
            }
        }
    }

    private static void forEachCreated(
            Session session, long changeNumber, String layerName, long changeSet, Consumer<ChangeLogEntry> action)
            throws SQLException {
        Layer layer = new Catalog(session).find(layerName).orElseThrow().layer();
        LayerTable table = session.table(layer);
        String columns = "oid, coalesce(code, CAST(" + table.keyColumn() + " AS TEXT)) AS label, "
                + (layer.geometry().isSpatial() ? table.forms().selectedGeometry() : "NULL AS geom");
        // rows of the same change set that have a line of their own were written after the blank layer was filled
        String condition = " WHERE change_set = " + changeSet + " AND NOT EXISTS (SELECT 1 FROM onemap_change_log g"
                + " JOIN onemap_layer l ON l.id = g.layer_id WHERE g.change_number = " + changeNumber
                + " AND l.name = " + Session.literal(layer.name()) + " AND l.staged_by = 0 AND g.oid = t.oid)";
        String sql = "SELECT " + columns + " FROM " + table.table() + " t" + condition + " UNION ALL SELECT " + columns
                + " FROM " + table.history() + " t" + condition + " ORDER BY oid";
        try (PreparedStatement statement = session.prepare(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String label = rows.getString(2);
                byte[] geometry = rows.getBytes(3);
                Envelope box = geometry == null ? null : table.forms().envelope(geometry);
                action.accept(new ChangeLogEntry(
                        changeNumber,
                        layerName,
                        rows.getLong(1),
                        label == null ? "" : label,
                        Optional.empty(),
                        Optional.ofNullable(box)));
            }
        }
    }

    /** Writes the entries of a layer one by one that stand in one line, because its tables are about to go. */
    static void spellOut(Session session, Catalog.Entry entry) throws SQLException {
        String sql = "SELECT change_number, code FROM onemap_change_log WHERE oid = " + ALL_ROWS + " AND layer_id = ?";
        try (PreparedStatement statement = session.prepare(sql)) {
            statement.setLong(1, entry.id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    spellOut(session, entry, rows.getLong(1), Long.parseLong(rows.getString(2)));
                }
            }
        }
        session.update("DELETE FROM onemap_change_log WHERE oid = " + ALL_ROWS + " AND layer_id = ?", entry.id());
    }

    private static void spellOut(Session session, Catalog.Entry entry, long changeNumber, long changeSet)
            throws SQLException {
        try (ChangeLog log = new ChangeLog(session, changeNumber, entry.id())) {
            forEachCreated(session, changeNumber, entry.layer().name(), changeSet, e -> {
                try {
                    log.add(e.oid(), e.code(), null, e.newBox().orElse(null));
                } catch (SQLException failed) {
                    throw new IllegalStateException("change log of " + changeNumber, failed);
                }
            });
            log.flush();
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
