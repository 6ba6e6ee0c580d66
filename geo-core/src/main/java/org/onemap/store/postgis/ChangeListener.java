package org.onemap.store.postgis;

import static org.onemap.store.sql.Session.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onemap.store.sql.Session;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of changes by LISTEN, on a thread and a connection of its own. After a broken connection it listens again and
 * calls once, since it may have missed something. Thread-safe.
 */
final class ChangeListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);
    private static final int WAIT_MS = 10_000;
    private static final long PAUSE_MS = 500;

    private final Connections connections;
    private final String channel;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    ChangeListener(Connections connections, String schema) {
        this.connections = connections;
        this.channel = channel(schema);
    }

    private static String channel(String schema) {
        return "onemap_" + schema;
    }

    /** Says in a write transaction that others be told when it is committed. */
    static void announce(Session session, String schema) throws SQLException {
        session.execute("NOTIFY " + quote(channel(schema)));
    }

    synchronized void add(Runnable listener) {
        listeners.add(listener);
        if (thread == null && !closed) {
            Thread started = new Thread(this::run, "onemap-listen");
            started.setDaemon(true);
            started.start();
            thread = started;
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = connections.open()) {
                listening = connection;
                Session.execute(connection, "LISTEN " + quote(channel));
                listeners.forEach(Runnable::run); // what happened before is not told
                while (!closed) {
                    PGNotification[] told =
                            connection.unwrap(PGConnection.class).getNotifications(WAIT_MS);
                    if (told != null && told.length > 0) {
                        listeners.forEach(Runnable::run);
                    }
                    Session.execute(connection, "SELECT 1"); // a dead peer is noticed
                }
            } catch (SQLException e) {
                if (!closed) {
                    LOG.debug("not listening for changes now: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        Connection connection = listening;
        try {
            if (connection != null) {
                connection.unwrap(PGConnection.class).cancelQuery();
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("closing the listener: {}", e.getMessage());
        }
    }
}
