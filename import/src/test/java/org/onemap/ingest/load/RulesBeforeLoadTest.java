package org.onemap.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.division.check.CheckSettings;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.load.ImportOptions.Rows;
import org.onemap.ingest.load.ImportOptions.Run;
import org.onemap.ingest.read.Source;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

/**
 * R1 to R16 before a load, rule by rule; geometry in units of 0.001° (some 100 m) from 113.5, 34.8. Of each import the
 * breaches under a rule's number, with the letter of their severity; R1 and R15, which say something of nearly every import,
 * only where they are meant.
 */
class RulesBeforeLoadTest {

    private static final String ZONE = "POLYGON((0 0,4 0,8 0,8 4,4 4,0 4,0 0))";
    private static final String A = "POLYGON((0 0,4 0,4 4,0 4,0 0))";
    private static final String B = "POLYGON((4 0,8 0,8 4,4 4,4 0))";
    private static final String ZONE_CODE = "410172560601";
    private static final Rows UPSERT = new Rows(Mode.UPSERT, Optional.empty());

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = GeoPackageStore.openOrCreate(folder.resolve("s.gpkg"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        fits                   | POLYGON((0 0,4 0,4 4,0 4,0 0))      | POLYGON((4 0,8 0,8 4,4 4,4 0))         |
        R2 sticks out          | POLYGON((0 0,4 0,4 4,0 4,0 0))      | POLYGON((4 0,9 0,9 4,4 4,4 0))         | E outside-parent
        R3 overlap             | POLYGON((0 0,5 0,5 4,0 4,0 0))      | POLYGON((4 0,8 0,8 4,4 4,4 0))         | E overlap
        R4 gap                 | POLYGON((0 0,3.9 0,3.9 4,0 4,0 0))  | POLYGON((4 0,8 0,8 4,4 4,4 0))         | E gap
        R5 missing vertex      | POLYGON((0 0,4 0,4 4,0 4,0 0))      | POLYGON((4 0,8 0,8 4,4 4,4 1,4 0))     | E R5-missing-vertex
        R5 a hair's breadth    | POLYGON((0 0,4 0,4 4,0 4,0 0))      | POLYGON((4 0,8 0,8 4,4 4,4.0002 1,4 0))| E R5-missing-vertex
        R6 two parts           | POLYGON((0 0,4 0,4 4,0 4,0 0))      | MULTIPOLYGON(((4 0,8 0,8 2,4 2,4 0)),((4 2,8 2,8 4,4 4,4 2))) | E R5-missing-vertex E R6-multi-part E invalid-geometry
        R6 parts far apart     | POLYGON((1 0,7 0,7 4,1 4,1 0))      | MULTIPOLYGON(((0 0,1 0,1 4,0 4,0 0)),((7 0,8 0,8 4,7 4,7 0))) | E R6-multi-part
        R6 crosses itself      | POLYGON((0 0,4 0,4 4,0 4,0 0))      | POLYGON((4 0,8 4,8 0,4 4,4 0))         | E gap E invalid-geometry
        R9 ragged              | POLYGON((0 0,8 0,8 3.99,0 3.99,0 0))| POLYGON((0 3.99,8 3.99,8 4,0 4,0 3.99))| W R9-not-compact
        """)
    void judgesTheShapesOfGrids(String row, String a, String b, String expected) {
        load(ImportOptions.defaults(), offices(), zones());
        MemorySource grids = polygons("grid", "code name parent_code 比例尺")
                .row(place(a), ZONE_CODE + "001", "甲", ZONE_CODE, "2000")
                .row(place(b), ZONE_CODE + "002", "乙", ZONE_CODE, "2000");
        ImportResult result = load(withoutWidth(), grids);
        assertThat(say(result)).isEqualTo(expected == null ? "" : expected);
        assertThat(result.changeSet().isEmpty()).isEqualTo(expected != null && expected.contains("E "));
    }

    @Test
    void r1TheScaleIsStatedAndFineEnough() {
        assertThat(saysAlso("R1", grids("户数 比例尺", "400 2000", "400 10000"))).isEqualTo("W R1-scale-coarse");
        assertThat(saysAlso("R1", grids("户数", "400", "400"))).contains("W R1-scale-unknown");
    }

    @Test
    void r2AndR4ChildrenInTheStoreFillTheParentThatComes() {
        load(withoutWidth(), offices(), zones(), grids("", "", ""));
        MemorySource smaller = polygons("zone", "code name parent_code")
                .row(place("POLYGON((0 0,4 0,7 0,7 4,4 4,0 4,0 0))"), ZONE_CODE, "一片区", "410172560");
        ImportResult result = load(withoutWidth(), smaller);
        assertThat(say(result)).isEqualTo("E gap W R2-outside-parent"); // the gap is one of the office
    }

    @Test
    void r7BordersFollowLines() {
        MemorySource road = lines("road").row(place("LINESTRING(0 -1,8 -1)"), "1", "北边的路");
        assertThat(say(load(withoutWidth(), offices(), road, grids("", "", ""))))
                .contains("W R7-off-line");
    }

    @Test
    void r8CompoundsStayWhole() {
        MemorySource compound =
                polygons("compound", "code name").row(place("POLYGON((3 1,5 1,5 3,3 3,3 1))"), "1", "大院");
        assertThat(say(load(withoutWidth(), offices(), compound, grids("", "", ""))))
                .isEqualTo("E R8-compound-split");
        load(withoutWidth(), offices(), grids("", "", ""));
        ImportResult later = load(withoutWidth(), compound);
        assertThat(say(later)).as("the border was there first").isEqualTo("W R8-compound-split");
        assertThat(later.changeSet()).isPresent();
    }

    @Test
    void r10BuildingsStayWhole() {
        MemorySource building = polygons("building", "code name")
                .row(place("POLYGON((3.9 1,4.1 1,4.1 1.2,3.9 1.2,3.9 1))"), "B1", "楼")
                .row(place("POLYGON((1 1,1.2 1,1.2 1.2,1 1.2,1 1))"), "B2", "楼");
        assertThat(say(load(withoutWidth(), offices(), building, grids("", "", ""))))
                .as("both come")
                .isEqualTo("E R10-building-cut");
        load(withoutWidth(), offices(), grids("", "", ""));
        assertThat(say(load(withoutWidth(), building)))
                .as("the border was there first")
                .isEqualTo("W R10-building-cut");
        assertThat(say(load(withoutWidth().with(UPSERT), grids("", "", ""))))
                .as("the building was there first")
                .isEqualTo("E R10-building-cut");
    }

    @Test
    void r11AndR13HouseholdsAreInRangeAndBalanced() {
        assertThat(say(load(withoutWidth(), offices(), zones(), grids("户数", "400", "900"))))
                .isEqualTo("W R13-load-above");
        MemorySource three = polygons("grid", "code name parent_code 户数");
        for (int i = 0; i < 4; i++) {
            String wkt = "POLYGON((%1$d 0,%2$d 0,%2$d 4,%1$d 4,%1$d 0))".formatted(2 * i, 2 * i + 2);
            three.row(place(wkt), ZONE_CODE + "00" + (i + 1), "格", ZONE_CODE, i == 0 ? "3000" : "400");
        }
        assertThat(say(load(withoutWidth(), three))).contains("W R11-load-variation");
    }

    @Test
    void r14NetsAreUnionsOfGrids() {
        load(withoutWidth(), offices(), zones(), grids("", "", ""));
        MemorySource net = polygons("professional_area", "code name net members")
                .row(place("POLYGON((0 0,4 0,6 0,6 4,4 4,0 4,0 0))"), "police-1", "一所", "police", "");
        ImportResult result = load(withoutWidth(), net);
        assertThat(say(result)).contains("E R14-not-a-union");
        assertThat(result.changeSet()).isEmpty();
    }

    @Test
    void r15CodesRunFromWestToEast() {
        MemorySource grids = polygons("grid", "code name parent_code");
        for (int i = 0; i < 4; i++) {
            String wkt = "POLYGON((%1$d %3$d,%2$d %3$d,%2$d %4$d,%1$d %4$d,%1$d %3$d))"
                    .formatted(6 - 2 * i, 8 - 2 * i, i, i + 1);
            grids.row(place(wkt), ZONE_CODE + "00" + (i + 1), "格", "");
        }
        assertThat(saysAlso("R15", grids)).contains("I R15-order");
    }

    @Test
    void r16MissingPeopleAreAWarning() {
        load(withoutWidth(), offices(), zones(), grids("", "", ""));
        MemorySource people = new MemorySource("assignment", GeometryKind.NONE, "code name 姓名 岗位 区划编码 任职日期")
                .row("", "1", "张三", "张三", "网格长", ZONE_CODE + "001", "2020-01-01");
        ImportResult result = load(withoutWidth(), people);
        assertThat(say(result)).contains("W R16-no-leader").doesNotContain("E R16");
        assertThat(result.changeSet()).isPresent();
    }

    @Test
    void aParameterFileChangesSeverities() {
        ImportOptions lenient = ImportOptions.defaults()
                .with(new Run(
                        "me",
                        Optional.empty(),
                        false,
                        false,
                        CheckSettings.of(Map.of("R5", Map.of("severity", "warning")))));
        MemorySource grids = polygons("grid", "code name parent_code")
                .row(place(A), ZONE_CODE + "001", "甲", ZONE_CODE)
                .row(place("POLYGON((4 0,8 0,8 4,4 4,4 1,4 0))"), ZONE_CODE + "002", "乙", ZONE_CODE);
        ImportResult result = load(lenient, offices(), zones(), grids);
        assertThat(say(result)).contains("W R5-missing-vertex");
        assertThat(result.changeSet()).isPresent();
    }

    @Test
    void faultsOfDivisionsThatStayAreNotThisImports() {
        ImportOptions off = ImportOptions.defaults()
                .with(new Run(
                        "me",
                        Optional.empty(),
                        false,
                        false,
                        CheckSettings.of(Map.of("R5", Map.of("severity", "off")))));
        MemorySource grids = polygons("grid", "code name parent_code")
                .row(place(A), ZONE_CODE + "001", "甲", ZONE_CODE)
                .row(place("POLYGON((4 0,6 0,6 4,4 4,4 1,4 0))"), ZONE_CODE + "002", "乙", ZONE_CODE)
                .row(place("POLYGON((6 0,8 0,8 4,6 4,6 0))"), ZONE_CODE + "003", "丙", ZONE_CODE);
        load(off, offices(), zones(), grids);
        MemorySource third = polygons("grid", "code name parent_code")
                .row(place("POLYGON((6 0,8 0,8 4,6 4,6 0))"), ZONE_CODE + "003", "丙三", ZONE_CODE);
        assertThat(load(withoutWidth().with(UPSERT), third).changeSet()).isPresent();
        MemorySource second = polygons("grid", "code name parent_code")
                .row(place("POLYGON((4 0,6 0,6 4,4 4,4 1,4 0))"), ZONE_CODE + "002", "乙二", ZONE_CODE);
        assertThat(say(load(withoutWidth().with(UPSERT), second))).contains("E R5-missing-vertex");
    }

    private static ImportOptions withoutWidth() {
        return ImportOptions.defaults()
                .with(new Run(
                        "me",
                        Optional.empty(),
                        false,
                        false,
                        CheckSettings.of(
                                Map.of("R9", Map.of("diameterM", 9999), "R16", Map.of("severity", "warning")))));
    }

    private static MemorySource polygons(String name, String columns) {
        return new MemorySource(name, GeometryKind.POLYGON, columns);
    }

    private static MemorySource lines(String name) {
        return new MemorySource(name, GeometryKind.LINE, "code name");
    }

    private static MemorySource offices() {
        return polygons("office", "code name").row(place(ZONE), "410172560", "枫杨办事处");
    }

    private static MemorySource zones() {
        return polygons("zone", "code name parent_code").row(place(ZONE), ZONE_CODE, "一片区", "410172560");
    }

    private static MemorySource grids(String columns, String first, String second) {
        return polygons("grid", ("code name parent_code " + columns).trim())
                .row(place(A), row("001", first))
                .row(place(B), row("002", second));
    }

    private static Object[] row(String number, String values) {
        return (ZONE_CODE + number + " 格 " + ZONE_CODE + " " + values).trim().split(" ");
    }

    /** From units to degrees. */
    private static String place(String wkt) {
        java.util.regex.Matcher pair =
                java.util.regex.Pattern.compile("(-?[\\d.]+) (-?[\\d.]+)").matcher(wkt);
        return pair.replaceAll(found -> (113.5 + Double.parseDouble(found.group(1)) / 1000) + " "
                + (34.8 + Double.parseDouble(found.group(2)) / 1000));
    }

    private ImportResult load(ImportOptions options, Source... sources) {
        return new Importer(store, options, ImportListener.SILENT)
                .run(List.of(sources), new IssueRelay(new IssueCollector()));
    }

    private String saysAlso(String rule, Source source) {
        return load(withoutWidth(), source).issues().kept().stream()
                .filter(issue -> issue.rule().startsWith(rule + "-"))
                .map(issue -> issue.severity().name().charAt(0) + " " + issue.rule())
                .collect(Collectors.joining(" "));
    }

    private static String say(ImportResult result) {
        return result.issues().kept().stream()
                .filter(issue -> issue.severity() == Severity.ERROR
                        || (issue.rule().matches("R\\d+-.*") && !issue.rule().matches("R(1|15)-.*")))
                .map(issue -> issue.severity().name().charAt(0) + " " + issue.rule())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
