package org.onemap.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onemap.OnemapException;
import org.onemap.rights.Principal;
import org.onemap.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the current snapshot and keeps it current: a daemon thread looks at the change number, regularly and when
 * the store says that there is a change, applies change sets that
 * have fallen due, builds the next snapshot beside the current one and swaps. Thread-safe.
 *
 * <p>The first snapshot is read on that thread too, so that whoever starts can do other things meanwhile; who asks for it
 * earlier waits.
 *
 * <p>While the store cannot be read the last good snapshot stays, the failure is logged once and the thread tries again
 * at the next turn. The store is not closed with the holder.
 */
public final class SnapshotHolder implements AutoCloseable {

    /** How often the change number is looked at. */
    public static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotHolder.class);
    private static final long JOIN_MS = 5_000;

    private final Store store;
    private final Principal principal;
    private final Duration interval;
    private final IndexCache cache;
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private final CompletableFuture<Snapshot> first = new CompletableFuture<>();
    private volatile @Nullable Snapshot current;
    private volatile boolean closed;
    private volatile String lastFailure = "";

    private SnapshotHolder(Store store, Principal principal, Duration interval) {
        this.store = store;
        this.principal = principal;
        this.interval = interval;
        this.cache = IndexCache.of(store);
        this.thread = new Thread(this::run, "onemap-snapshot");
        this.thread.setDaemon(true);
    }

    /**
     * Loads the first snapshot and starts to watch.
     *
     * @throws OnemapException if the store cannot be read now
     */
    public static SnapshotHolder start(Store store, Principal principal) {
        return start(store, principal, POLL_INTERVAL);
    }

    /** As {@link #start(Store, Principal)}, with another interval. */
    public static SnapshotHolder start(Store store, Principal principal, Duration interval) {
        SnapshotHolder holder = begin(store, principal, interval);
        Snapshot unused = holder.current();
        return holder;
    }

    /**
     * Begins to load the first snapshot, and to watch when it is there, and comes back at once: {@link #current()} waits for
     * it, and throws what kept it from being read.
     */
    public static SnapshotHolder begin(Store store, Principal principal) {
        return begin(store, principal, POLL_INTERVAL);
    }

    private static SnapshotHolder begin(Store store, Principal principal, Duration interval) {
        SnapshotHolder holder = new SnapshotHolder(store, principal, interval);
        holder.thread.start();
        return holder;
    }

    /**
     * The current snapshot. A request takes it once and finishes on it.
     *
     * @throws OnemapException if the first one could not be read
     */
    public Snapshot current() {
        Snapshot snapshot = current;
        if (snapshot != null) {
            return snapshot;
        }
        try {
            return first.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Calls the listener after each swap, on the watching thread; what it throws is logged. */
    public void onSwap(Consumer<Snapshot> listener) {
        listeners.add(listener);
    }

    /** Looks at the store now, not at the next turn; the snapshot that is current afterwards. */
    public synchronized Snapshot refresh() {
        store.applyDue();
        Snapshot before = current();
        if (store.changeNumber() != before.changeNumber()) {
            Snapshot next = SnapshotLoader.load(store, principal, Optional.of(before), Optional.of(cache));
            current = next;
            LOG.info("snapshot of change {} replaces that of change {}", next.changeNumber(), before.changeNumber());
            listeners.forEach(listener -> tell(listener, next));
            return next;
        }
        return before;
    }

    /** Stops the watching thread and waits for it, at most five seconds. The current snapshot stays usable. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What went wrong at the last turn; empty if nothing did. For the health of the service. */
    public String lastFailure() {
        return lastFailure;
    }

    private void run() {
        if (loadFirst()) {
            watch();
        }
    }

    private boolean loadFirst() {
        try {
            store.applyDue();
            Snapshot snapshot = SnapshotLoader.load(store, principal, Optional.empty(), Optional.of(cache));
            store.onChange(woken::release);
            current = snapshot;
            return first.complete(snapshot);
        } catch (RuntimeException | Error e) {
            return !first.completeExceptionally(e);
        }
    }

    private void watch() {
        while (!closed) {
            try {
                boolean unused = woken.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                refresh();
                recovered();
            } catch (InterruptedException e) {
                return; // only close() interrupts
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void failed(RuntimeException e) {
        String failure = String.valueOf(e.getMessage());
        if (closed || failure.equals(lastFailure)) {
            return; // said already
        }
        lastFailure = failure;
        if (e instanceof OnemapException) {
            LOG.warn("still serving change {}: {}", current().changeNumber(), failure);
        } else {
            LOG.error("still serving change {}", current().changeNumber(), e);
        }
    }

    private void recovered() {
        if (!lastFailure.isEmpty()) {
            LOG.info("the store can be read again");
            lastFailure = "";
        }
    }

    private static void tell(Consumer<Snapshot> listener, Snapshot snapshot) {
        try {
            listener.accept(snapshot);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on change {}", snapshot.changeNumber(), e);
        }
    }
}
