package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.api.OnemapServer;
import org.onemap.api.ServerOptions;
import org.onemap.feature.Feature;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

/** {@code onemap plan} on a town of 12 × 9 blocks, from roads and houses to divisions in force. */
class PlanCommandTest {

    private static final int COLUMNS = 12;
    private static final int ROWS = 9;
    private static final String LEVELS = "office:2,zone:4,grid:12";

    @TempDir
    private Path folder;

    private Path store;

    @BeforeEach
    void buildTown() throws IOException {
        store = folder.resolve("town.gpkg");
        Path roads = Files.writeString(folder.resolve("road.csv"), roads(), StandardCharsets.UTF_8);
        Path houses = Files.writeString(folder.resolve("building.csv"), houses(), StandardCharsets.UTF_8);
        for (Path file : List.of(roads, houses)) {
            String layer = file.equals(roads) ? "road" : "building";
            Cli.Outcome imported =
                    Cli.run("import", file, "--layer", layer, "--store", store, "--coordsys", "cgcs2000");
            assertThat(imported.code()).as(imported.toString()).isZero();
        }
        Cli.Outcome built = Cli.run("roads", "build", "--store", store, "--district", "410172");
        assertThat(built.code()).as(built.toString()).isZero();
    }

    private static String roads() {
        StringBuilder csv = new StringBuilder("code,name,wkt\n");
        for (int i = 0; i <= COLUMNS; i++) {
            csv.append(line("V" + i, "经" + i + "路", i, 0, i, ROWS));
        }
        for (int i = 0; i <= ROWS; i++) {
            csv.append(line("H" + i, "纬" + i + "路", 0, i, COLUMNS, i));
        }
        return csv.toString();
    }

    private static String line(String code, String name, int x0, int y0, int x1, int y1) {
        return String.format(
                Locale.ROOT, "%s,%s,\"LINESTRING (%s,%s)\"%n", code, name, position(x0, y0), position(x1, y1));
    }

    private static String position(double x, double y) {
        return String.format(Locale.ROOT, "%.6f %.6f", 113.5 + 0.0015 * x, 34.8 + 0.0013 * y);
    }

    private static String houses() {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder("code,name,households,wkt\n");
        for (int x = 0; x < COLUMNS; x++) {
            for (int y = 0; y < ROWS; y++) {
                csv.append(String.format(
                        Locale.ROOT,
                        "B%02d%02d,楼,%d,\"POLYGON ((%s,%s,%s,%s))\"%n",
                        x,
                        y,
                        20 + random.nextInt(60),
                        position(x + 0.4, y + 0.4),
                        position(x + 0.6, y + 0.4),
                        position(x + 0.6, y + 0.6),
                        position(x + 0.4, y + 0.4)));
            }
        }
        return csv.toString();
    }

    private Cli.Outcome plan(Object... more) {
        List<Object> words = new ArrayList<>(List.of("plan"));
        words.addAll(List.of(more));
        words.addAll(List.of("--store", store));
        return Cli.run(words.toArray());
    }

