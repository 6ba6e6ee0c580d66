package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.store.ChangeSet.Counts;

/**
 * Everything that must follow when rows of one layer change: history, spatial index, change log, extents. Confined to
 * the thread of its session.
 */
final class RowChanges implements AutoCloseable {

    private final Session session;
    private final LayerLoad.Task task;
    private final LayerTable table;
    private final ColumnForms columns;
    private final ChangeLog log;
    private final Upkeep upkeep;
    private final StatementBatch close;

    RowChanges(LayerLoad.Task task) throws SQLException {
        this.session = task.session();
        this.task = task;
        this.table = task.table();
        this.columns = session.engine().columns();
        this.log = task.log();
        this.upkeep = session.engine().layers().upkeep(session, task.layer());
        close = new StatementBatch(
                session.prepare(table.close(validTo(), task.stamp().changeSet(), "oid = ?")));
    }

    private String validTo() {
        return Session.literal(task.stamp().validFrom());
    }

    /** A new row was inserted. */
    void created(StoredRow row) throws SQLException {
        Envelope box = box(row);
        upkeep.came(row.oid(), row.row().geometry, box);
        log.add(row.oid(), row.row().label(task.layer()), null, box);
    }

    /** The current row of this oid ends on the day of the change set: copies it into the history with the next {@link #flush}. */
    void close(long oid) throws SQLException {
        close.next().setLong(1, oid);
        close.add();
    }

    /** Copies into the history what was closed. */
    void flush() throws SQLException {
        close.flush();
    }

    /** The current row, whose copy goes into the history, is written over. */
    void replaced(StoredRow old, StoredRow row) throws SQLException {
        Envelope oldBox = box(old);
        Envelope box = box(row);
        upkeep.closed(old.row().geometry, oldBox);
        upkeep.went(old.oid(), oldBox);
        upkeep.came(row.oid(), row.row().geometry, box);
        log.add(row.oid(), row.row().label(task.layer()), oldBox, box);
    }

    /** Moves the current rows of a condition into the history and returns how many. */
    long retireAll(String condition) throws SQLException {
        long count = wentAll(condition);
        if (count > 0) {
            session.execute(table.close(validTo(), task.stamp().changeSet(), condition));
            session.execute("DELETE FROM " + table.table() + " WHERE " + condition);
        }
        return count;
    }

    private long wentAll(String condition) throws SQLException {
        String sql = "SELECT " + table.selected() + " FROM " + table.table() + " WHERE " + condition;
        long count = 0;
        try (PreparedStatement statement = session.prepare(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                StoredRow old = table.read(rows);
                Envelope box = box(old);
                upkeep.closed(old.row().geometry, box);
                upkeep.went(old.oid(), box);
                log.add(old.oid(), old.row().label(task.layer()), box, null);
                count++;
            }
        }
        return count;
    }

    private @Nullable Envelope box(StoredRow row) {
        return row.row().box(columns);
    }

    /** Takes back what the change set of this number did to the layer; counts what is there again, as before, gone. */
    Counts takeBack(long undone) throws SQLException {
        String written = "change_set = " + undone;
        String closed = "closed_by = " + undone;
        long restored = cameBackAll(closed + " AND NOT EXISTS (SELECT 1 FROM " + table.table() + " t WHERE t.oid = "
                + table.history() + ".oid AND t.change_set = " + undone + ")");
        long replaced = replaceBack(undone);
        long removed = wentAll(written + " AND NOT EXISTS (SELECT 1 FROM " + table.history() + " h WHERE h.oid = "
                + table.table() + ".oid AND h.closed_by = " + undone + ")");
        // an empty interval keeps what was taken back for the record; no reader ever gets it
        session.execute(table.close("valid_from", task.stamp().changeSet(), written));
        session.execute("DELETE FROM " + table.table() + " WHERE " + written);
        session.execute("INSERT INTO " + table.table() + " (" + table.columns() + ") SELECT " + table.columns()
                + " FROM " + table.history() + " WHERE " + closed);
        session.execute("DELETE FROM " + table.history() + " WHERE " + closed);
        return new Counts(restored, replaced, 0, removed);
    }

    private long cameBackAll(String condition) throws SQLException {
        String sql = "SELECT " + table.selected() + " FROM " + table.history() + " WHERE " + condition;
        long count = 0;
        try (PreparedStatement statement = session.prepare(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                StoredRow row = table.read(rows);
                Envelope box = box(row);
                upkeep.reopened(box);
                upkeep.came(row.oid(), row.row().geometry, box);
                log.add(row.oid(), row.row().label(task.layer()), null, box);
                count++;
            }
        }
        return count;
    }

    private long replaceBack(long undone) throws SQLException {
        String sql = "SELECT " + table.selected() + " FROM " + table.history() + " WHERE closed_by = " + undone
                + " AND oid IN (SELECT oid FROM " + table.table() + " WHERE change_set = " + undone + ")";
        String now = "SELECT " + table.selected() + " FROM " + table.table() + " WHERE oid = ?";
        long count = 0;
        try (PreparedStatement statement = session.prepare(sql);
                PreparedStatement byOid = session.prepare(now);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                StoredRow old = table.read(rows);
                byOid.setLong(1, old.oid());
                try (ResultSet row = byOid.executeQuery()) {
                    row.next();
                    StoredRow gone = table.read(row);
                    Envelope goneBox = box(gone);
                    Envelope box = box(old);
                    upkeep.closed(gone.row().geometry, goneBox);
                    upkeep.reopened(box);
                    upkeep.went(old.oid(), goneBox);
                    upkeep.came(old.oid(), old.row().geometry, box);
                    log.add(old.oid(), old.row().label(task.layer()), goneBox, box);
                }
                count++;
            }
        }
        return count;
    }

    /** All changes are made. */
    void finish() throws SQLException {
        flush();
        log.flush();
        upkeep.finish();
    }

    @Override
    public void close() throws SQLException {
        log.close();
        close.close();
        upkeep.close();
    }
}
