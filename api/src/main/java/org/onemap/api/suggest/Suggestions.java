package org.onemap.api.suggest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onemap.snapshot.Snapshot;
import org.onemap.snapshot.SnapshotHolder;
import org.onemap.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the index that questions are answered from, and makes the next one beside it when the store changes. Thread-safe.
 *
 * <p>The first index is read in the background some seconds after the first snapshot; an earlier question reads it.
 */
public final class Suggestions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Suggestions.class);

    /** The start of the server, and the first page of the map, come before. */
    private static final long FIRST_AFTER_MS = 2_000;

    private final Store store;
    private final Object turn = new Object();
    private volatile @Nullable SuggestIndex current;
    private volatile boolean closed;

    /** Reads from this store whenever these snapshots change. */
    public Suggestions(Store store, SnapshotHolder snapshots) {
        this.store = store;
        snapshots.onSwap(snapshot -> follow());
        Thread first = new Thread(() -> readQuietly(snapshots), "onemap-suggest");
        first.setDaemon(true);
        first.start();
    }

    /** The index now; reads it if there is none yet. */
    SuggestIndex index() {
        SuggestIndex index = current;
        return index == null ? read(0) : index;
    }

    /** Nothing is read any more. */
    @Override
    public void close() {
        closed = true;
        synchronized (turn) { // a reading under way ends before the store is closed
            current = null;
        }
    }

    private void follow() {
        SuggestIndex before = current;
        read(before == null ? 0 : before.changeNumber() + 1);
    }

    private void readQuietly(SnapshotHolder snapshots) {
        try {
            Snapshot unused = snapshots.current();
            Thread.sleep(FIRST_AFTER_MS);
            if (!closed) {
                index();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("search is not ready: {}", e.getMessage()); // the first question tries again
            }
        }
    }

    private SuggestIndex read(long atLeast) {
        synchronized (turn) {
            SuggestIndex before = current;
            if (before != null && before.changeNumber() >= atLeast) {
                return before;
            }
            SuggestIndex next = SuggestIndex.read(store, Optional.ofNullable(before));
            if (!next.isComplete()) {
                LOG.warn("search knows the first {} things only", SuggestIndex.MOST_ENTRIES);
            }
            if (!closed) {
                current = next;
            }
            return next;
        }
    }
}
