package org.onemap.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueCollector;

/** Geometry in units of 0.001° (some 100 m) from 113.5, 34.8. */
class LevelCheckTest {

    private static final String A = "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))";
    private static final String B = "POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))";
    private static final String ZONE = "POLYGON((0 0, 8 0, 8 4, 0 4, 0 0))";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        fits               | POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))     | POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))         |
        vertex on the edge | POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))     | POLYGON((4 0, 8 0, 8 4, 4 4, 4 1, 4 0))    |
        overlap            | POLYGON((0 0, 5 0, 5 4, 0 4, 0 0))     | POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))         | overlap
        vertex skipped     | POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))     | POLYGON((4 0, 8 0, 8 4, 4 4, 3.99 1, 4 0))      | overlap
        the same twice     | POLYGON((0 0, 8 0, 8 4, 0 4, 0 0))     | POLYGON((0 0, 8 0, 8 4, 0 4, 0 0))         | overlap
        one in the other   | POLYGON((0 0, 8 0, 8 4, 0 4, 0 0))     | POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))         | overlap
        gap of 10 m        | POLYGON((0 0, 3.9 0, 3.9 4, 0 4, 0 0)) | POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))         | gap
        a millimetre       | POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))     | POLYGON((4.00001 0, 8 0, 8 4, 4.00001 4, 4.00001 0)) |
        sticks out         | POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))     | POLYGON((4 0, 9 0, 9 4, 4 4, 4 0))         | outside-parent
        both               | POLYGON((-1 0, 5 0, 5 4, -1 4, -1 0))  | POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))         | outside-parent overlap
        """)
    void judgesTwoGridsInAZone(String row, String a, String b, String expected) throws ParseException {
        List<Member> grids = List.of(
                member("410172560601001", "410172560601", a, 1), member("410172560601002", "410172560601", b, 2));
        List<Member> zones = List.of(member("410172560601", "410172560", ZONE, 0));
        assertThat(rules(grids, Optional.of(zones))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        fits        | POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))                 | no-parent-layer
        open gap    | POLYGON((0 0, 3.98 0, 3.98 4, 0 4, 0 0))           | gap gap no-parent-layer
        closed hole | POLYGON((0 0, 4 0, 3 2, 4 4, 0 4, 0 0))            | no-parent-layer
        hole        | POLYGON((0 0, 4 0, 4 1, 3 2, 4 3, 4 4, 0 4, 0 0))  | gap no-parent-layer
        """)
    void judgesWithoutTheLevelAbove(String row, String a, String expected) throws ParseException {
        List<Member> grids = List.of(member("410172560601001", "x", a, 1), member("410172560601002", "x", B, 2));
        assertThat(rules(grids, Optional.empty())).isEqualTo(expected);
    }

    @Test
    void codesAreUniqueAndParentsAreThere() throws ParseException {
        List<Member> zones = List.of(
                member("410172560601", "410172560", ZONE, 0),
                member("410172560602", "410172560", "POLYGON((8 0, 9 0, 9 4, 8 4, 8 0))", 0));
        List<Member> grids = List.of(
                member("410172560601001", "410172560601", A, 1),
                member("410172560601001", "410172560601", B, 2),
                member("410172560601003", "410172560999", "POLYGON((20 0, 21 0, 21 1, 20 1, 20 0))", 3),
                member("410172560601004", "", "POLYGON((22 0, 23 0, 23 1, 22 1, 22 0))", 4));
        assertThat(rules(grids, Optional.of(zones)))
                .isEqualTo("duplicate-code missing-parent missing-value no-children");
    }

    @Test
    void faultsBetweenStoredDivisionsAreNotThisImports() throws ParseException {
        List<Member> grids = List.of(
                member("1", "x", ZONE, 0),
                member("2", "x", A, 0),
                member("3", "x", "POLYGON((8 0, 9 0, 9 4, 8 4, 8 0))", 1));
        assertThat(rules(grids, Optional.empty())).isEqualTo("no-parent-layer");
    }

    @Test
    void namesAreaAndPlaceOfAnOverlap() throws ParseException {
        IssueCollector issues = new IssueCollector();
        new LevelCheck(StandardLayers.find("grid").orElseThrow(), issues)
                .check(
                        List.of(member("1", "x", "POLYGON((0 0, 5 0, 5 4, 0 4, 0 0))", 1), member("2", "x", B, 2)),
                        Optional.empty());
        ImportIssue overlap = issues.kept().get(0);
        // 0.001° × 0.004° at 34.8° N: 91.5 m × 443.7 m
        assertThat(overlap.message()).contains("grid 2 and 1 overlap by 40,6").contains("at 113.5045000, 34.8020000");
        assertThat(overlap.where()).isPresent();
    }

    @Test
    void agreesWithComparingAllPairsOnATiledSquare() throws ParseException {
        List<Member> grids = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double x = i % 20;
            double y = i / 20;
            double right = i == 210 ? x + 1.2 : x + 1;
            grids.add(member(
                    "g" + i,
                    "x",
                    "POLYGON((" + x + " " + y + "," + right + " " + y + "," + right + " " + (y + 1) + "," + x + " "
                            + (y + 1) + "," + x + " " + y + "))",
                    i + 1));
        }
        assertThat(rules(grids, Optional.empty())).isEqualTo("no-parent-layer overlap");
    }

    private static String rules(List<Member> members, Optional<List<Member>> parents) {
        IssueCollector issues = new IssueCollector();
        new LevelCheck(StandardLayers.find("grid").orElseThrow(), issues).check(members, parents);
        return issues.kept().stream().map(ImportIssue::rule).sorted().collect(Collectors.joining(" "));
    }

    private static Member member(String code, String parent, String wkt, long row) throws ParseException {
        Geometry unit = new WKTReader(new GeometryFactory()).read(wkt);
        AffineTransformation place =
                AffineTransformation.scaleInstance(0.001, 0.001).translate(113.5, 34.8);
        return new Member(
                code, parent, place.transform(unit), row == 0 ? Place.file("store") : Place.row("g.shp", row));
    }
}
