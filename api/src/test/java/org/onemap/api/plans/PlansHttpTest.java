package org.onemap.api.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.onemap.api.Served;
import org.onemap.api.ServerOptions;
import org.onemap.crs.Distances;
import org.onemap.division.plan.PlanFigureRows.Stage;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ReadView;

/** {@code /v1/plans} over real HTTP: a draft of the real planner, before and after it is accepted. */
class PlansHttpTest {

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.of(PlannedTown.create(folder), ServerOptions.ofPort(0));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void listsDraftsWithWhatTheyChange() {
        JsonNode plans = served.json("/v1/plans").path("plans");
        assertThat(plans).hasSize(1);
        JsonNode plan = plans.get(0);
        assertThat(plan.path("id").asLong()).isEqualTo(PlannedTown.DRAFT);
        assertThat(plan.path("state").asText()).isEqualTo("DRAFT");
        assertThat(plan.path("effective").isNull()).isTrue();
        assertThat(plan.path("levels").findValuesAsText("level")).containsExactly("office", "zone", "grid");
        assertThat(served.json("/v1/plans?state=applied").path("plans")).isEmpty();
        assertThat(served.get(plan.path("href").asText()).statusCode()).isEqualTo(200);
    }

    @Test
    void figuresOfThePlanStandBesideThoseOfToday() {
        JsonNode plan = served.json("/v1/plans/2");
        JsonNode grid = plan.path("levels").get(2);
        assertThat(grid.at("/plan/divisions").asInt()).isEqualTo(PlannedTown.GRIDS);
        assertThat(grid.at("/plan/meanLoad").asDouble())
                .isEqualTo(PlannedTown.householdsOf() / PlannedTown.GRIDS, within(1e-9));
        assertThat(grid.at("/plan/worst").asDouble())
                .isLessThan(grid.at("/today/worst").asDouble() / 3)
                .isGreaterThanOrEqualTo(plan.at("/certificates/bound").asDouble());
        assertThat(plan.at("/certificates/heaviest").asText()).startsWith("410172");
        assertThat(plan.at("/figures/0/title").asText()).isEqualTo("户数");
        assertThat(plan.path("unsigned").toString()).isEqualTo("[\"社区\",\"办事处\",\"区\"]");
        assertThat(plan.path("deviationClasses")).hasSize(7);
    }

    @Test
    void divisionsOfAPlanAddUpAndTileTheTown() throws Exception {
        for (String stage : List.of("plan", "today")) {
            double households = 0;
            double areaM2 = 0;
            Set<String> codes = new HashSet<>();
            for (JsonNode feature :
                    served.json("/v1/plans/2/divisions?stage=" + stage).path("features")) {
                households += feature.at("/properties/households").asDouble();
                areaM2 += Distances.areaM2(shape(feature));
                codes.add(feature.path("id").asText());
                assertThat(feature.at("/properties/load").asDouble() / (PlannedTown.householdsOf() / PlannedTown.GRIDS)
                                - 1)
                        .isEqualTo(feature.at("/properties/deviation").asDouble(), within(1e-9));
            }
            assertThat(codes).as(stage).hasSize(PlannedTown.GRIDS);
            assertThat(households).as(stage).isEqualTo(PlannedTown.householdsOf(), within(1e-6));
            double offices = 0;
            for (JsonNode feature : served.json("/v1/plans/2/divisions?level=office&stage=" + stage)
                    .path("features")) {
                offices += Distances.areaM2(shape(feature));
            }
            assertThat(areaM2).as(stage).isEqualTo(offices, within(1.0));
        }
    }

    @Test
    void pagesAreTheWholeWithoutRepetition() {
        List<String> whole = ids(served.json("/v1/plans/2/divisions"));
        List<String> pages = new ArrayList<>();
        String next = "/v1/plans/2/divisions?limit=5";
        int turns = 0;
        while (!next.isEmpty()) {
            JsonNode page = served.json(next);
            assertThat(page.path("numberMatched").asInt()).isEqualTo(PlannedTown.GRIDS);
            pages.addAll(ids(page));
            next = "";
            for (JsonNode link : page.path("links")) {
                next = link.path("rel").asText().equals("next")
                        ? link.path("href").asText()
                        : next;
            }
            turns++;
        }
        assertThat(pages).isEqualTo(whole);
        assertThat(turns).isEqualTo(3);
    }

