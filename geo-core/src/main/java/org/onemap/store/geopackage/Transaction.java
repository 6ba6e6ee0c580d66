package org.onemap.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One write transaction on a connection of its own. It holds the store's write lock from the start; closing it without
 * {@link #commit()} takes everything back. Confined to one thread, which may hand the connection to another and wait.
 */
final class Transaction implements AutoCloseable {

    private static final ZoneId CIVIL_TIME = ZoneId.of("Asia/Shanghai");

    private final Connection connection;
    private final Instant now;
    private final LocalDate today;
    private boolean open = true;

    private Transaction(Connection connection, Clock clock) {
        this.connection = connection;
        this.now = clock.instant();
        this.today = today(clock);
    }

    /** Waits for the write lock, the bounded time of the connection, and takes it. */
    static Transaction begin(Sqlite db, Clock clock) throws SQLException {
        Connection connection = db.openWriter();
        try {
            Sqlite.execute(connection, "BEGIN IMMEDIATE");
            return new Transaction(connection, clock);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The day of the store's civil time. */
    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), CIVIL_TIME);
    }

    Connection connection() {
        return connection;
    }

    ChangeRecords records() {
        return new ChangeRecords(connection);
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
        Sqlite.execute(connection, "COMMIT");
        open = false;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (open) {
                open = false;
                Sqlite.execute(connection, "ROLLBACK");
            }
        }
    }
}
