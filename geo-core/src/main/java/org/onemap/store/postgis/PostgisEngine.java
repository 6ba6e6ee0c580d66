package org.onemap.store.postgis;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onemap.StoreUnavailable;
import org.onemap.store.sql.ColumnForms;
import org.onemap.store.sql.Engine;
import org.onemap.store.sql.LayerForms;
import org.onemap.store.sql.Session;

/**
 * PostgreSQL behind the port: a pool with bounded waits for readers, a connection each for writers, one that polls. What
 * can be begun again survives a restart of the server of up to {@link #PATIENCE}; when it stays away longer, every
 * call fails at once. Thread-safe.
 */
final class PostgisEngine implements Engine {

    /** How long a writer waits for another one. */
    static final int LOCK_WAIT_S = 10;

    /** How long something is tried again while the server is away. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long PAUSE_MS = 100;
    private static final int LOCK_CLASS = 0x6f6e656d; // "onem"

    private final PostgisUrl url;
    private final Connections connections;
    private final HikariDataSource readers;
    private final ChangeListener listener;
    private final Failures failures;
    private final ColumnForms columns = new PostgisColumns();
    private final LayerForms layers;
    private final AtomicLong outageBegan = new AtomicLong();
    private final Object pollLock = new Object();
    private @Nullable Connection poll;

    PostgisEngine(PostgisUrl url, Connections connections) {
        this.url = url;
        this.connections = connections;
        this.readers = connections.readers();
        this.listener = new ChangeListener(connections, url.schema());
        this.failures = new Failures(url);
        this.layers = new PostgisLayers(new Roles(url.schema()));
    }

    @Override
    public String location() {
        return url.toString();
    }

    @Override
    public ColumnForms columns() {
        return columns;
    }

    @Override
    public LayerForms layers() {
        return layers;
    }

    @Override
    public Session beginRead() throws SQLException {
        return new Session(this, readers.getConnection());
    }

    /** Hikari ends the transaction and takes the connection back, or closes it if it is broken. */
    @Override
    public void endRead(Session session) throws SQLException {
        session.connection().close();
    }

    @Override
    public Session beginWrite() throws SQLException {
        Connection connection = connections.open();
        try {
            connection.setAutoCommit(false);
            lockForWriting(connection, url);
            return new Session(this, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Waits for the one who writes and keeps others from it until the transaction ends. */
    static void lockForWriting(Connection connection, PostgisUrl url) throws SQLException {
        Session.execute(connection, "SET LOCAL lock_timeout = '" + LOCK_WAIT_S + "s'");
        Session.execute(
                connection,
                "SELECT pg_advisory_xact_lock(" + LOCK_CLASS + ", hashtext(" + Session.literal(url.schema()) + "))");
    }

    @Override
    public void commit(Session session) throws SQLException {
        ChangeListener.announce(session, url.schema());
        try {
            session.connection().commit();
        } catch (SQLException e) {
            if (Failures.isLost(e)) {
                throw new StoreUnavailable(
                        "the connection to store " + url + " broke while a change was made final; see with"
                                + " 'onemap changes list' whether it is there before you repeat it",
                        e);
            }
            throw e;
        }
    }

    @Override
    public void endWrite(Session session) throws SQLException {
        session.connection().close(); // the server takes back what was not committed
    }

    @Override
    public Poll poll() {
        return patiently(() -> {
            synchronized (pollLock) {
                try {
                    return ask();
                } catch (SQLException e) {
                    forgetPoll();
                    throw failures.explain(e);
                }
            }
        });
    }

    private Poll ask() throws SQLException {
        Connection connection = poll;
        if (connection == null) {
            connection = connections.open();
            poll = connection;
        }
        try (PreparedStatement statement = connection.prepareStatement(Poll.SQL);
                ResultSet row = statement.executeQuery()) {
            return Poll.read(row);
        }
    }

    private void forgetPoll() {
        Connection broken = poll;
        poll = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (SQLException e) {
                // it is broken, which its successor will say if it lasts
            }
        }
    }

    @Override
    public <R> R patiently(Supplier<R> action) {
        while (true) {
            try {
                R result = action.get();
                outageBegan.set(0);
                return result;
            } catch (StoreUnavailable e) {
                if (!e.isBrokenOff() || outageLasts()) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** Whether the server has been away longer than anybody should wait for it. */
    private boolean outageLasts() {
        long now = System.nanoTime();
        outageBegan.compareAndSet(0, now);
        return now - outageBegan.get() > PATIENCE.toNanos();
    }

    private static void pause(StoreUnavailable reason) {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    @Override
    public RuntimeException failure(SQLException e) {
        return failures.explain(e);
    }

    @Override
    public void onChange(Runnable action) {
        listener.add(action);
    }

    @Override
    public void close() {
        listener.close();
        readers.close();
        synchronized (pollLock) {
            forgetPoll();
        }
    }
}