    @Test
    void everyStretchOfBoundarySaysWhatItFollowsAndWhy() throws Exception {
        Map<String, Double> outlineM = new HashMap<>();
        Map<String, Geometry> shapes = new HashMap<>();
        for (JsonNode feature : served.json("/v1/plans/2/divisions").path("features")) {
            shapes.put(feature.path("id").asText(), shape(feature));
        }
        Set<String> classes = new HashSet<>();
        for (JsonNode feature : served.json("/v1/plans/2/boundaries").path("features")) {
            JsonNode of = feature.path("properties");
            assertThat(of.path("roadName").asText()).matches("经\\d+路|纬\\d+街|索须河");
            assertThat(of.path("why").asText())
                    .contains(of.path("roadName").asText(), of.path("roadClass").asText());
            assertThat(of.path("segment").asText()).startsWith(of.path("road").asText());
            classes.add(of.path("roadClass").asText());
            Geometry line = shape(feature);
            for (String side : List.of("one", "other")) {
                Geometry area = shapes.get(of.path(side).asText());
                assertThat(area.getBoundary().buffer(1e-9).covers(line)).isTrue();
                outlineM.merge(of.path(side).asText(), of.path("lengthM").asDouble(), Double::sum);
            }
        }
        assertThat(classes).contains("河流");
        Geometry town = shapes.values().stream().reduce(Geometry::union).orElseThrow();
        double inner = outlineM.values().stream().mapToDouble(m -> m).sum();
        double perimeters =
                shapes.values().stream().mapToDouble(Distances::lengthM).sum();
        assertThat(inner + Distances.lengthM(town)).isEqualTo(perimeters, within(perimeters * 1e-4));
    }

