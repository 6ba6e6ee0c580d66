package org.onemap.store.sql;

import java.sql.SQLException;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSetWriter.Outcome;

/**
 * A load into a blank layer: every row is new, so that nothing has to be looked up, and the rows are written in bulk by
 * a thread of their own. A row whose key seems to have come before, or more rows than the set of keys may hold, end the
 * bulk: what follows goes through a {@link MergeLoad}, which looks.
 */
final class FreshLoad implements LayerLoad {

    /** At 10 to 20 bytes per key the set stays below 100 MB. */
    private static final int MAX_KEYS = 5_000_000;

    private final Task task;
    private final BulkLoad bulk;
    private final KeyHashes keys = new KeyHashes();
    private long created;
    private LayerLoad rest;

    FreshLoad(Task task) throws SQLException {
        this.task = task;
        this.bulk = task.session().engine().layers().bulk(task.session(), task.table());
        this.rest = this;
    }

    @Override
    public Outcome put(Row row) throws SQLException {
        if (rest != this) {
            return rest.put(row);
        }
        Object key = row.key(task.layer());
        if (key != null && (keys.size() >= MAX_KEYS || !keys.add(key))) {
            return goOnLooking().put(row);
        }
        bulk.put(task.stamp().mark(task.stamp().oids().next(), row));
        created++;
        return Outcome.CREATED;
    }

    /** The layer had no rows before: only one of this load could be meant. */
    @Override
    public Outcome retire(Row key) throws SQLException {
        return rest == this ? goOnLooking().retire(key) : rest.retire(key);
    }

    @Override
    public Outcome recode(Row key, Row row) throws SQLException {
        return rest == this ? goOnLooking().recode(key, row) : rest.recode(key, row);
    }

    private LayerLoad goOnLooking() throws SQLException {
        finishBulk();
        MergeLoad merge = new MergeLoad(task, created);
        rest = merge;
        return merge;
    }

    private void finishBulk() throws SQLException {
        bulk.finish();
        try (ChangeLog log = task.log()) {
            log.addAll(task.stamp().changeSet());
        }
    }

    @Override
    public Counts finish() throws SQLException {
        if (rest != this) {
            return rest.finish();
        }
        finishBulk();
        return new Counts(created, 0, 0, 0);
    }

    @Override
    public void abandon() throws SQLException {
        bulk.abandon();
        if (rest != this) {
            rest.abandon();
        }
    }
}
