package org.onemap.api.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.api.Served;

/** {@code /v1/locate} over real HTTP. */
class LocateHttpTest {

    @TempDir
    static Path folder;

    static Served served;

    @BeforeAll
    static void serve() {
        served = Served.town(folder);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest(name = "{0}: ({1}, {2})")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                inside one     | 113.542 | 34.802 | inside   | 410172160601001 | []
                shared edge    | 113.55  | 34.805 | boundary | 410172160601001 | [410172160601002]
                four corners   | 113.55  | 34.81  | boundary | 410172160601001 | [410172160601002, 410172160601003, 410172160601004]
                outer edge     | 113.54  | 34.805 | boundary | 410172160601001 | []
                outside        | 113.53  | 34.805 | outside  | -               | []
                far outside    | -70     | -40    | outside  | -               | []
                """)
    void saysWhoseAPositionIs(String row, double lon, double lat, String status, String grid, String onBoundary) {
        JsonNode answer = locate(lon, lat, "cgcs2000");
        assertThat(answer.path("status").asText()).isEqualTo(status);
        assertThat(answer.path("grid").isNull() ? null : answer.at("/grid/code").asText())
                .isEqualTo(grid);
        List<String> others = new ArrayList<>();
        answer.path("onBoundary").forEach(code -> others.add(code.asText()));
        assertThat(others).hasToString(onBoundary);
        assertThat(answer.path("changeNumber").asLong()).isEqualTo(1);
        if (status.equals("boundary")) {
            assertThat(answer.path("edgeDistanceM").asDouble()).isZero();
        } else {
            assertThat(answer.path("edgeDistanceM").asDouble()).isPositive();
        }
    }

    @Test
    void hasExactlyTheseFields() {
        JsonNode answer = locate(113.545, 34.805, "wgs84");
        List<String> names = new ArrayList<>();
        answer.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "position",
                        "coordsys",
                        "input",
                        "status",
                        "grid",
                        "zone",
                        "office",
                        "community",
                        "dedicated",
                        "onBoundary",
                        "edgeDistanceM",
                        "nets",
                        "changeNumber");
        assertThat(answer.path("zone").toString()).isEqualTo("{\"code\":\"410172160601\",\"name\":\"第一片区\"}");
        assertThat(answer.path("office").toString()).isEqualTo("{\"code\":\"410172160\",\"name\":\"石佛办事处\"}");
        assertThat(answer.path("community").toString()).isEqualTo("{\"code\":\"410172160001\",\"name\":\"瑞达社区\"}");
        assertThat(answer.path("dedicated").toString()).isEqualTo("[{\"code\":\"Z001\",\"name\":\"大学专属网格\"}]");
        assertThat(answer.path("coordsys").asText()).isEqualTo("wgs84");
    }

    @Test
    void measuresTheDistanceToTheNearestBoundaryInMetres() {
        // 0.002° of longitude at 34.805° N, 0.005° of latitude
        assertThat(locate(113.548, 34.805, "cgcs2000").path("edgeDistanceM").asDouble())
                .isCloseTo(183.0, within(1.0));
    }

    @ParameterizedTest(name = "{0}: ({1}, {2}) ± {3} m → {4}")
    @CsvSource(delimiter = '|', textBlock = """
                deep inside   | 113.545  | 34.805 | 10   | 001 1.000 outside 0.000
                on an edge    | 113.55   | 34.805 | 30   | 001 0.500 002 0.500 outside 0.000
                four corners  | 113.55   | 34.81  | 30   | 001 0.250 002 0.250 003 0.250 004 0.250 outside 0.000
                outer edge    | 113.54   | 34.805 | 30   | 001 0.500 outside 0.500
                outer corner  | 113.54   | 34.80  | 30   | 001 0.250 outside 0.750
                9 m off       | 113.5499 | 34.805 | 30   | 001 0.677 002 0.323 outside 0.000
                outside       | 113.53   | 34.805 | 30   | outside 1.000
                """)
    void saysHowProbablyAPositionLiesElsewhere(String row, double lon, double lat, double accuracyM, String expected) {
        JsonNode answer =
                served.json("/v1/locate?lon=" + lon + "&lat=" + lat + "&coordsys=wgs84&accuracyM=" + accuracyM);
        StringBuilder said = new StringBuilder();
        answer.path("alternatives")
                .forEach(one -> said.append(one.path("code").asText().substring(12))
                        .append(String.format(
                                Locale.ROOT, " %.3f ", one.path("probability").asDouble())));
        said.append(String.format(
                Locale.ROOT, "outside %.3f", answer.path("outsideProbability").asDouble()));
        assertThat(said).hasToString(expected);
        double sum = answer.path("outsideProbability").asDouble()
                + answer.path("restProbability").asDouble();
        for (JsonNode one : answer.path("alternatives")) {
            sum += one.path("probability").asDouble();
            assertThat(one.path("name").asText()).isNotEmpty();
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
    }

    @Test
    void asksTheDivisionsOfAnotherDay() {
        JsonNode before = served.json("/v1/locate?lon=113.545&lat=34.805&coordsys=wgs84&asOf=2023-12-31");
        assertThat(before.path("status").asText()).isEqualTo("outside");
        assertThat(before.path("asOf").asText()).isEqualTo("2023-12-31");
        JsonNode since = served.json("/v1/locate?lon=113.545&lat=34.805&coordsys=wgs84&asOf=2024-01-01");
        assertThat(since.at("/grid/code").asText()).isEqualTo("410172160601001");
    }

    @ParameterizedTest(name = "({0}, {1}) as {2} → {3}")
    @CsvSource(nullValues = "-", textBlock = """
                113.53, 34.805, wgs84, -
                113.5645, 34.8075, wgs84, CRS_SUSPECT
                113.53, 34.801, gcj02, -
                113.5415, 34.801, gcj02, CRS_SUSPECT
                """)
    void saysWhatMayBeWrongWithAPositionOutside(double lon, double lat, String coordsys, String code) {
        JsonNode answer = locate(lon, lat, coordsys);
        assertThat(answer.path("status").asText()).isEqualTo("outside");
        assertThat(answer.at("/hint/code").asText()).isEqualTo(code == null ? "" : code);
        assertThat(answer.at("/hint/detail").asText()).contains(code == null ? "" : "would lie inside, in grid 4101");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gcj02, 113.556126723, 34.808915974",
        "GCJ02, 113.556126723, 34.808915974",
        "bd09, 113.562668257, 34.814811192",
        "bd09ll, 113.562668257, 34.814811192",
        "wgs84, 113.55, 34.81"
    })
    void undoesTheShiftOfTheCoordinateSystem(String coordsys, double lon, double lat) {
        JsonNode answer = locate(lon, lat, coordsys);
        assertThat(answer.at("/position/lon").asDouble()).isCloseTo(113.55, within(1e-8));
        assertThat(answer.at("/position/lat").asDouble()).isCloseTo(34.81, within(1e-8));
        assertThat(answer.at("/input/lon").asDouble()).isEqualTo(lon);
        assertThat(answer.path("coordsys").asText())
                .isEqualTo(coordsys.toLowerCase(java.util.Locale.ROOT).replace("ll", ""));
    }

    private static JsonNode locate(double lon, double lat, String coordsys) {
        return served.json("/v1/locate?lon=" + lon + "&lat=" + lat + "&coordsys=" + coordsys);
    }
}
