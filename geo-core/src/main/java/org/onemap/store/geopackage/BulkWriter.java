package org.onemap.store.geopackage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.StoreUnavailable;
import org.onemap.store.sql.BulkLoad;
import org.onemap.store.sql.LayerTable;
import org.onemap.store.sql.Session;
import org.onemap.store.sql.StoredRow;

/**
 * Writes new rows on a thread of its own while the caller reads and encodes the next ones; indexes and spatial
 * index come at the end. The caller's thread does not touch the session between the first
 * {@link #put} and {@link #finish()}.
 */
final class BulkWriter implements BulkLoad {

    private static final int BATCH_ROWS = 256;
    private static final int BATCH_BYTES = 1 << 20;
    private static final int QUEUED_BATCHES = 6;

    private final Session session;
    private final String layer;
    private final LayerTable table;
    private final boolean spatial;
    private final Contents contents;
    private final RTreePacker packer = new RTreePacker();
    private final BlockingQueue<List<StoredRow>> queue = new ArrayBlockingQueue<>(QUEUED_BATCHES);
    private final Thread thread;
    private List<StoredRow> batch = new ArrayList<>(BATCH_ROWS);
    private int batchBytes;
    private boolean finished;
    private volatile boolean abandoned;
    private volatile @Nullable Throwable failure;

    BulkWriter(Session session, LayerTable table) throws SQLException {
        this.session = session;
        this.table = table;
        this.layer = table.layer().name();
        this.spatial = table.layer().geometry().isSpatial();
        this.contents = new Contents(layer);
        for (String drop : table.dropIndexes()) {
            session.execute(drop);
        }
        if (spatial) {
            new RTree(layer).dropTriggers(session);
        }
        thread = new Thread(this::run, "onemap-bulk-" + layer);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void put(StoredRow row) throws SQLException {
        batch.add(row);
        batchBytes += row.row().weight();
        if (batch.size() >= BATCH_ROWS || batchBytes >= BATCH_BYTES) {
            hand(batch);
            batch = new ArrayList<>(BATCH_ROWS);
            batchBytes = 0;
        }
    }

    private void hand(List<StoredRow> rows) throws SQLException {
        try {
            while (!queue.offer(rows, 100, TimeUnit.MILLISECONDS)) {
                rethrow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while writing layer '" + layer + "'", e);
        }
        rethrow();
    }

    private void rethrow() throws SQLException {
        Throwable thrown = failure;
        if (thrown instanceof SQLException sql) {
            throw sql;
        } else if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        } else if (thrown != null) {
            throw new IllegalStateException("writing layer '" + layer + "' failed", thrown);
        }
    }

    /** Writes the rest, waits for it, and makes indexes, triggers and extent. */
    @Override
    public void finish() throws SQLException {
        if (finished) {
            return;
        }
        finished = true;
        if (!batch.isEmpty()) {
            hand(batch);
        }
        hand(List.of());
        join();
        rethrow();
        if (spatial) {
            packer.write(session, layer);
            new RTree(layer).createTriggers(session);
        }
        for (String create : table.createIndexes()) {
            session.execute(create);
        }
        contents.save(session, spatial, true);
    }

    /** Stops the thread, so that its owner may roll back. */
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
                interrupted = true; // the session is the thread's until it ends
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is, the caller's thread shall throw it
    private void run() {
        try (PreparedStatement insert = session.prepare(table.insert());
                RTree.Writer index = spatial ? new RTree.Writer(session, layer) : null) {
            List<StoredRow> rows = next();
            while (!rows.isEmpty()) {
                for (StoredRow row : rows) {
                    write(row, insert, index);
                }
                rows = next();
            }
        } catch (Exception | Error e) {
            failure = e;
        }
    }

    private void write(StoredRow stored, PreparedStatement insert, RTree.@Nullable Writer index) throws SQLException {
        table.bind(insert, stored);
        insert.executeUpdate();
        Envelope box = box(stored);
        contents.add(stored.row().geometry, box);
        if (index != null && box != null && !packer.add(stored.oid(), box)) {
            index.insert(stored.oid(), box);
        }
    }

    private static @Nullable Envelope box(StoredRow stored) {
        byte[] geometry = stored.row().geometry;
        return geometry == null ? null : GeometryBlob.envelope(geometry);
    }

    /** The next batch; an empty one at the end. */
    private List<StoredRow> next() throws InterruptedException {
        while (!abandoned) {
            List<StoredRow> rows = queue.poll(100, TimeUnit.MILLISECONDS);
            if (rows != null) {
                return rows;
            }
        }
        return List.of();
    }
}
