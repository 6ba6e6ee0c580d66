package org.onemap.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onemap.rights.Principal;
import org.onemap.snapshot.SnapshotHolder;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;

/**
 * Servers come to a change that another one made in two ways, each enough by itself: the database tells them, and they look twice a
 * second. Together they agree within a second; here each is tried without the other, and no time is asserted.
 */
class FollowedDatabaseTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private PostgisServer server;
    private Store ours;
    private Store theirs;

    @BeforeEach
    void start() throws Exception {
        PostgisCluster.require();
        server = PostgisServer.start();
        server.admin().execute("CREATE EXTENSION postgis");
        theirs = open();
        ours = open();
    }

    private Store open() {
        return PostgisStore.openOrCreate(StoreLocation.parse(server.admin().url()), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        if (server != null) {
            ours.close();
            theirs.close();
            server.close();
        }
    }

    private void change() {
        try (ChangeSetWriter writer =
                theirs.begin(new ChangeSetRequest(ChangeSet.Kind.EDIT, "tester", Effective.today(), ""))) {
            writer.commit();
        }
    }

    /** A holder that counts its swaps. */
    private static SnapshotHolder follow(Store store, Duration interval, Semaphore swaps) {
        SnapshotHolder holder = SnapshotHolder.start(store, Principal.anonymous(), interval);
        holder.onSwap(snapshot -> swaps.release());
        return holder;
    }

    private static void await(SnapshotHolder holder, Semaphore swaps, long change) throws InterruptedException {
        while (holder.current().changeNumber() < change) {
            assertThat(swaps.tryAcquire(30, TimeUnit.SECONDS))
                    .as("comes to change %d", change)
                    .isTrue();
        }
    }

    @Test
    void looksOftenEnoughToAgreeWithinASecond() {
        assertThat(SnapshotHolder.POLL_INTERVAL).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void hearsOfAChangeWithoutLooking() throws Exception {
        Semaphore swaps = new Semaphore(0);
        try (SnapshotHolder holder = follow(ours, NEVER, swaps)) {
            change();
            await(holder, swaps, 1);
        }
    }

    @Test
    void seesAChangeWithoutBeingTold() throws Exception {
        Store deaf = (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("onChange")) {
                        return null;
                    }
                    try {
                        return method.invoke(ours, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        Semaphore swaps = new Semaphore(0);
        try (SnapshotHolder holder = follow(deaf, SnapshotHolder.POLL_INTERVAL, swaps)) {
            change();
            await(holder, swaps, 1);
        }
    }

    @Test
    void missesNothingThatHappenedWhileItWasCutOff() throws Exception {
        Semaphore swaps = new Semaphore(0);
        try (SnapshotHolder holder = follow(ours, NEVER, swaps)) {
            change();
            await(holder, swaps, 1);
            server.stop();
            server.resume();
            change(); // perhaps before it listens again
            await(holder, swaps, 2);
        }
    }
}
