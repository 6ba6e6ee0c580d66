package org.onemap.store.postgis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onemap.StoreUnavailable;
import org.onemap.store.sql.BulkLoad;
import org.onemap.store.sql.LayerTable;
import org.onemap.store.sql.Session;
import org.onemap.store.sql.StoredRow;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills a blank layer by COPY BINARY: the caller's thread encodes, a thread of its own sends, so that server and program
 * work at the same time. Each portion is a COPY of its own, so that the caller may read by the same connection in
 * between. Indexes are made at the end.
 */
final class CopyLoad implements BulkLoad {

    private static final int PORTION_BYTES = 1 << 21;
    private static final int QUEUED_PORTIONS = 4;
    private static final byte[] END = {};

    private final Session session;
    private final LayerTable table;
    private final CopyRows rows;
    private final boolean owned;
    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUED_PORTIONS);
    private final Thread thread;
    private boolean finished;
    private volatile boolean abandoned;
    private volatile @Nullable Throwable failure;

    CopyLoad(Session session, LayerTable table) throws SQLException {
        this.session = session;
        this.table = table;
        this.rows = new CopyRows(table.layer());
        this.owned = isOwned();
        if (owned) {
            for (String drop : table.dropIndexes()) {
                session.execute(drop);
            }
            session.execute(PostgisLayers.dropIndex(table));
        }
        thread = new Thread(this::run, "onemap-copy-" + table.layer().name());
        thread.setDaemon(true);
        thread.start();
    }

    /** Only the owner of a table may drop and make its indexes; others fill it with the indexes in place. */
    private boolean isOwned() throws SQLException {
        return session.number(
                        0,
                        "SELECT count(*) FROM pg_catalog.pg_class WHERE oid = to_regclass(?)"
                                + " AND pg_has_role(relowner, 'USAGE')",
                        table.table())
                > 0;
    }

    @Override
    public void put(StoredRow row) throws SQLException {
        rows.add(row);
        if (rows.size() >= PORTION_BYTES) {
            hand(rows.take());
        }
    }

    private void hand(byte[] portion) throws SQLException {
        try {
            while (!queue.offer(portion, 100, TimeUnit.MILLISECONDS)) {
                rethrow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(
                    "interrupted while writing layer '" + table.layer().name() + "'", e);
        }
        rethrow();
    }

    private void rethrow() throws SQLException {
        Throwable thrown = failure;
        if (thrown instanceof SQLException sql) {
            throw sql;
        } else if (thrown != null) {
            throw new IllegalStateException("writing layer '" + table.layer().name() + "' failed", thrown);
        }
    }

    @Override
    public void finish() throws SQLException {
        if (finished) {
            return;
        }
        finished = true;
        if (!rows.isEmpty()) {
            hand(rows.take());
        }
        hand(END);
        join();
        rethrow();
        if (owned) {
            session.execute("SET LOCAL maintenance_work_mem = '256MB'");
            for (String create : table.createIndexes()) {
                session.execute(create);
            }
            if (table.layer().geometry().isSpatial()) {
                session.execute(PostgisLayers.createIndex(table));
            }
            session.execute("ANALYZE " + table.table());
        }
    }

    @Override
    public void abandon() {
        abandoned = true;
        join();
    }

    private void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the connection is the thread's until it ends
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is, the caller's thread shall throw it
    private void run() {
        String sql = "COPY " + table.table() + " (" + table.columns() + ") FROM STDIN (FORMAT binary)";
        try {
            CopyManager copy = session.connection().unwrap(PGConnection.class).getCopyAPI();
            for (byte[] portion = next(); portion.length > 0; portion = next()) {
                copy.copyIn(sql, new ByteArrayInputStream(portion), 1 << 16);
            }
        } catch (SQLException | IOException | InterruptedException | RuntimeException | Error e) {
            failure = e;
        }
    }

    /** The next portion; an empty one at the end. */
    private byte[] next() throws InterruptedException {
        while (!abandoned) {
            byte[] portion = queue.poll(100, TimeUnit.MILLISECONDS);
            if (portion != null) {
                return portion;
            }
        }
        return END;
    }
}
