package org.onemap.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;

/** A running server follows what other processes do to its store, and says so by its tags. */
class RefreshTest {

    private static final String ROW = "/collections/building/items/B900";

    @TempDir
    Path folder;

    @Test
    void showsWhatAnotherProcessImportsAndUndoes() throws Exception {
        try (Served served = Served.town(folder)) {
            String file = folder.resolve("town.gpkg").toString();
            String whole = "/tiles/WebMercatorQuad/14/6500/13359";
            String items = "/collections/building/items?limit=100";
            String tileTag = tag(served, whole);
            String itemsTag = tag(served, items);
            String roadTag = tag(served, whole + "?collections=road");

            runElsewhere("import", file);
            await(() -> served.get(ROW).statusCode() == 200);
            await(() -> served.json("/health/ready").path("changeNumber").asLong() == 2);
            assertThat(tag(served, whole)).isNotEqualTo(tileTag);
            assertThat(tag(served, items)).isNotEqualTo(itemsTag);
            assertThat(tag(served, whole + "?collections=road")).as("untouched").isEqualTo(roadTag);
            assertThat(served.get(whole, "If-None-Match", tileTag).statusCode()).isEqualTo(200);
            assertThat(served.json(items).path("numberMatched").asInt()).isEqualTo(26);
            await(() -> served.json("/v1/suggest?q=B900").path("items").size() == 1);

            runElsewhere("undo", file);
            await(() -> served.json("/health/ready").path("changeNumber").asLong() == 3);
            assertThat(served.get(ROW).statusCode()).isEqualTo(404);
            assertThat(tag(served, whole))
                    .as("the same content has the same tag")
                    .isEqualTo(tileTag);
            assertThat(tag(served, items)).isNotEqualTo(itemsTag);
            await(() -> served.json("/v1/suggest?q=B900").path("items").isEmpty());
        }
    }

    @Test
    void locateFollowsTheDivisions() throws Exception {
        try (Served served = Served.town(folder)) {
            String question = "/v1/locate?lon=113.57&lat=34.805&coordsys=cgcs2000";
            assertThat(served.json(question).path("status").asText()).isEqualTo("outside");
            runElsewhere("grid", folder.resolve("town.gpkg").toString());
            await(() -> served.json(question).path("status").asText().equals("inside"));
            assertThat(served.json(question).path("changeNumber").asLong()).isEqualTo(2);
        }
    }

    @Test
    void pagesDoNotShiftWhenRowsComeMeanwhile() {
        try (Served served = Served.town(folder)) {
            var first = served.json("/collections/building/items?limit=10");
            try (ChangeSetWriter writer = TestTown.begin(served.store(), LocalDate.of(2024, 6, 1))) {
                TestTown.load(writer, TestTown.buildingLayer(), Mode.UPSERT, change(900));
                writer.commit();
            }
            String next = "";
            for (var link : first.path("links")) {
                next = link.path("rel").asText().equals("next")
                        ? link.path("href").asText()
                        : next;
            }
            assertThat(served.json(next).at("/features/0/id").asText()).isEqualTo("B011");
        }
    }

    private static String tag(Served served, String path) {
        HttpResponse<byte[]> response = served.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.headers().firstValue("ETag").orElseThrow();
    }

    /** Long enough for the slowest machine; how long it takes is measured elsewhere. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("within half a minute").isBefore(end);
            Thread.sleep(50);
        }
    }

    private static org.onemap.feature.Content change(int number) {
        return TestTown.building(number, TestTown.box(113.5451, 34.8056, 113.5453, 34.8058));
    }

    private static void runElsewhere(String action, String file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Elsewhere.class.getName(),
                        action,
                        file))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    /** The main class of another process that changes the store. */
    static final class Elsewhere {

        private Elsewhere() {}

        public static void main(String[] args) {
            try (Store store = Stores.open(StoreLocation.parse(args[1]))) {
                if (args[0].equals("undo")) {
                    store.undo(2, "test");
                    return;
                }
                try (ChangeSetWriter writer = TestTown.begin(store, LocalDate.of(2024, 6, 1))) {
                    if (args[0].equals("import")) {
                        TestTown.load(writer, TestTown.buildingLayer(), Mode.UPSERT, change(900));
                    } else {
                        String box = TestTown.box(113.56, 34.80, 113.58, 34.81);
                        TestTown.load(
                                writer,
                                TestTown.standard("grid"),
                                Mode.UPSERT,
                                TestTown.row("410172160601005", "第五网格", "410172160601", box));
                    }
                    writer.commit();
                }
            }
        }
    }
}
