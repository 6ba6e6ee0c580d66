package org.onemap.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.store.ChangeSet.Counts;

/**
 * Everything that must follow when rows of one layer change: history, spatial index, change log, extents. Confined to
 * the thread of its connection.
 */
final class RowChanges implements AutoCloseable {

    private final Connection connection;
    private final LayerLoad.Task task;
    private final LayerTable table;
    private final boolean spatial;
    private final ChangeLog log;
    private final RTree.@Nullable Writer index;
    private final PreparedStatement close;
    private final Contents current;
    private final Contents history;

    RowChanges(LayerLoad.Task task) throws SQLException {
        this.connection = task.connection();
        this.task = task;
        this.table = task.table();
        this.spatial = task.layer().geometry().isSpatial();
        this.log = task.log();
        this.current = new Contents(task.layer().name());
        this.history = new Contents(LayerTable.historyName(task.layer().name()));
        if (spatial) {
            new RTree(task.layer().name()).dropTriggers(connection);
            index = new RTree.Writer(connection, task.layer().name());
        } else {
            index = null;
        }
        close = connection.prepareStatement(table.close(validTo(), task.stamp().changeSet(), "oid = ?"));
    }

    private String validTo() {
        return Sqlite.literal(task.stamp().validFrom());
    }

    /** A new row was inserted. */
    void created(StoredRow row) throws SQLException {
        Envelope box = row.row().box();
        came(row.oid(), row.row().geometry, box);
        log.add(row.oid(), row.row().label(task.layer()), null, box);
    }

    /** The current row of this oid ends on the day of the change set: copies it into the history. */
    void close(long oid) throws SQLException {
        close.setLong(1, oid);
        close.executeUpdate();
    }

    /** The current row, copied into the history before, was written over. */
    void replaced(StoredRow old, StoredRow row) throws SQLException {
        Envelope oldBox = old.row().box();
        Envelope box = row.row().box();
        history.add(old.row().geometry, oldBox);
        went(old.oid(), oldBox);
        came(row.oid(), row.row().geometry, box);
        log.add(row.oid(), row.row().label(task.layer()), oldBox, box);
    }

    /** Moves the current rows of a condition into the history and returns how many. */
    long retireAll(String condition) throws SQLException {
        long count = wentAll(condition);
        if (count > 0) {
            Sqlite.execute(connection, table.close(validTo(), task.stamp().changeSet(), condition));
            Sqlite.execute(connection, "DELETE FROM " + table.table() + " WHERE " + condition);
        }
        return count;
    }

    private long wentAll(String condition) throws SQLException {
        String sql = "SELECT " + table.columns() + " FROM " + table.table() + " WHERE " + condition;
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                StoredRow old = table.read(rows);
                Envelope box = old.row().box();
                history.add(old.row().geometry, box);
                went(old.oid(), box);
                log.add(old.oid(), old.row().label(task.layer()), box, null);
                count++;
            }
        }
        return count;
    }

    private void came(long oid, byte @Nullable [] geometry, @Nullable Envelope box) throws SQLException {
        current.add(geometry, box);
        if (index != null) {
            index.insert(oid, box);
        }
    }

    private void went(long oid, @Nullable Envelope box) throws SQLException {
        current.remove(box);
        if (index != null && box != null) {
            index.delete(oid);
        }
    }

    /** Takes back what the change set of this number did to the layer; counts what is there again, as before, gone. */
    Counts takeBack(long undone) throws SQLException {
        String written = "change_set = " + undone;
        String closed = "closed_by = " + undone;
        String oids = "SELECT oid FROM " + table.history() + " WHERE " + closed;
        long restored =
                cameBackAll(closed + " AND oid NOT IN (SELECT oid FROM " + table.table() + " WHERE " + written + ")");
        long replaced = replaceBack(undone);
        long removed = wentAll(written + " AND oid NOT IN (" + oids + ")");
        // an empty interval keeps what was taken back for the record; no reader ever gets it
        Sqlite.execute(connection, table.close("valid_from", task.stamp().changeSet(), written));
        Sqlite.execute(connection, "DELETE FROM " + table.table() + " WHERE " + written);
        Sqlite.execute(
                connection,
                "INSERT INTO " + table.table() + " (" + table.columns() + ") SELECT " + table.columns() + " FROM "
                        + table.history() + " WHERE " + closed);
        Sqlite.execute(connection, "DELETE FROM " + table.history() + " WHERE " + closed);
        return new Counts(restored, replaced, 0, removed);
    }

    private long cameBackAll(String condition) throws SQLException {
        String sql = "SELECT " + table.columns() + " FROM " + table.history() + " WHERE " + condition;
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                StoredRow row = table.read(rows);
                Envelope box = row.row().box();
                history.remove(box);
                came(row.oid(), row.row().geometry, box);
                log.add(row.oid(), row.row().label(task.layer()), null, box);
                count++;
            }
        }
        return count;
    }

    private long replaceBack(long undone) throws SQLException {
        String sql = "SELECT " + table.columns() + " FROM " + table.history() + " WHERE closed_by = " + undone
                + " AND oid IN (SELECT oid FROM " + table.table() + " WHERE change_set = " + undone + ")";
        String now = "SELECT " + table.columns() + " FROM " + table.table() + " WHERE oid = ?";
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                PreparedStatement byOid = connection.prepareStatement(now);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                StoredRow old = table.read(rows);
                byOid.setLong(1, old.oid());
                try (ResultSet row = byOid.executeQuery()) {
                    row.next();
                    StoredRow gone = table.read(row);
                    Envelope goneBox = gone.row().box();
                    Envelope box = old.row().box();
                    history.add(gone.row().geometry, goneBox);
                    history.remove(box);
                    went(old.oid(), goneBox);
                    came(old.oid(), old.row().geometry, box);
                    log.add(old.oid(), old.row().label(task.layer()), goneBox, box);
                }
                count++;
            }
        }
        return count;
    }

    /** Makes triggers and extents right again. */
    void finish() throws SQLException {
        if (spatial) {
            new RTree(task.layer().name()).createTriggers(connection);
        }
        current.save(connection, spatial, true);
        history.save(connection, spatial, false);
    }

    @Override
    public void close() throws SQLException {
        log.close();
        close.close();
        if (index != null) {
            index.close();
        }
    }
}
