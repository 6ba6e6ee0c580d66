package org.onemap.store.geopackage;

import java.sql.Connection;
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

/**
 * Writes new rows on a thread of its own while the caller reads and encodes the next ones; indexes, spatial index
 * and the one line of the change log come at the end. The caller's thread does not touch the connection between the first
 * {@link #put} and {@link #finish()}.
 */
final class BulkWriter {

    private static final int BATCH_ROWS = 256;
    private static final int BATCH_BYTES = 1 << 20;
    private static final int QUEUED_BATCHES = 6;

    private final LayerLoad.Task task;
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

    BulkWriter(LayerLoad.Task task) throws SQLException {
        this.task = task;
        this.table = task.table();
        this.spatial = task.layer().geometry().isSpatial();
        this.contents = new Contents(task.layer().name());
        LayerTables tables = new LayerTables(task.connection());
        tables.runAll(table.dropIndexes());
        if (spatial) {
            new RTree(task.layer().name()).dropTriggers(task.connection());
        }
        thread = new Thread(this::run, "onemap-bulk-" + task.layer().name());
        thread.setDaemon(true);
        thread.start();
    }

    void put(StoredRow row) throws SQLException {
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
            throw new StoreUnavailable(
                    "interrupted while writing layer '" + task.layer().name() + "'", e);
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
            throw new IllegalStateException("writing layer '" + task.layer().name() + "' failed", thrown);
        }
    }

    /** Writes the rest, waits for it, and makes indexes, triggers and extent. */
    void finish() throws SQLException {
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
        Connection connection = task.connection();
        if (spatial) {
            packer.write(connection, task.layer().name());
            new RTree(task.layer().name()).createTriggers(connection);
        }
        new LayerTables(connection).runAll(table.createIndexes());
        contents.save(connection, spatial, true);
        try (ChangeLog log = task.log()) {
            log.addAll(task.stamp().changeSet());
        }
    }

    /** Stops the thread, so that its owner may roll back. */
    void abandon() {
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
        try (PreparedStatement insert = task.connection().prepareStatement(table.insert());
                RTree.Writer index = spatial
                        ? new RTree.Writer(task.connection(), task.layer().name())
                        : null) {
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
        Envelope box = stored.row().box();
        contents.add(stored.row().geometry, box);
        if (index != null && box != null && !packer.add(stored.oid(), box)) {
            index.insert(stored.oid(), box);
        }
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
