package org.onemap.store.sql;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.feature.LayerCatalog;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * The store on an engine. Thread-safe; other processes may have the same store open.
 *
 * <p>{@code asOf} a day ahead answers with the rows of today: what is scheduled is not read before its day.
 */
public final class SqlStore implements Store {

    private final Engine engine;
    private final Clock clock;
    private final Schedule schedule;
    private volatile @Nullable Known known;

    /**
     * A store on an open engine, which is closed with it.
     *
     * @param clock says when scheduled changes fall due; its zone does not matter
     */
    public SqlStore(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
        this.schedule = new Schedule(engine, clock);
    }

    /** The layers and their extents, as far as they were asked for, at a change number; they change with it only. */
    record Known(long changeNumber, LayerCatalog layers, Map<String, Optional<Envelope>> extents) {}

    Engine engine() {
        return engine;
    }

    @Override
    public String location() {
        return engine.location();
    }

    @Override
    public long changeNumber() {
        return engine.poll().changeNumber();
    }

    @Override
    public void onChange(Runnable listener) {
        engine.onChange(listener);
    }

    /** While the connection breaks before anything was read, reading begins again: the database may be restarting. */
    @Override
    public ReadView read() {
        return engine.patiently(this::open);
    }

    private ReadView open() {
        try {
            Session session = engine.beginRead();
            try {
                long changeNumber = new ChangeRecords(session).applied(); // the first read fixes the picture
                return new SqlView(session, known(changeNumber, session));
            } catch (SQLException | RuntimeException e) {
                engine.endRead(session);
                throw e;
            }
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    private Known known(long changeNumber, Session session) throws SQLException {
        Known last = known;
        if (last == null || last.changeNumber() != changeNumber) {
            last = new Known(changeNumber, new Catalog(session).list(), new ConcurrentHashMap<>());
            known = last;
        }
        return last;
    }

    @Override
    public ChangeSetWriter begin(ChangeSetRequest request) {
        applyDue();
        return engine.patiently(() -> start(request));
    }

    private ChangeSetWriter start(ChangeSetRequest request) {
        try {
            Transaction transaction = Transaction.begin(engine, clock);
            try {
                long number = transaction.records().nextNumber();
                ChangeSet begun = new ChangeSet(
                        number,
                        request.kind(),
                        ChangeSet.State.DRAFT,
                        request.author(),
                        transaction.now(),
                        request.effective().day().orElse(transaction.today()),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        request.note());
                return new SqlWriter(
                        engine,
                        transaction,
                        new Change(
                                transaction, begun, number, request.effective().undecided()));
            } catch (SQLException | RuntimeException e) {
                transaction.close();
                throw e;
            }
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public ChangeSet accept(long number, ChangeSetRequest.Effective effective, String author) {
        applyDue();
        try (Transaction transaction = Transaction.begin(engine, clock)) {
            ChangeSet accepted = new Acceptance(transaction).accept(number, effective, author);
            transaction.commit();
            return accepted;
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public ChangeSet undo(long number, String author) {
        try {
            Optional<ChangeSet> calledOff = callOff(number);
            if (calledOff.isPresent()) {
                return calledOff.get();
            }
            applyDue();
            try (Transaction transaction = Transaction.begin(engine, clock)) {
                ChangeSet counter =
                        new Undo(transaction).takeBack(transaction.records().get(number), author);
                transaction.commit();
                return counter;
            }
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    /**
     * A scheduled change set is called off even if it is due: the outcome is the same, and it may be one that fails. A
     * draft that brings something is discarded in the same way.
     */
    private Optional<ChangeSet> callOff(long number) throws SQLException {
        try (Transaction transaction = Transaction.begin(engine, clock)) {
            ChangeSet record = transaction.records().get(number);
            boolean draft = record.state() == ChangeSet.State.DRAFT
                    && !new Catalog(transaction.session()).staged(number).isEmpty();
            if (record.state() != ChangeSet.State.SCHEDULED && !draft) {
                return Optional.empty();
            }
            ChangeSet off = new Undo(transaction).callOff(record);
            transaction.commit();
            return Optional.of(off);
        }
    }

    @Override
    public List<ChangeSet> applyDue() {
        Optional<LocalDate> due = engine.poll().due();
        if (due.isEmpty() || due.get().isAfter(Transaction.today(clock))) {
            return List.of();
        }
        try {
            return schedule.applyDue();
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
