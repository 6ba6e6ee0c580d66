package org.onemap.ingest.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onemap.StoreUnavailable;
import org.onemap.ingest.read.SourceRow;

/**
 * Reads, transforms and checks rows on a thread of its own while the caller writes them: two cores at work, a bounded
 * number of rows between them.
 */
final class RowPipe implements AutoCloseable {

    private static final int BATCH = 256;
    private static final int BATCHES = 8;

    private final BlockingQueue<List<CheckedRow>> queue = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;
    private volatile boolean stopped;
    private volatile @Nullable Throwable failure;

    /**
     * Starts the reading.
     *
     * @param rows the source's rows; used by the reading thread alone from now on
     * @param check makes the content of a row and checks it
     */
    RowPipe(Iterator<SourceRow> rows, Function<SourceRow, CheckedRow> check) {
        this.reader = new Thread(() -> read(rows, check), "onemap-read");
        reader.setDaemon(true);
        reader.start();
    }

    /** Gives every row to the writer, on the caller's thread; what the reading thread threw is thrown here. */
    void forEach(Consumer<CheckedRow> writer) {
        while (true) {
            List<CheckedRow> batch = take();
            batch.forEach(writer);
            if (batch.isEmpty()) {
                rethrow();
                return;
            }
        }
    }

    private void read(Iterator<SourceRow> rows, Function<SourceRow, CheckedRow> check) {
        List<CheckedRow> batch = new ArrayList<>(BATCH);
        try {
            while (!stopped && rows.hasNext()) {
                batch.add(check.apply(rows.next()));
                if (batch.size() == BATCH) {
                    offer(batch);
                    batch = new ArrayList<>(BATCH);
                }
            }
        } catch (Throwable e) { // whatever it is, the writing thread must hear of it
            failure = e;
        }
        if (!batch.isEmpty()) {
            offer(batch);
        }
        offer(List.of());
    }

    private void offer(List<CheckedRow> batch) {
        try {
            while (!stopped && !queue.offer(batch, 100, TimeUnit.MILLISECONDS)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private List<CheckedRow> take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("the import was interrupted; nothing was written", e);
        }
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    /** Ends the reading thread and waits for it, so that the source is free again. */
    @Override
    public void close() {
        stopped = true;
        reader.interrupt();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
