package org.onemap.store.sql;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement whose executions are sent together, to pay one round trip for many. Confined to the thread of its session. */
final class StatementBatch implements AutoCloseable {

    private static final int MOST = 500;

    private final PreparedStatement statement;
    private int waiting;

    StatementBatch(PreparedStatement statement) {
        this.statement = statement;
    }

    /** To bind the parameters of the next execution; then {@link #add()}. */
    PreparedStatement next() {
        return statement;
    }

    /** Takes the execution whose parameters are bound. */
    void add() throws SQLException {
        statement.addBatch();
        waiting++;
    }

    /** Whether so many wait that they should be sent. */
    boolean isFull() {
        return waiting >= MOST;
    }

    /** Sends what waits. */
    void flush() throws SQLException {
        if (waiting == 0) {
            return;
        }
        waiting = 0;
        try {
            int[] unused = statement.executeBatch();
        } catch (BatchUpdateException e) {
            throw reason(e); // the batch's own message repeats whole rows
        }
    }

    private static SQLException reason(BatchUpdateException e) {
        if (e.getNextException() != null) {
            return e.getNextException();
        }
        return e.getCause() instanceof SQLException cause ? cause : e;
    }

    /** Forgets what waits. */
    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
