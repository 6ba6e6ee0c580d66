package org.onemap.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.LayerCatalog;

/** Idle read connections, and the catalog as last read. Thread-safe. */
final class ReaderPool implements AutoCloseable {

    private static final int IDLE = 16;

    private final Sqlite db;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private volatile @Nullable Known known;
    private boolean closed;

    ReaderPool(Sqlite db) {
        this.db = db;
    }

    /** The layers at a change number; they change with it only. */
    private record Known(long changeNumber, LayerCatalog layers) {}

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
    void giveBack(Connection connection) {
        try {
            Sqlite.execute(connection, "ROLLBACK");
            synchronized (this) {
                if (!closed && idle.size() < IDLE) {
                    idle.addFirst(connection);
                    return;
                }
            }
            connection.close();
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    LayerCatalog catalog(long changeNumber, Connection connection) throws SQLException {
        Known last = known;
        if (last == null || last.changeNumber() != changeNumber) {
            last = new Known(changeNumber, new Catalog(connection).list());
            known = last;
        }
        return last.layers();
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
