package org.onemap.api.locate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.api.Served;
import org.onemap.api.ServerOptions;
import org.onemap.api.TestTown;

/** {@code /v1/locate?matter=} over real HTTP: who answers for a matter at a place. */
class LocateMatterTest {

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.of(TestTown.createWithMatters(folder), ServerOptions.ofPort(0));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest(name = "{0}: {3} at ({1}, {2}) {4} → {5}")
    @CsvSource(delimiter = '|', textBlock = """
            of two the lower number            | 113.5435 | 34.8035 | 消防 | ''         | dedicated_grid Z003
            before the second came             | 113.5435 | 34.8035 | 消防 | 2024-05-31 | dedicated_grid Z002
            on the day it comes                | 113.5435 | 34.8035 | 消防 | 2024-06-01 | dedicated_grid Z003
            a matter of the other alone        | 113.5435 | 34.8035 | 治安 | ''         | dedicated_grid Z002
            a matter of neither                | 113.5435 | 34.8035 | 巡查 | ''         | grid 410172160601001
            named goes before for everything   | 113.545  | 34.805  | 消防 | ''         | dedicated_grid Z003
            one that answers for everything    | 113.545  | 34.805  | 巡查 | ''         | dedicated_grid Z001
            a dedicated grid, another matter   | 113.5415 | 34.8015 | 巡查 | ''         | grid 410172160601001
            no dedicated grid (兜底)           | 113.552  | 34.802  | 消防 | ''         | grid 410172160601002
            a grid that is no more             | 113.542  | 34.815  | 消防 | 2024-05-31 | grid 410172160601003
            the grid in its place              | 113.542  | 34.815  | 消防 | ''         | grid 410172160601005
            nobody's ground                    | 113.6    | 34.805  | 消防 | ''         | nobody
            before there was anything          | 113.545  | 34.805  | 消防 | 2023-12-31 | nobody
            """)
    void saysWhoAnswers(String row, double lon, double lat, String matter, String asOf, String expected) {
        JsonNode answer = served.json(path(lon, lat, matter) + (asOf.isEmpty() ? "" : "&asOf=" + asOf));
        JsonNode responsible = answer.path("responsible");
        assertThat(answer.path("matter").asText()).isEqualTo(matter);
        assertThat(
                        responsible.isNull()
                                ? "nobody"
                                : responsible.path("level").asText() + " "
                                        + responsible.path("code").asText())
                .isEqualTo(expected);
    }

    private static String path(double lon, double lat, String matter) {
        return "/v1/locate?coordsys=cgcs2000&lon=" + lon + "&lat=" + lat + "&matter="
                + URLEncoder.encode(matter, StandardCharsets.UTF_8);
    }

    @Test
    void aMatterThatNobodyNamesGoesToWhoAnswersForAllWithAHint() {
        JsonNode misspelt = served.json(path(113.5415, 34.8015, "消访"));
        assertThat(misspelt.at("/responsible/code").asText()).isEqualTo("410172160601001");
        assertThat(misspelt.at("/hint/code").asText()).isEqualTo("UNKNOWN_MATTER");
        assertThat(misspelt.at("/hint/detail").asText())
                .isEqualTo("no dedicated grid and no person here names the matter 消访, so whoever answers for everything"
                        + " is responsible; named are 巡查、治安、消防");
        assertThat(served.json(path(113.5415, 34.8015, "巡查")).has("hint")).isFalse();
    }

    @Test
    void anEmptyMatterIsRefused() {
        HttpResponse<byte[]> response = served.get(path(113.545, 34.805, " "));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.json(response).path("detail").asText()).contains("matter= is empty");
    }

    @Test
    void answersForEveryMatterWhereNoneIsLaidDown(@TempDir Path other) {
        try (Served town = Served.town(other)) {
            assertThat(town.json(path(113.542, 34.802, "消防"))
                            .at("/responsible/code")
                            .asText())
                    .isEqualTo("410172160601001");
            assertThat(town.json(path(113.542, 34.802, "消防")).has("hint")).isFalse();
        }
    }
}
