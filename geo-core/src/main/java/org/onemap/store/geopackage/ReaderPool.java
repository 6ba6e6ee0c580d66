package org.onemap.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.onemap.store.sql.Session;

/** Idle read connections. Thread-safe. */
final class ReaderPool implements AutoCloseable {

    private static final int IDLE = 16;

    private final Sqlite db;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    ReaderPool(Sqlite db) {
        this.db = db;
    }

    Connection take() throws SQLException {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("store " + db.file() + " is closed");
            }
            Connection connection = idle.pollFirst();
            if (connection != null) {
                return connection;
            }
        }
        return db.openReader();
    }

    /** Ends the connection's transaction and keeps it for the next reader. */
    void giveBack(Connection connection) throws SQLException {
        Session.execute(connection, "ROLLBACK");
        synchronized (this) {
            if (!closed && idle.size() < IDLE) {
                idle.addFirst(connection);
                return;
            }
        }
        connection.close();
    }

    @Override
    public void close() throws SQLException {
        synchronized (this) {
            closed = true;
            for (Connection connection : idle) {
                connection.close();
            }
            idle.clear();
        }
    }
}