    @Test
    void theHighestLevelOfABoundaryFollowsTheParents() {
        Map<String, String> zoneOf = new HashMap<>();
        for (JsonNode feature : served.json("/v1/plans/2/divisions").path("features")) {
            zoneOf.put(
                    feature.path("id").asText(),
                    feature.at("/properties/parentCode").asText());
        }
        for (JsonNode feature : served.json("/v1/plans/2/boundaries").path("features")) {
            String one = zoneOf.get(feature.at("/properties/one").asText());
            String other = zoneOf.get(feature.at("/properties/other").asText());
            String expected =
                    one.equals(other) ? "grid" : one.substring(0, 9).equals(other.substring(0, 9)) ? "zone" : "office";
            assertThat(feature.at("/properties/level").asText()).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /v1/plans/1                          | 404 | comes from an import
            /v1/plans/99                         | 404 | no plan 99
            /v1/plans/two                        | 404 | no plan two
            /v1/plans/2?x=1                      | 400 | no parameter 'x'
            /v1/plans/2/divisions?level=community| 400 | does not change level community; it changes office, zone, grid
            /v1/plans/2/divisions?stage=now      | 400 | give plan or today
            /v1/plans/2/divisions?limit=0        | 400 | 1 to 10000
            /v1/plans/2/boundaries?bbox=1,2,3    | 400 | no box
            /v1/plans/2/boundaries?cursor=7      | 400 | follow the link 'next'
            /v1/plans/2/boundaries?limit=100001  | 400 | 1 to 100000
            /v1/plans?state=open                 | 400 | draft, scheduled, applied, undone
            /v1/plans/2?asOf=yesterday           | 400 | YYYY-MM-DD
            """)
    void saysWhatIsWrong(String path, int status, String detail) {
        HttpResponse<byte[]> response = served.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Served.json(response).path("detail").asText()).contains(detail);
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 7, 100})
    void pagesOfBoundariesAreTheWholeWithoutRepetition(int limit) {
        String path = "/v1/plans/2/boundaries?stage=plan";
        List<String> whole = ids(served.json(path));
        List<String> pages = new ArrayList<>();
        String next = path + "&limit=" + limit;
        while (!next.isEmpty()) {
            JsonNode page = served.json(next);
            assertThat(page.path("numberReturned").asInt()).isBetween(1, limit);
            pages.addAll(ids(page));
            next = "";
            for (JsonNode link : page.path("links")) {
                next = link.path("rel").asText().equals("next")
                        ? link.path("href").asText()
                        : next;
            }
        }
        assertThat(pages).isEqualTo(whole);
    }

    @ParameterizedTest(name = "{0} corners at a time")
    @ValueSource(ints = {1, 40, 200, 1_000_000})
    void boundariesAreTheSameHoweverManyDivisionsAreLookedAtTogether(int corners) throws IOException {
        List<String> whole = ids(served.json("/v1/plans/2/boundaries"));
        List<String> found = new ArrayList<>();
        try (ReadView view = served.store().read()) {
            PlanRows rows = new PlanRows(view, PlanRows.get(view, "2"), Optional.empty());
            BoundaryReading reading = new BoundaryReading(view, rows, List.of(), corners);
            reading.page(Stage.PLAN, BoundaryReading.Place.START, 100_000).stretches().stream()
                    .map(BoundaryReading.Explained::stretch)
                    .forEach(one -> found.add(one.one() + "-" + one.other()
                            + one.line().map(code -> "-" + code).orElse("")));
        }
        assertThat(found).isEqualTo(whole);
    }

    @Test
    void answersOnceAndSmallIfAsked() {
        for (String path : List.of("/v1/plans", "/v1/plans/2", "/v1/plans/2/divisions", "/v1/plans/2/boundaries")) {
            HttpResponse<byte[]> first = served.get(path, "Accept-Encoding", "gzip");
            assertThat(first.headers().firstValue("Content-Encoding")).hasValue("gzip");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(served.get(path, "If-None-Match", tag).statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
    }

    @Test
    void anAcceptedPlanIsComparedWithTheDayBeforeAndADiscardedOneIsGone(@TempDir Path other) {
        try (Served own = Served.of(PlannedTown.create(other), ServerOptions.ofPort(0))) {
            List<String> planned = ids(own.json("/v1/plans/2/divisions"));
            List<String> before = ids(own.json("/v1/plans/2/divisions?stage=today"));
            JsonNode boundaries = own.json("/v1/plans/2/boundaries").path("features");
            String tag = own.get("/v1/plans").headers().firstValue("ETag").orElseThrow();
            own.store().accept(PlannedTown.DRAFT, Effective.today(), "test");
            assertThat(own.get("/v1/plans", "If-None-Match", tag).statusCode()).isEqualTo(200);
            assertThat(own.json("/v1/plans/2").path("state").asText()).isEqualTo("APPLIED");
            assertThat(ids(own.json("/v1/plans/2/divisions"))).containsExactlyInAnyOrderElementsOf(planned);
            assertThat(ids(own.json("/v1/plans/2/divisions?stage=today"))).isEqualTo(before);
            assertThat(own.json("/v1/plans/2/boundaries").path("features")).isEqualTo(boundaries);
            assertThat(own.json("/v1/plans/2").at("/levels/2/plan/divisions").asInt())
                    .isEqualTo(PlannedTown.GRIDS);
            own.store().undo(PlannedTown.DRAFT, "test");
            assertThat(own.get("/v1/plans/2/divisions").statusCode()).isEqualTo(404);
            assertThat(own.json("/v1/plans/2").path("state").asText()).isEqualTo("UNDONE");
        }
    }

    private static List<String> ids(JsonNode collection) {
        List<String> ids = new ArrayList<>();
        collection
                .path("features")
                .forEach(feature -> ids.add(feature.path("id").asText()));
        return ids;
    }

    private static Geometry shape(JsonNode feature) throws Exception {
        JsonNode geometry = feature.path("geometry");
        String type = geometry.path("type").asText().toUpperCase(Locale.ROOT);
        String coordinates = geometry.path("coordinates").toString();
        // [lon,lat] → lon lat; the brackets of lists become those of WKT
        String wkt = coordinates
                .replaceAll("\\[(-?[0-9.E-]+),(-?[0-9.E-]+)]", "$1 $2")
                .replace('[', '(')
                .replace(']', ')');
        return new WKTReader().read(type + wkt);
    }
}
