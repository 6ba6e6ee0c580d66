package org.onemap.store.sql;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.onemap.feature.LayerRole;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;

/**
 * A load into a layer that has rows or a history: each row is looked up by its key and compared in its stored form. What
 * must be written is held back, some hundred rows or {@value #MOST_HELD} bytes, and sent together.
 */
final class MergeLoad implements LayerLoad {

    private static final int MOST_HELD = 4 << 20;

    private final Task task;
    private final CurrentRows current;
    private final RowChanges changes;
    private final StatementBatch insert;
    private final StatementBatch update;
    private long held;
    private long created;
    private long replaced;
    private long unchanged;
    private long retired;

    /** Keys that rows had before this load took them out or gave them another. */
    private final Set<Object> formerKeys = new HashSet<>();

    MergeLoad(Task task) throws SQLException {
        this(task, 0);
    }

    /** Goes on after so many rows that this change set has created in a layer that was blank. */
    MergeLoad(Task task, long created) throws SQLException {
        Session session = task.session();
        this.task = task;
        this.created = created;
        this.changes = new RowChanges(task);
        LayerTable table = task.table();
        this.insert = new StatementBatch(session.prepare(table.insert()));
        this.update = new StatementBatch(session.prepare(table.update()));
        this.current = new CurrentRows(session, task.layer(), this::flush);
        if (created > 0) {
            current.nameAll();
        }
    }

    /** Old versions first: they are copied from the rows that are written over. */
    private void flush() throws SQLException {
        changes.flush();
        update.flush();
        insert.flush();
        held = 0;
    }

    private void hold(Row row) throws SQLException {
        held += row.weight();
        if (held > MOST_HELD || insert.isFull() || update.isFull()) {
            flush();
        }
    }

    @Override
    public Outcome put(Row row) throws SQLException {
        Object key = row.key(task.layer());
        StoredRow old = current.find(key);
        if (key != null && formerKeys.contains(key)) {
            return Outcome.DUPLICATE_KEY;
        } else if (old != null && !current.name(old.oid())) {
            return Outcome.DUPLICATE_KEY;
        } else if (old != null && old.row().sameAs(row)) {
            unchanged++;
            return Outcome.UNCHANGED;
        }
        boolean newCode = row.code != null && (old == null || !Objects.equals(row.code, old.row().code));
        boolean retired = newCode && current.isRetired(Objects.requireNonNull(row.code));
        if (retired && task.layer().role() != LayerRole.OTHER) {
            return Outcome.REUSES_RETIRED;
        }
        if (old == null) {
            create(row);
        } else {
            replace(old, row);
        }
        return retired ? Outcome.REUSES_RETIRED : old == null ? Outcome.CREATED : Outcome.REPLACED;
    }

    @Override
    public Outcome retire(Row row) throws SQLException {
        Object key = row.key(task.layer());
        StoredRow old = current.find(key);
        if (key != null && formerKeys.contains(key)) {
            return Outcome.DUPLICATE_KEY;
        } else if (key == null || old == null) {
            return Outcome.ABSENT;
        } else if (!current.name(old.oid())) {
            return Outcome.DUPLICATE_KEY;
        }
        flush();
        changes.retireAll("oid = " + old.oid());
        current.went(old.row().code);
        formerKeys.add(key);
        retired++;
        return Outcome.RETIRED;
    }

    @Override
    public Outcome recode(Row keyRow, Row row) throws SQLException {
        Object key = keyRow.key(task.layer());
        StoredRow old = current.find(key);
        if (key == null || old == null) {
            return Outcome.ABSENT;
        } else if (current.find(row.key(task.layer())) != null || !current.name(old.oid())) {
            return Outcome.DUPLICATE_KEY;
        }
        boolean reused =
                row.code != null && current.isRetired(row.code) && task.layer().role() != LayerRole.OTHER;
        if (reused) {
            return Outcome.REUSES_RETIRED;
        }
        replace(old, row);
        flush();
        current.came(row.key(task.layer()));
        formerKeys.add(key);
        return Outcome.REPLACED;
    }

    private void create(Row row) throws SQLException {
        StoredRow stored = task.stamp().mark(task.stamp().oids().next(), row);
        task.table().bind(insert.next(), stored);
        insert.add();
        boolean unused = current.name(stored.oid());
        current.came(row.key(task.layer()));
        changes.created(stored);
        hold(row);
        created++;
    }

    private void replace(StoredRow old, Row row) throws SQLException {
        changes.close(old.oid());
        StoredRow stored = task.stamp().mark(old.oid(), row);
        task.table().bindUpdate(update.next(), stored);
        update.add();
        if (!Objects.equals(old.row().code, row.code)) {
            current.went(old.row().code);
        }
        changes.replaced(old, stored);
        hold(row);
        replaced++;
    }

    @Override
    public Counts finish() throws SQLException {
        flush();
        long unnamed = task.mode() == Mode.REPLACE ? changes.retireAll(current.unnamed()) : 0;
        changes.finish();
        abandon();
        current.drop();
        return new Counts(created, replaced, unchanged, retired + unnamed);
    }

    @Override
    public void abandon() throws SQLException {
        insert.close();
        update.close();
        current.close();
        changes.close();
    }
}
