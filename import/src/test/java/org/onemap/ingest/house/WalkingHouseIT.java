package org.onemap.ingest.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole house from outside: the runnable jar makes the demo, serves it, and GDAL is its guest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkingHouseIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private OnemapProcess server;
    private String url;

    @BeforeAll
    void makesTheDemoAndServesIt() throws Exception {
        OnemapProcess.Result demo = OnemapProcess.run("demo", "--data", data.toString(), "--no-serve");
        assertThat(demo.exitCode()).as(demo.output()).isZero();
        int port = OnemapProcess.freePort();
        server = OnemapProcess.start("serve", "--store", store().toString(), "--port", Integer.toString(port));
        url = "http://127.0.0.1:" + port;
        awaitReady();
    }

    @AfterAll
    void stops() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void leavesExactlyOneStoreAndReusesIt() throws Exception {
        Path before = store();
        OnemapProcess.Result again = OnemapProcess.run("demo", "--data", data.toString(), "--no-serve");
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(store()).isEqualTo(before);
        OnemapProcess.Result changes = OnemapProcess.run("changes", "list", "--store", before.toString());
        assertThat(changes.exitCode()).as(changes.output()).isZero();
        assertThat(changes.output()).containsIgnoringCase("applied");
    }

    @Test
    void answersWhoseThePointIs() throws Exception {
        JsonNode answer = get("/v1/locate?lon=113.55&lat=34.81&coordsys=cgcs2000");
        assertThat(answer.path("status").asText()).isEqualTo("inside");
        String grid = answer.path("grid").path("code").asText();
        assertThat(grid).hasSize(15);
        assertThat(answer.path("zone").path("code").asText()).isEqualTo(grid.substring(0, 12));
        assertThat(answer.path("office").path("code").asText()).isEqualTo(grid.substring(0, 9));
        assertThat(answer.path("edgeDistanceM").asDouble()).isGreaterThan(20);
        JsonNode item = get("/collections/grid/items/" + grid);
        assertThat(item.path("id").asText()).isEqualTo(grid);
    }

    @Test
    void holdsTheDistrictThatTheIssueNames() throws Exception {
        assertThat(matched("office")).isEqualTo(5);
        assertThat(matched("zone")).isEqualTo(30);
        assertThat(matched("grid")).isEqualTo(189);
        assertThat(matched("building")).isBetween(18_000, 22_000);
        assertThat(matched("part")).isBetween(55_000, 65_000);
        assertThat(matched("address")).isBetween(13_500, 16_500);
    }

    @Test
    void refusesWithAReasonAndExitCode() throws Exception {
        OnemapProcess.Result usage = OnemapProcess.run("import", "--nonsense");
        assertThat(usage.exitCode()).as(usage.output()).isEqualTo(64);
        Path bad = Files.writeString(data.resolve("grid.csv"), "code,name,wkt\nx,y,POINT (1 1)\n");
        OnemapProcess.Result refused = OnemapProcess.run("import", bad.toString(), "--store", store().toString());
        Files.delete(bad);
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output()).contains("--crs");
    }

    /** The name is made by the shell: this Java machine may be in the bare locale as well. */
    @Test
    void opensChineseFileNamesInTheBareLocale() throws Exception {
        Path source = Files.writeString(data.resolve("one.csv"), "code,name,lon,lat\nP1,one,113.5,34.8\n");
        String launcher =
                Path.of(System.getProperty("onemap.home"), "bin", "onemap").toString();
        String script =
                "set -e; name=$(printf '\\347\\275\\221\\346\\240\\274').csv; folder=$(mktemp -d); cp \"$1\" $folder/$name;"
                        + " cd $folder; unset LANG LC_CTYPE; LC_ALL=$3 \"$2\" import $name --layer place --coordsys wgs84 --store s.gpkg; rm -r $folder";
        for (String locale : List.of("", "C", "POSIX")) {
            OnemapProcess.Result done =
                    OnemapProcess.run(List.of("bash", "-c", script, "test", source.toString(), launcher, locale));
            assertThat(done.exitCode())
                    .as("LC_ALL='%s': %s", locale, done.output())
                    .isZero();
            assertThat(done.output()).contains("网格.csv", "place created 1");
        }
    }

    @Test
    void gdalReadsTheStore() throws Exception {
        assumeGdal();
        OnemapProcess.Result info = OnemapProcess.run(List.of("ogrinfo", "-ro", "-so", store().toString(), "grid"));
        assertThat(info.exitCode()).as(info.output()).isZero();
        assertThat(info.output())
                .contains("Feature Count: 189")
                .contains("4490")
                .doesNotContain("ERROR", "Warning");
    }

    @Test
    void gdalIsAnOgcClient() throws Exception {
        assumeGdal();
        OnemapProcess.Result list = OnemapProcess.run(List.of("ogrinfo", "-ro", "OAPIF:" + url + "/"));
        assertThat(list.exitCode()).as(list.output()).isZero();
        assertThat(list.output()).contains("grid", "zone", "office", "building").doesNotContain("ERROR");
        OnemapProcess.Result all =
                OnemapProcess.run(List.of("ogrinfo", "-ro", "-al", "-so", "OAPIF:" + url + "/", "grid"));
        assertThat(all.output()).contains("Feature Count: 189").doesNotContain("ERROR");
    }

    @Test
    void gdalReadsATile() throws Exception {
        assumeGdal();
        OnemapProcess.Result tile = OnemapProcess.run(List.of(
                "ogrinfo",
                "-al",
                "MVT:" + url + "/tiles/WebMercatorQuad/14/6500/13359?f=mvt",
                "-oo",
                "X=13359",
                "-oo",
                "Y=6500",
                "-oo",
                "Z=14"));
        assertThat(tile.exitCode()).as(tile.output()).isZero();
        assertThat(tile.output()).contains("Layer name: grid").doesNotContain("ERROR");
    }

    @Test
    void showsAChangeOfAnotherProcessWithinTwoSeconds() throws Exception {
        Path csv = data.resolve("sample_place.csv");
        Files.writeString(csv, "code,name,lon,lat\nP1,甲,113.5,34.8\n", StandardCharsets.UTF_8);
        long before = get("/v1/locate?lon=113.55&lat=34.81&coordsys=wgs84")
                .path("changeNumber")
                .asLong();
        OnemapProcess.Result done =
                OnemapProcess.run("import", csv.toString(), "--store", store().toString(), "--coordsys", "wgs84");
        Files.delete(csv);
        assertThat(done.exitCode()).as(done.output()).isZero();
        Instant until = Instant.now()
                .plus(Duration.ofSeconds(20)); // a loaded machine is no failure; the figure is measured elsewhere
        long after = before;
        while (after == before && Instant.now().isBefore(until)) {
            Thread.sleep(100);
            after = get("/v1/locate?lon=113.55&lat=34.81&coordsys=wgs84")
                    .path("changeNumber")
                    .asLong();
        }
        assertThat(after).isEqualTo(before + 1);
        assertThat(get("/collections/sample_place/items/P1")
                        .path("properties")
                        .path("name")
                        .asText())
                .isEqualTo("甲");
    }

    private int matched(String collection) throws Exception {
        return get("/collections/" + collection + "/items?limit=1")
                .path("numberMatched")
                .asInt();
    }

    private void awaitReady() throws Exception {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(until)) {
            try {
                if (http.send(request("/health/ready"), HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(50); // not listening yet
            }
        }
        throw new IllegalStateException("the server was not ready after 60 s");
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = http.send(request(path), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + "\n" + response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).build();
    }

    private Path store() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> stores =
                    files.filter(f -> f.toString().endsWith(".gpkg")).toList();
            assertThat(stores).hasSize(1);
            return stores.get(0);
        }
    }

    private static void assumeGdal() {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ogrinfo")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("CI needs gdal-bin").isTrue();
        }
        assumeTrue(there, "SKIPPED: no ogrinfo on the path (install gdal-bin)");
    }
}
