package org.onemap.snapshot;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.onemap.OnemapException;
import org.onemap.locate.Locator;
import org.onemap.rights.Principal;
import org.onemap.store.Store;

/**
 * Locators of past and coming days: whose was, or will be, a position. Each is built when it is first asked for, by the
 * one who asks; who asks for the same day meanwhile waits for it. Only the few that were asked last are kept, and none
 * beyond the change number that it was read at. Thread-safe.
 */
public final class AsOfLocators {

    /** How many days are kept if nothing else is said. */
    public static final int CAPACITY = 4;

    private final Store store;
    private final Principal principal;
    private final int capacity;
    private final Map<LocalDate, CompletableFuture<Snapshot>> byDay = new LinkedHashMap<>(16, 0.75f, true);
    private long changeNumber = -1;

    /** Locators over the layers of a store that the principal may see; nothing is read yet. */
    public AsOfLocators(Store store, Principal principal) {
        this(store, principal, CAPACITY);
    }

    /**
     * As {@link #AsOfLocators(Store, Principal)}, with another bound.
     *
     * @param capacity how many days are kept, at least 1
     */
    public AsOfLocators(Store store, Principal principal, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.store = store;
        this.principal = principal;
        this.capacity = capacity;
    }

    /**
     * The locator of a day: the divisions whose interval {@code [valid_from, valid_to)} holds it, as far as the store
     * knows now.
     *
     * @param day a day of Asia/Shanghai
     * @throws OnemapException if the store cannot be read
     */
    public Locator at(LocalDate day) {
        return snapshotAt(day).locator();
    }

    /**
     * The divisions of a day and how they hang together: a snapshot whose extents are those of now.
     *
     * @param day a day of Asia/Shanghai
     * @throws OnemapException if the store cannot be read
     */
    public Snapshot snapshotAt(LocalDate day) {
        CompletableFuture<Snapshot> mine = new CompletableFuture<>();
        CompletableFuture<Snapshot> kept = keep(day, mine);
        if (kept == mine) {
            build(day, mine);
        }
        try {
            return kept.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof OnemapException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** How many days are held now. */
    synchronized int size() {
        return byDay.size();
    }

    private void build(LocalDate day, CompletableFuture<Snapshot> result) {
        try {
            result.complete(SnapshotLoader.load(store, principal, day));
        } catch (RuntimeException | Error e) {
            forget(day, result);
            result.completeExceptionally(e);
        }
    }

    private CompletableFuture<Snapshot> keep(LocalDate day, CompletableFuture<Snapshot> mine) {
        long now = store.changeNumber();
        synchronized (this) {
            if (now != changeNumber) {
                byDay.clear();
                changeNumber = now;
            }
            CompletableFuture<Snapshot> kept = byDay.computeIfAbsent(day, unused -> mine);
            if (byDay.size() > capacity) {
                byDay.remove(byDay.keySet().iterator().next());
            }
            return kept;
        }
    }

    private synchronized void forget(LocalDate day, CompletableFuture<Snapshot> result) {
        byDay.remove(day, result);
    }
}
