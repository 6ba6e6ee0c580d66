package org.onemap.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.onemap.StoreUnavailable;

/** A database behind the store port: its transactions, its forms, the meaning of its failures. Thread-safe. */
public interface Engine extends AutoCloseable {

    /** Where the store lies, for messages; never with a password. */
    String location();

    /** How values and geometries lie in columns. */
    ColumnForms columns();

    /** How tables and indexes of layers are made. */
    LayerForms layers();

    /** Opens a read transaction; its first statement fixes the picture that it sees. */
    Session beginRead() throws SQLException;

    /** Ends a read transaction. */
    void endRead(Session session) throws SQLException;

    /**
     * Opens a write transaction that holds the store's write lock from the start.
     *
     * @throws SQLException that {@link #failure} explains as {@link StoreUnavailable} if another writer holds the lock
     *     longer than the wait
     */
    Session beginWrite() throws SQLException;

    /** Makes a write transaction visible. */
    void commit(Session session) throws SQLException;

    /** Ends a write transaction; what was not committed is taken back. */
    void endWrite(Session session) throws SQLException;

    /** What is cheap to ask, on a connection of its own. */
    Poll poll();

    /** What a failed statement means to the caller; returned so that the caller can throw it. */
    RuntimeException failure(SQLException e);

    /**
     * Does what can be begun again without harm; an engine whose connections may break tries it again a bounded time.
     *
     * @throws StoreUnavailable if it fails in the end
     */
    default <R> R patiently(Supplier<R> action) {
        return action.get();
    }

    /** Calls the listener soon after a change, wherever it was made; engines that cannot tell never call. */
    default void onChange(Runnable listener) {}

    @Override
    void close();

    /**
     * What a server looks at many times a minute.
     *
     * @param changeNumber the change number that readers see
     * @param due the first day on which a scheduled change set takes effect
     */
    record Poll(long changeNumber, Optional<LocalDate> due) {

        /** Asks for it: one row. */
        public static final String SQL = "SELECT value, (SELECT min(effective) FROM onemap_change_set"
                + " WHERE state = 'SCHEDULED') FROM onemap_sequence WHERE name = 'applied'";

        /** The row of {@link #SQL}. */
        public static Poll read(ResultSet row) throws SQLException {
            row.next();
            return new Poll(
                    row.getLong(1), Optional.ofNullable(row.getString(2)).map(LocalDate::parse));
        }
    }
}
