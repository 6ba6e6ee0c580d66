package org.onemap.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemap.api.plans.PlannedTown;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;
import org.onemap.store.postgis.PostgisCluster;
import org.onemap.store.sql.StoreCopy;

/** The same content in a GeoPackage and in PostGIS: the same bytes over HTTP. And what only a database can do. */
class TwoEnginesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static String url;
    private static Store file;
    private static Store database;
    private static Door fileServer;
    private static Door databaseServer;
    private static Store tiny;
    private static Door tinyServer;

    @BeforeAll
    static void start() {
        url = PostgisCluster.shared().newDatabase().url();
        file = TestTown.create(folder);
        database = Stores.openOrCreate(StoreLocation.parse(url));
        StoreCopy.copy(file, database);
        fileServer = serve(file);
        databaseServer = serve(database);
        tiny = Stores.open(StoreLocation.parse(url + "?pool=1&waitMs=300"));
        tinyServer = serve(tiny);
    }

    /** A server behind the same public address as the others, so that links are the same too. */
    private record Door(OnemapServer server, int port) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
        }
    }

    private static Door serve(Store store) {
        int port = freePort();
        return new Door(
                OnemapServer.start(
                        store, new ServerOptions(ServerOptions.LOOPBACK, port, Optional.of("https://map.example"))),
                port);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        if (tinyServer != null) {
            tinyServer.close();
            databaseServer.close();
            fileServer.close();
            tiny.close();
            database.close();
            file.close();
        }
    }

    private static HttpResponse<byte[]> get(Door server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/collections",
                "/collections/building",
                "/collections/building/queryables",
                "/collections/building/items?limit=100",
                "/collections/building/items?limit=7&bbox=113.541,34.801,113.556,34.809",
                "/collections/building/items?asOf=2024-05-01",
                "/collections/building/items?floors=3",
                "/collections/grid/items",
                "/collections/grid/items/410172160601001",
                "/collections/nothing/items",
                "/tiles/WebMercatorQuad/10/406/834",
                "/tiles/WebMercatorQuad/14/6500/13359",
                "/tiles/WebMercatorQuad/16/26001/53436",
                "/v1/locate?lon=113.545&lat=34.805&coordsys=cgcs2000",
                "/v1/locate?lon=113.55&lat=34.81&coordsys=cgcs2000",
                "/v1/locate?lon=113.551&lat=34.809&coordsys=gcj02",
                "/v1/suggest?q=B1",
                "/v1/divisions",
                "/v1/divisions?level=grid&bbox=113.551,34.801,113.552,34.802",
                "/v1/divisions/410172160601001",
                "/v1/divisions/410172160601/children",
            })
    void answersTheSameBytes(String path) throws Exception {
        HttpResponse<byte[]> expected = get(fileServer, path);
        HttpResponse<byte[]> actual = get(databaseServer, path);
        assertThat(actual.statusCode()).isEqualTo(expected.statusCode());
        assertThat(withoutClock(actual)).isEqualTo(withoutClock(expected));
        for (String header : List.of("ETag", "Content-Type", "Onemap-Change-Number")) {
            assertThat(actual.headers().firstValue(header))
                    .as(header)
                    .isEqualTo(expected.headers().firstValue(header));
        }
    }

    /** Drafts, their figures and what explains them, in both engines. */
    @Test
    void plansAreTheSameBytesToo(@TempDir Path planned) throws Exception {
        try (Store inFile = PlannedTown.create(planned);
                Store inDatabase = Stores.openOrCreate(StoreLocation.parse(
                        PostgisCluster.shared().newDatabase().url()))) {
            StoreCopy.copy(inFile, inDatabase);
            try (Door one = serve(inFile);
                    Door other = serve(inDatabase)) {
                for (String path : List.of(
                        "/v1/plans",
                        "/v1/plans/2",
                        "/v1/plans/2/divisions",
                        "/v1/plans/2/divisions?level=zone&stage=today",
                        "/v1/plans/2/divisions?limit=5&cursor=5",
                        "/v1/plans/2/boundaries",
                        "/v1/plans/2/boundaries?stage=today&bbox=113.51,34.79,113.52,34.80",
                        "/v1/divisions/410172160601001?asOf=2024-05-01",
                        "/v1/divisions?prefix=410172160")) {
                    HttpResponse<byte[]> expected = get(one, path);
                    HttpResponse<byte[]> actual = get(other, path);
                    assertThat(expected.statusCode()).as(path).isEqualTo(200);
                    assertThat(withoutClock(actual)).as(path).isEqualTo(withoutClock(expected));
                    assertThat(actual.headers().firstValue("ETag"))
                            .isEqualTo(expected.headers().firstValue("ETag"));
                }
            }
        }
    }

    /** The bytes, one character each; the only thing in them that is not of the store is the time of the answer. */
    private static String withoutClock(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.ISO_8859_1)
                .replaceFirst("\"timeStamp\":\"[^\"]*\"", "\"timeStamp\":\"now\"");
    }

    @Test
    void saysAtOnceWhenAllConnectionsAreBusy() throws Exception {
        try (ReadView busy = tiny.read()) {
            assertThat(busy.changeNumber()).isEqualTo(1);
            HttpResponse<byte[]> refused = get(tinyServer, "/collections/building/items");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("all 1 connections", "are busy");
        }
        assertThat(get(tinyServer, "/collections/building/items").statusCode()).isEqualTo(200);
    }

    @Test
    void severalServersOnOneDatabaseAgree() throws Exception {
        String town = PostgisCluster.shared().newDatabase().url();
        try (Store one = Stores.openOrCreate(StoreLocation.parse(town));
                Store two = Stores.openOrCreate(StoreLocation.parse(town));
                Door first = serve(one);
                Door second = serve(two)) {
            try (ChangeSetWriter writer = TestTown.begin(one, LocalDate.of(2024, 1, 1))) {
                writer.commit();
            }
            for (Door server : List.of(first, second)) {
                await(server, 1);
            }
        }
    }

    private static void await(Door server, long change) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            String health = new String(get(server, "/health/ready").body(), StandardCharsets.UTF_8);
            if (health.contains("\"changeNumber\":" + change)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("server " + server.port() + " does not come to change " + change);
    }
}