    private List<Feature> rows(String layer) {
        List<Feature> rows = new ArrayList<>();
        try (Store opened = GeoPackageStore.open(store, Clock.systemUTC());
                ReadView view = opened.read()) {
            if (view.layers(Principal.anonymous()).find(layer).isPresent()) {
                try (FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer))) {
                    cursor.forEachRemaining(rows::add);
                }
            }
        }
        return rows;
    }

    @Test
    void newDivisionsAreNamedAfterThePartAboveAndLikeTheirSisters() {
        assertThat(plan("new", "--levels", LEVELS).code()).isZero();
        assertThat(plan("accept", "4").code()).isZero();
        assertThat(names("office")).containsExactlyInAnyOrder("第一办事处", "第二办事处");
        assertThat(names("grid")).doesNotHaveDuplicates().allMatch(name -> name.matches("第[一二]办事处\\d\\d片区\\d\\d网格"));
        List<String> before = names("grid");

        Cli.Outcome again = plan("new", "--levels", "office:2,zone:4,grid:16", "--seed", "7");
        String draft = again.out().replaceAll("(?s).*draft (\\d+) is written.*", "$1");
        assertThat(plan("accept", draft).code()).as(again.toString()).isZero();
        assertThat(names("grid"))
                .hasSize(16)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("第[一二]办事处\\d\\d片区\\d\\d网格"))
                .containsAnyElementsOf(before);
    }

    private List<String> names(String layer) {
        return rows(layer).stream().map(row -> row.name().orElseThrow()).toList();
    }

    @Test
    void aNewPlanIsADraftThatIsAcceptedOnce() throws IOException {
        Path report = folder.resolve("report");
        Cli.Outcome made = plan("new", "--levels", LEVELS, "--report", report);
        assertThat(made.code()).as(made.toString()).isZero();
        assertThat(made.out()).contains("grid       12  deviation worst", "certificate:", "draft 4 is written");
        assertThat(rows("grid")).isEmpty();
        assertThat(Files.readString(report.resolve("plan.html"))).contains("新划方案报告", "12 个网格", "<svg");
        assertThat(Files.readString(report.resolve("plan.geojson"))).contains("\"binding\":", "MultiPolygon");
        assertThat(Files.readAllLines(report.resolve("boundary.csv"))).hasSizeGreaterThan(30);
        assertThat(plan("show", "4").out())
                .contains("draft", "grid created 12", "办事处  方案  2", "网格    方案  12", "网格界线（km）", "下界：", "受限于");
        String figures = plan("show", "4", "--json").out();
        assertThat(figures).contains("\"certificates\"", "\"layer\" : \"zone\"", "\"binding\"");
        assertThat(figures.split("\"deviation\"", -1)).hasSize(13);

        Cli.Outcome early = plan("accept", "4", "--effective", "2020-01-01");
        assertThat(early.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(rows("grid")).isEmpty();
        assertThat(plan("accept", "4").code()).isZero();
        assertThat(plan("show", "4", "--json").out()).isEqualTo(figures);
        Cli.Outcome twice = plan("accept", "4");
        assertThat(twice.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(twice.err()).contains("accepted already");
        assertDivisionsCoverTheBlocks();
    }

    /** The service finds boundaries and their roads from the geometry alone; the report has them from the blocks. */
    @Test
    void theServiceExplainsADraftAsItsReportDoes() throws Exception {
        Path report = folder.resolve("report");
        assertThat(plan("new", "--levels", LEVELS, "--report", report).code()).isZero();
        Map<String, Double> expectedM = new TreeMap<>();
        for (String line : Files.readAllLines(report.resolve("boundary.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[1].startsWith("410172")) {
                boolean inOrder = cells[1].compareTo(cells[2]) < 0;
                String pair = inOrder ? cells[1] + " " + cells[2] : cells[2] + " " + cells[1];
                expectedM.merge(
                        cells[0] + " " + pair + " " + cells[3] + " " + cells[4],
                        Double.parseDouble(cells[5]),
                        Double::sum);
            }
        }
        ObjectMapper mapper = new ObjectMapper();
        Map<String, JsonNode> grids = new TreeMap<>();
        mapper.readTree(report.resolve("plan.geojson").toFile())
                .path("features")
                .forEach(grid -> grids.put(grid.path("id").asText(), grid.path("properties")));
        try (Store open = GeoPackageStore.open(store, Clock.systemUTC());
                OnemapServer server = OnemapServer.start(open, ServerOptions.ofPort(0))) {
            Map<String, Double> actualM = new TreeMap<>();
            for (JsonNode feature : mapper.readTree(
                            URI.create(server.url() + "/v1/plans/4/boundaries").toURL())
                    .path("features")) {
                JsonNode of = feature.path("properties");
                actualM.put(
                        of.path("level").asText() + " " + of.path("one").asText() + " "
                                + of.path("other").asText() + " "
                                + of.path("segment").asText() + " "
                                + of.path("roadClass").asText(),
                        of.path("lengthM").asDouble());
            }
            assertThat(actualM.keySet()).isEqualTo(expectedM.keySet());
            expectedM.forEach((stretch, metres) ->
                    assertThat(actualM.get(stretch)).as(stretch).isCloseTo(metres, Offset.offset(0.2)));
            JsonNode divisions = mapper.readTree(
                    URI.create(server.url() + "/v1/plans/4/divisions").toURL());
            assertThat(divisions.path("features")).hasSize(12);
            for (JsonNode feature : divisions.path("features")) {
                JsonNode of = feature.path("properties");
                JsonNode grid = grids.get(feature.path("id").asText());
                assertThat(of.path("deviation").asDouble())
                        .isCloseTo(grid.path("deviation").asDouble(), Offset.offset(1e-4));
                assertThat(of.path("binding")).isEqualTo(grid.path("binding"));
                assertThat(of.at("/alternative/block")).isEqualTo(grid.at("/alternative/block"));
                assertThat(of.path("change").asText()).isEqualTo("created");
            }
        }
    }

    private void assertDivisionsCoverTheBlocks() {
        double blocks = area(rows("block"));
        for (String layer : List.of("office", "zone", "grid")) {
            List<Feature> divisions = rows(layer);
            assertThat(area(divisions))
                    .as(layer)
                    .isCloseTo(blocks, org.assertj.core.data.Percentage.withPercentage(1e-6));
            divisions.forEach(one -> assertThat(one.geometry().orElseThrow().getNumGeometries())
                    .as(one.code().orElse(""))
                    .isOne());
        }
        rows("grid").forEach(grid -> assertThat(grid.code().orElseThrow())
                .hasSize(15)
                .startsWith(grid.parentCode().orElseThrow()));
    }

    /** Of the union, so that an overlap would be missed here and a gap there. */
    private static double area(List<Feature> features) {
        List<Geometry> shapes =
                features.stream().map(f -> f.geometry().orElseThrow()).toList();
        double union = OverlayNGRobust.union(shapes).getArea();
        double sum = shapes.stream().mapToDouble(Geometry::getArea).sum();
        assertThat(sum).isCloseTo(union, org.assertj.core.data.Percentage.withPercentage(1e-6));
        return union;
    }

    @Test
    void rebalancingKeepsCodesAndWhatDoesNotChange() {
        Cli.Outcome loose = plan("new", "--levels", LEVELS, "--tolerance", "25");
        assertThat(loose.code()).as(loose.toString()).isZero();
        assertThat(plan("accept", "4").code()).isZero();
        List<String> before =
                rows("grid").stream().map(f -> f.code().orElseThrow()).sorted().toList();
        Cli.Outcome made = plan("rebalance", "--levels", LEVELS, "--tolerance", "12");
        assertThat(made.code()).as(made.toString()).isZero();
        assertThat(made.out()).contains("no plan within the tolerance moves less than");
        Cli.Outcome accepted = plan("accept", made.out().replaceAll("(?s).*draft ([0-9]+) is written.*", "$1"));
        assertThat(accepted.code()).as(accepted.toString()).isZero();
        assertThat(rows("grid").stream()
                        .map(f -> f.code().orElseThrow())
                        .sorted()
                        .toList())
                .isEqualTo(before);
        assertDivisionsCoverTheBlocks();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            new --levels grid:500             | cannot be made of 108 blocks
            new --levels zone:5,grid:3        | fewer than the level above
            new --weights parts=1             | no load named parts
            new --weights households=-1       | must be greater than 0
            new --tolerance 100               | a tolerance of 100
            new --compounds nowhere           | no layer nowhere
            new --pin Q1                      | no block Q1
            new --levels nest:3               | no layer nest
            improve                           | no divisions to start from
            rebalance                         | no divisions to start from
            show 1                            | is no plan
            accept 1                          | is no plan
            accept 99                         | 99
            """)
    void whatCannotBePlannedIsRefusedAndNothingIsWritten(String words, String message) {
        Cli.Outcome refused = plan((Object[]) words.split(" ", -1));
        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains(message);
        assertThat(Cli.run("changes", "list", "--store", store).out()).doesNotContain("plan");
    }

    @Test
    void aDryRunWritesNothing() {
        Cli.Outcome dry = plan("new", "--levels", LEVELS, "--dry-run");
        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("no draft was written");
        assertThat(Cli.run("changes", "list", "--store", store).out()).doesNotContain("draft");
    }

    /** Buildings and compounds of the town, over the borders of blocks where they are told to. */
    private void addHouses(String... boxes) throws IOException {
        StringBuilder csv = new StringBuilder(
                houses().replace("name,households", "name,小区名称,households").replace(",楼,", ",楼,,"));
        for (int i = 0; i < boxes.length; i++) {
            String[] box = boxes[i].split(" ", -1);
            double x0 = Double.parseDouble(box[0]);
            double y0 = Double.parseDouble(box[1]);
            double x1 = Double.parseDouble(box[2]);
            double y1 = Double.parseDouble(box[3]);
            csv.append(String.format(
                    Locale.ROOT,
                    "X%02d,楼,%s,%s,\"POLYGON ((%s,%s,%s,%s,%s))\"%n",
                    i,
                    box.length > 5 ? box[5] : "",
                    box[4],
                    position(x0, y0),
                    position(x1, y0),
                    position(x1, y1),
                    position(x0, y1),
                    position(x0, y0)));
        }
        Path file = Files.writeString(folder.resolve("building.csv"), csv, StandardCharsets.UTF_8);
        Cli.Outcome imported =
                Cli.run("import", file, "--layer", "building", "--store", store, "--coordsys", "cgcs2000");
        assertThat(imported.code()).as(imported.toString()).isZero();
    }

    @Test
    void buildingsAndCompoundsOverBordersOfBlocksStayWhole() throws IOException {
        List<String> boxes = new ArrayList<>();
        for (int x = 1; x < COLUMNS; x += 2) {
            for (int y = 0; y < ROWS; y += 2) { // every second block is joined with its eastern neighbour
                boxes.add((x - 0.1) + " " + (y + 0.7) + " " + (x + 0.1) + " " + (y + 0.8) + " 1");
            }
        }
        boxes.add("2.2 1.2 2.4 1.4 1 花园小区"); // two houses of one compound in two blocks, 15,000 m² between them
        boxes.add("2.2 2.6 2.4 2.8 1 花园小区");
        addHouses(boxes.toArray(String[]::new));

        Cli.Outcome made = plan("new", "--levels", LEVELS);
        assertThat(made.code()).as(made.toString()).isZero();
        assertThat(made.toString()).doesNotContain("cannot be kept whole");
        Cli.Outcome accepted = plan("accept", made.out().replaceAll("(?s).*draft ([0-9]+) is written.*", "$1"));
        assertThat(accepted.code()).as(accepted.toString()).isZero();
        List<Geometry> grids =
                rows("grid").stream().map(f -> f.geometry().orElseThrow()).toList();
        for (Feature house : rows("building")) {
            Geometry footprint = house.geometry().orElseThrow();
            assertThat(grids.stream().filter(grid -> grid.covers(footprint)).count())
                    .as(house.code().orElseThrow())
                    .isOne();
        }
    }

    @Test
    void whatIsTooLargeToStayWholeIsNamedAndCutIsObeyed() throws IOException {
        addHouses("0.1 0.1 3.9 3.9 40", "5.9 5.7 6.1 5.8 1");
        Cli.Outcome made = plan("new", "--levels", LEVELS, "--dry-run");
        assertThat(made.code()).as(made.toString()).isZero();
        assertThat(made.toString()).contains("cannot be kept whole", "X00").doesNotContain("X01");
        Cli.Outcome cut = plan("new", "--levels", LEVELS, "--dry-run", "--cut", "buildings,compounds");
        assertThat(cut.toString()).doesNotContain("cannot be kept whole");
        assertThat(plan("new", "--cut", "roofs", "--dry-run").code()).isEqualTo(ExitCode.USAGE);
    }
}
