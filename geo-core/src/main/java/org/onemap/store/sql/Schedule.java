package org.onemap.store.sql;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSet.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies scheduled change sets whose day has come, each in a transaction of its own, so that whoever notices first
 * applies it and whoever comes second finds nothing to do. Thread-safe.
 */
final class Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final Engine engine;
    private final Clock clock;

    Schedule(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Applies all that are due and returns them. */
    List<ChangeSet> applyDue() throws SQLException {
        List<ChangeSet> applied = new ArrayList<>();
        for (Optional<Step> step = applyNext(); step.isPresent(); step = applyNext()) {
            ChangeSet record = step.get().record();
            if (step.get().refusal().isEmpty()) {
                applied.add(record);
            } else {
                setAside(record.number(), step.get().refusal());
            }
        }
        return applied;
    }

    /**
     * What became of the change set that was due first.
     *
     * @param record its record
     * @param refusal why it could not be applied; empty if it was
     */
    private record Step(ChangeSet record, String refusal) {}

    private Optional<Step> applyNext() throws SQLException {
        try (Transaction transaction = Transaction.begin(engine, clock)) {
            List<ChangeSet> due = transaction.records().due(transaction.today());
            if (due.isEmpty()) {
                return Optional.empty();
            }
            try {
                ChangeSet applied = apply(transaction, due.get(0));
                transaction.commit();
                return Optional.of(new Step(applied, ""));
            } catch (InvalidInput e) {
                return Optional.of(new Step(due.get(0), String.valueOf(e.getMessage())));
            }
        }
    }

    private static ChangeSet apply(Transaction transaction, ChangeSet record) throws SQLException {
        Session session = transaction.session();
        Followers.find(transaction, record);
        Change change = new Change(transaction, record, transaction.records().nextNumber(), false);
        try {
            for (Catalog.Entry staged : new Catalog(session).staged(record.number())) {
                change.loadStaged(staged, (content, outcome) -> {});
            }
            unstage(session, record.number());
            return change.save();
        } catch (SQLException | RuntimeException e) {
            change.abandon();
            throw e;
        }
    }

    /** A change set that no longer fits must not block those after it: it stays on record as a draft that says why. */
    private void setAside(long number, String refusal) throws SQLException {
        LOG.warn("scheduled change set {} cannot be applied: {}", number, refusal);
        try (Transaction transaction = Transaction.begin(engine, clock)) {
            ChangeSet record = transaction.records().get(number);
            if (record.state() == State.SCHEDULED) {
                unstage(transaction.session(), number);
                String note = (record.note() + " could not be applied: " + refusal).strip();
                transaction.records().save(Undo.with(record, State.DRAFT, Optional.empty(), note));
                transaction.commit();
            }
        }
    }

    /** Forgets the rows of a scheduled change set. */
    static void unstage(Session session, long number) throws SQLException {
        Catalog catalog = new Catalog(session);
        for (Catalog.Entry staged : catalog.staged(number)) {
            StagingTable.drop(session, staged);
        }
        catalog.unstage(number);
    }
}
