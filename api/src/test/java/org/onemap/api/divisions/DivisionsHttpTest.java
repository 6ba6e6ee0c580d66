package org.onemap.api.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.api.Golden;
import org.onemap.api.Served;
import org.onemap.api.ServerOptions;
import org.onemap.api.TestTown;

/** {@code /v1/divisions} over real HTTP, on a town whose third grid was split on 2024-06-01. */
class DivisionsHttpTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.of(
                TestTown.createWithLife(folder), ServerOptions.ofPort(0).withPhoneToken(Optional.of(TOKEN)));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /v1/divisions                                        | 160 160601 160001 001 002 004 005 006
            /v1/divisions?level=grid                             | 001 002 004 005 006
            /v1/divisions?level=grid&asOf=2024-05-31             | 001 002 003 004
            /v1/divisions?level=grid&asOf=2024-06-01             | 001 002 004 005 006
            /v1/divisions?parent=410172160                       | 160601 160001
            /v1/divisions?prefix=41017216060100                  | 001 002 004 005 006
            /v1/divisions?name=第二                              | 002
            /v1/divisions?level=grid&bbox=113.551,34.801,113.552,34.802 | 002
            /v1/divisions?level=grid&bbox=0,0,1,1                | ''
            /v1/divisions/410172160601/children                  | 001 002 004 005 006
            /v1/divisions/410172160601/children?asOf=2024-05-31  | 001 002 003 004
            /v1/divisions/410172160/children?level=community     | 160001
            /v1/divisions/410172160601001/children               | ''
            """)
    void listsWhatIsAskedFor(String path, String expected) {
        List<String> found = new ArrayList<>();
        JsonNode answer = served.json(path);
        answer.path("divisions")
                .forEach(division -> found.add(tail(division.path("code").asText())));
        assertThat(String.join(" ", found)).isEqualTo(expected);
        assertThat(answer.path("numberMatched").asInt()).isEqualTo(found.size());
    }

    private static String tail(String code) {
        return code.length() == 15 ? code.substring(12) : code.substring(6);
    }

    @Test
    void pagesAreTheWholeWithoutRepetition() {
        List<String> pages = new ArrayList<>();
        String next = "/v1/divisions?limit=3";
        while (!next.isEmpty()) {
            JsonNode page = served.json(next);
            page.path("divisions")
                    .forEach(division -> pages.add(tail(division.path("code").asText())));
            next = "";
            for (JsonNode link : page.path("links")) {
                next = link.path("rel").asText().equals("next")
                        ? link.path("href").asText()
                        : next;
            }
        }
        assertThat(String.join(" ", pages)).isEqualTo("160 160601 160001 001 002 004 005 006");
    }

    @Test
    void cardsAreAsTheGoldenFilesHaveThem() {
        Golden.check("division-grid", served.json("/v1/divisions/410172160601001"), served.url());
        Golden.check("division-retired", served.json("/v1/divisions/410172160601003"), served.url());
        Golden.check("division-zone", served.json("/v1/divisions/410172160601?asOf=2024-05-31"), served.url());
    }

    @Test
    void neighboursShareTheirBoundaryInMetres() {
        JsonNode neighbours = served.json("/v1/divisions/410172160601001").path("neighbours");
        // the north edge is shared with the two halves of the old third grid, whose vertex in the middle this one lacks
        assertThat(neighbours.findValuesAsText("code"))
                .containsExactly("410172160601002", "410172160601005", "410172160601006");
        assertThat(neighbours.get(0).path("sharedM").asDouble()).isEqualTo(1109.4, within(0.2));
        assertThat(neighbours.get(1).path("sharedM").asDouble()).isEqualTo(457.6, within(0.2));
    }

    @Test
    void aRetiredCodeAnswersWithItsSuccessorsUnlessTheDayIsBefore() {
        JsonNode retired = served.json("/v1/divisions/410172160601003");
        assertThat(retired.path("state").asText()).isEqualTo("retired");
        assertThat(retired.path("validTo").asText()).isEqualTo("2024-06-01");
        assertThat(retired.at("/lineage/successors").findValuesAsText("code"))
                .containsExactly("410172160601005", "410172160601006");
        assertThat(retired.at("/lineage/successors/0/areaShare").asDouble()
                        + retired.at("/lineage/successors/1/areaShare").asDouble())
                .isEqualTo(1);
        JsonNode before = served.json("/v1/divisions/410172160601003?asOf=2024-05-31");
        assertThat(before.path("state").asText()).isEqualTo("current");
        assertThat(before.at("/lineage/successors")).isEmpty();
        assertThat(served.json("/v1/divisions/410172160601005")
                        .at("/lineage/predecessors/0/code")
                        .asText())
                .isEqualTo("410172160601003");
    }

    @Test
    void aCodeThatAnImportTookOutOfUseIsAnsweredLikeOneOfAnEdit(@TempDir Path other) {
        try (Served town = Served.of(TestTown.createWithoutItsFourth(other), ServerOptions.ofPort(0))) {
            JsonNode retired = town.json("/v1/divisions/410172160601004");
            assertThat(retired.path("state").asText()).isEqualTo("retired");
            assertThat(retired.path("validTo").asText()).isEqualTo("2024-06-01");
            assertThat(retired.path("name").asText()).isEqualTo("第四网格");
            assertThat(retired.at("/lineage/successors"))
                    .as("an import says nothing of them")
                    .isEmpty();
            assertThat(retired.path("neighbours").findValuesAsText("code"))
                    .as("those of its last day")
                    .containsExactly("410172160601003", "410172160601002");
            assertThat(town.json("/v1/divisions/410172160601004?asOf=2024-12-31&level=grid")
                            .path("validTo")
                            .asText())
                    .isEqualTo("2024-06-01");
            assertThat(town.json("/v1/divisions/410172160601004?asOf=2024-05-31")
                            .path("state")
                            .asText())
                    .isEqualTo("current");
            assertThat(town.get("/v1/divisions/410172160601004?asOf=2023-12-31").statusCode())
                    .isEqualTo(404);
            assertThat(town.get("/v1/divisions/410172160601004?level=zone").statusCode())
                    .isEqualTo(404);
            for (String path :
                    List.of("/v1/divisions/410172160601004/children", "/collections/grid/items/410172160601004")) {
                HttpResponse<byte[]> answer = town.get(path);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(Served.text(answer)).contains("until 2024-05-31", "asOf=2024-05-31");
            }
        }
    }

    @Test
    void aCodeThatWentOnTheDayItCameNamesWhatIsInItsPlace(@TempDir Path other) {
        try (Served town = Served.of(TestTown.createSplitAtOnce(other), ServerOptions.ofPort(0))) {
            HttpResponse<byte[]> answer = town.get("/v1/divisions/410172160601003");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Served.text(answer)).contains("put in its place 410172160601005, 410172160601006");
        }
    }

    @ParameterizedTest(name = "{0}: {1} → {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody in particular | ''                                        | 200 | 138****5678
            who may see it       | Bearer 0123456789abcdef0123456789abcdef   | 200 | 13812345678
            with another token   | Bearer 0123456789abcdef0123456789abcdee   | 401 | ''
            with another scheme  | Basic b25lbWFwOm9uZW1hcA==                | 401 | ''
            """)
    void masksTelephoneNumbers(String row, String authorization, int status, String phone) {
        String path = "/v1/divisions/410172160601001";
        HttpResponse<byte[]> response =
                authorization.isEmpty() ? served.get(path) : served.get(path, "Authorization", authorization);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Served.json(response).at("/people/0/phone").asText()).isEqualTo(phone);
        if (status == 401) {
            assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"onemap\"");
        } else {
            assertThat(response.headers().firstValue("Vary").orElse("")).contains("Authorization");
        }
    }

    @Test
    void listsOfPeopleShowNoWholeNumberEither() {
        assertThat(served.text("/collections/assignment/items"))
                .contains("138****5678")
                .doesNotContain("13812345678");
        assertThat(served.text("/collections/assignment/items?f=html")).doesNotContain("13812345678");
        assertThat(served.get("/collections/assignment/items?phone=13812345678").statusCode())
                .isEqualTo(400);
    }

    @Test
    void peopleAreThoseOfTheDay() {
        assertThat(served.json("/v1/divisions/410172160601001").path("people").findValuesAsText("role"))
                .containsExactly("网格长", "网格长", "专职网格员");
        assertThat(served.json("/v1/divisions/410172160601001?asOf=2024-02-01")
                        .path("people")
                        .findValuesAsText("role"))
                .containsExactly("专职网格员");
    }

    @Test
    void saysWhoStandsInForWhomAndForWhat() {
        JsonNode people = served.json("/v1/divisions/410172160601001").path("people");
        JsonNode leader = people.get(0);
        JsonNode substitute = people.get(1);
        assertThat(leader.path("standsInFor").isNull()).isTrue();
        assertThat(leader.path("substitutes").findValuesAsText("person")).containsExactly("赵替");
        assertThat(leader.path("matters")).isEmpty();
        assertThat(substitute.path("standsInFor").toString())
                .isEqualTo("{\"code\":\"410172160601001-网格长\",\"person\":\"王示\"}");
        assertThat(substitute.path("matters").toString()).isEqualTo("[\"巡查\",\"治安\"]");
        assertThat(substitute.path("phone").asText()).isEqualTo("139****4321");
        assertThat(served.json("/v1/divisions/410172160601001?asOf=2024-03-15").at("/people/0/substitutes"))
                .isEmpty();
    }

    @Test
    void answersOnceAndSmallIfAsked() {
        for (String path :
                List.of("/v1/divisions", "/v1/divisions/410172160601001", "/v1/divisions/410172160601/children")) {
            HttpResponse<byte[]> first = served.get(path, "Accept-Encoding", "gzip");
            assertThat(first.headers().firstValue("Content-Encoding")).hasValue("gzip");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(served.get(path, "If-None-Match", tag).statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
        String masked = served.get("/v1/divisions/410172160601001")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(served.get(
                                "/v1/divisions/410172160601001",
                                "If-None-Match",
                                masked,
                                "Authorization",
                                "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /v1/divisions/41                            | 404 | no division has the code 41
            /v1/divisions/410172160601001?level=zone    | 404 | of level zone has the code
            /v1/divisions/410172160601005?asOf=2024-05-31 | 404 | on 2024-05-31
            /v1/divisions/41/children                   | 404 | no division has the code 41
            /v1/divisions?level=road                    | 400 | there are office, zone, community, grid
            /v1/divisions?cursor=grid/1                 | 400 | follow the link 'next'
            /v1/divisions?limit=20000                   | 400 | 1 to 10000
            /v1/divisions?bbox=9                        | 400 | no box
            /v1/divisions?codes=1                       | 400 | no parameter 'codes'
            """)
    void saysWhatIsWrong(String path, int status, String detail) {
        HttpResponse<byte[]> response = served.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Served.json(response).path("detail").asText()).contains(detail);
    }

    @Test
    void theDayOfTheTownIsTheDayOfItsCards() {
        assertThat(served.json("/v1/divisions/410172160").path("validFrom").asText())
                .isEqualTo(LocalDate.of(2024, 1, 1).toString());
    }
}
