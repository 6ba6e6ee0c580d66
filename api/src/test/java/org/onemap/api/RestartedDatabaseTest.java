package org.onemap.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;
import org.onemap.store.postgis.PostgisCluster;
import org.onemap.store.postgis.PostgisServer;
import org.onemap.store.sql.StoreCopy;

/** Real servers on a database of their own that is restarted, and changed while one of them is away. */
class RestartedDatabaseTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ITEMS = "/collections/building/items?limit=100";

    @TempDir
    private Path folder;

    private PostgisServer database;
    private Store store;

    @BeforeEach
    void start() throws Exception {
        PostgisCluster.require();
        database = PostgisServer.start();
        database.admin().execute("CREATE EXTENSION postgis");
        store = open();
        try (Store town = TestTown.create(folder)) {
            StoreCopy.copy(town, store);
        }
    }

    private Store open() {
        return Stores.openOrCreate(StoreLocation.parse(database.admin().url()));
    }

    @AfterEach
    void stop() {
        if (database != null) {
            store.close();
            database.close();
        }
    }

    private static OnemapServer serve(Store store) {
        return OnemapServer.start(store, new ServerOptions(ServerOptions.LOOPBACK, 0, Optional.empty()));
    }

    private static HttpResponse<String> get(OnemapServer server, String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void noRequestThatReadsIsLost() throws Exception {
        try (OnemapServer server = serve(store)) {
            String expected = get(server, ITEMS).body().replaceFirst("\"timeStamp\":\"[^\"]*\"", "");
            AtomicBoolean done = new AtomicBoolean();
            AtomicLong answers = new AtomicLong();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                callers.add(threads.submit(() -> {
                    while (!done.get()) {
                        HttpResponse<String> answer = get(server, ITEMS);
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                        assertThat(answer.body().replaceFirst("\"timeStamp\":\"[^\"]*\"", ""))
                                .isEqualTo(expected);
                        answers.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (int restart = 0; restart < 2; restart++) {
                long before = answers.get();
                database.stop();
                database.resume();
                while (answers.get() < before + 50 && callers.stream().noneMatch(Future::isDone)) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
            done.set(true);
            for (Future<?> caller : callers) {
                caller.get();
            }
            threads.shutdown();
        }
    }

    @Test
    void aChangeMadeWhileAServerWasAwayIsNotMissed() throws Exception {
        String changeNumber = "\"changeNumber\":2";
        try (Store other = open();
                OnemapServer stays = serve(other)) {
            serve(store).close();
            try (ChangeSetWriter writer = TestTown.begin(other, LocalDate.of(2026, 1, 1))) {
                writer.commit();
            }
            try (OnemapServer back = serve(store)) {
                assertThat(get(back, "/health/ready").body()).contains(changeNumber);
            }
            while (!get(stays, "/health/ready").body().contains(changeNumber)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }
}
