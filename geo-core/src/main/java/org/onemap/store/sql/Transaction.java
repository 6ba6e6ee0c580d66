package org.onemap.store.sql;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One write transaction. It holds the store's write lock from the start; closing it without
 * {@link #commit()} takes everything back. Confined to one thread, which may hand the connection to another and wait.
 */
final class Transaction implements AutoCloseable {

    private static final ZoneId CIVIL_TIME = ZoneId.of("Asia/Shanghai");

    private final Session session;
    private final Instant now;
    private final LocalDate today;

    private Transaction(Session session, Clock clock) {
        this.session = session;
        this.now = clock.instant();
        this.today = today(clock);
    }

    /** Waits for the write lock, the bounded time of the connection, and takes it. */
    static Transaction begin(Engine engine, Clock clock) throws SQLException {
        return new Transaction(engine.beginWrite(), clock);
    }

    /** The day of the store's civil time. */
    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), CIVIL_TIME);
    }

    Session session() {
        return session;
    }

    ChangeRecords records() {
        return new ChangeRecords(session);
    }

    /** When the transaction began. */
    Instant now() {
        return now;
    }

    /** The day on which it began. */
    LocalDate today() {
        return today;
    }

    void commit() throws SQLException {
        session.engine().commit(session);
    }

    @Override
    public void close() throws SQLException {
        session.engine().endWrite(session);
    }
}
