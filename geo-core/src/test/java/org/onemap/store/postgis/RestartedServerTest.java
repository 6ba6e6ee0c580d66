package org.onemap.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onemap.StoreUnavailable;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;

/** A server that is restarted under load, and listeners that are cut off. */
class RestartedServerTest {

    private PostgisServer server;
    private Store store;
    private String url;

    @BeforeEach
    void start() throws Exception {
        PostgisCluster.require();
        server = PostgisServer.start();
        server.admin().execute("CREATE EXTENSION postgis");
        url = server.admin().url();
        store = PostgisStore.openOrCreate(StoreLocation.parse(url), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        if (server != null) {
            store.close();
            server.close();
        }
    }

    private static ChangeSet change(Store store) {
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.EDIT, "tester", Effective.today(), ""))) {
            return writer.commit();
        }
    }

    @Test
    void losesNoReadingThatCanBeBegunAgain() throws Exception {
        change(store);
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong answers = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            readers.add(threads.submit(() -> {
                while (!done.get()) {
                    read();
                    assertThat(store.changeNumber()).isPositive();
                    answers.incrementAndGet();
                }
                return null;
            }));
        }
        for (int restart = 0; restart < 2; restart++) {
            long before = answers.get();
            server.stop();
            server.resume();
            while (answers.get() < before + 50 && readers.stream().noneMatch(Future::isDone)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        done.set(true);
        for (Future<?> reader : readers) {
            reader.get();
        }
        threads.shutdown();
        assertThat(change(store).number()).isEqualTo(2);
    }

    /** What the HTTP door does with a request that only reads: once more where the connection broke. */
    private void read() {
        try {
            readOnce();
        } catch (StoreUnavailable e) {
            assertThat(e.isBrokenOff()).as(e.getMessage()).isTrue();
            readOnce();
        }
    }

    private void readOnce() {
        try (ReadView view = store.read()) {
            assertThat(view.listChangeSets()).isNotEmpty();
            assertThat(view.layers(Principal.anonymous()).list()).isEmpty();
        }
    }

    @Test
    void tellsOfChangesOfOthersAlsoAfterTheListenerWasCutOff() throws Exception {
        Semaphore told = new Semaphore(0);
        store.onChange(told::release);
        assertThat(told.tryAcquire(20, TimeUnit.SECONDS)).as("it listens").isTrue();
        told.drainPermits();
        try (Store other = PostgisStore.open(StoreLocation.parse(url), Clock.systemUTC())) {
            change(other);
            assertThat(told.tryAcquire(20, TimeUnit.SECONDS)).as("it is told").isTrue();
            server.stop();
            server.resume();
            told.drainPermits();
            change(other);
            assertThat(told.tryAcquire(20, TimeUnit.SECONDS))
                    .as("it is told again")
                    .isTrue();
            assertThat(store.changeNumber()).isEqualTo(2);
        }
    }

    @Test
    void aWriterWhoseServerGoesAwayLeavesNothing() throws Exception {
        change(store);
        ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.EDIT, "tester", Effective.today(), ""));
        server.stop();
        server.resume();
        try {
            writer.commit();
            throw new AssertionError("the commit must fail");
        } catch (StoreUnavailable e) {
            assertThat(e).hasMessageContaining("store postgresql://");
        }
        assertThat(change(store).number()).isEqualTo(2);
    }
}
