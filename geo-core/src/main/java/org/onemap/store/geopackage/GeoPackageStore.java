package org.onemap.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * The store in one GeoPackage file. Thread-safe; other processes may have the same file open.
 *
 * <p>Readers get a snapshot each (WAL) and never wait. Writers wait up to ten seconds for one another. A change that a
 * call of {@link ChangeSetWriter#commit} reported survives a killed process; after a power cut the last one may be
 * missing, whole.
 *
 * <p>{@code asOf} a day ahead answers with the rows of today: what is scheduled is not read before its day.
 */
public final class GeoPackageStore implements Store {

    private static final int WAIT_MS = 10_000;

    private final Sqlite db;
    private final Clock clock;
    private final ReaderPool pool;
    private final Schedule schedule;
    private final Connection poll;
    private final PreparedStatement applied;

    private GeoPackageStore(Sqlite db, Clock clock) throws SQLException {
        this.db = db;
        this.clock = clock;
        this.pool = new ReaderPool(db);
        this.schedule = new Schedule(db, clock);
        this.poll = db.openReader();
        this.applied = poll.prepareStatement("SELECT value, (SELECT min(effective) FROM onemap_change_set"
                + " WHERE state = 'SCHEDULED') FROM onemap_sequence WHERE name = 'applied'");
    }

    /**
     * Opens a store that is there.
     *
     * @throws NotFound if there is no such file
     * @throws InvalidInput if the file is not a store of onemap, or one of a newer version
     * @throws CorruptData if it is damaged
     * @throws StoreUnavailable if it cannot be read now
     */
    public static GeoPackageStore open(Path file, Clock clock) {
        Sqlite db = new Sqlite(file, WAIT_MS);
        try {
            StoreFile.check(db);
            return new GeoPackageStore(db, clock);
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    /** Opens a store and makes it first if there is no file; the last folder of its path is made too. */
    public static GeoPackageStore openOrCreate(Path file, Clock clock) {
        Sqlite db = new Sqlite(file, WAIT_MS);
        try {
            StoreFile.createIfMissing(db);
        } catch (SQLException e) {
            throw db.failure(e);
        }
        return open(file, clock);
    }

    @Override
    public String location() {
        return db.file().toString();
    }

    @Override
    public long changeNumber() {
        return poll().changeNumber();
    }

    /** What is cheap to ask: the change number and the first day on which something falls due. */
    private record Poll(long changeNumber, Optional<LocalDate> due) {}

    private Poll poll() {
        synchronized (poll) {
            try (ResultSet row = applied.executeQuery()) {
                row.next();
                return new Poll(
                        row.getLong(1), Optional.ofNullable(row.getString(2)).map(LocalDate::parse));
            } catch (SQLException e) {
                throw db.failure(e);
            }
        }
    }

    @Override
    public ReadView read() {
        try {
            Connection connection = pool.take();
            try {
                return new GeoPackageView(db, pool, connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public ChangeSetWriter begin(ChangeSetRequest request) {
        applyDue();
        try {
            Transaction transaction = Transaction.begin(db, clock);
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
                return new GeoPackageWriter(
                        db,
                        transaction,
                        new Change(
                                transaction, begun, number, request.effective().undecided()));
            } catch (SQLException | RuntimeException e) {
                transaction.close();
                throw e;
            }
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public ChangeSet accept(long number, ChangeSetRequest.Effective effective, String author) {
        applyDue();
        try (Transaction transaction = Transaction.begin(db, clock)) {
            ChangeSet accepted = new Acceptance(transaction).accept(number, effective, author);
            transaction.commit();
            return accepted;
        } catch (SQLException e) {
            throw db.failure(e);
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
            try (Transaction transaction = Transaction.begin(db, clock)) {
                ChangeSet counter =
                        new Undo(transaction).takeBack(transaction.records().get(number), author);
                transaction.commit();
                return counter;
            }
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    /**
     * A scheduled change set is called off even if it is due: the outcome is the same, and it may be one that fails. A
     * draft that brings something is discarded in the same way.
     */
    private Optional<ChangeSet> callOff(long number) throws SQLException {
        try (Transaction transaction = Transaction.begin(db, clock)) {
            ChangeSet record = transaction.records().get(number);
            boolean draft = record.state() == ChangeSet.State.DRAFT
                    && !new Catalog(transaction.connection()).staged(number).isEmpty();
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
        Optional<LocalDate> due = poll().due();
        if (due.isEmpty() || due.get().isAfter(Transaction.today(clock))) {
            return List.of();
        }
        try {
            return schedule.applyDue();
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public void close() {
        try {
            pool.close();
            synchronized (poll) {
                applied.close();
                poll.close();
            }
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }
}
