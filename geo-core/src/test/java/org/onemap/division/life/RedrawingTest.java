package org.onemap.division.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.feature.Content;
import org.onemap.feature.StandardLayers;

/**
 * Grids drawn anew in a strip of ten cells from 113.50 to 113.60, cell {@code i} with {@code i + 1} households (55 in all).
 * A grid is written {@code code<parent:from-to}, cells counted from 0, the last not included.
 */
class RedrawingTest {

    private static final double SIDE = 0.01;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing changes          | a<1:0-5 b<1:5-10         | a<1:0-5 b<1:5-10         | ''                                      | '' | ''
            a boundary moves         | a<1:0-5 b<1:5-10         | a<1:0-4 b<1:4-10         | ADJUST a>a .80 .67, ADJUST a>b .20 .33, ADJUST b>b 1.0 1.0 | a b | ''
            one goes into two others | a<1:0-4 b<1:4-6 c<1:6-10 | a<1:0-5 c<1:5-10         | ADJUST a>a 1.0 1.0, SPLIT b>a .50 .45, SPLIT b>c .50 .55, ADJUST c>c 1.0 1.0 | a c | b
            two become one           | a<1:0-5 b<1:5-10         | n<1:0-10                 | MERGE a>n 1.0 1.0, MERGE b>n 1.0 1.0    | n | a b
            one becomes two          | a<1:0-10                 | m<1:0-5 n<1:5-10         | SPLIT a>m .50 .27, SPLIT a>n .50 .73    | m n | a
            the same with a new code | a<1:0-5 b<1:5-10         | n<1:0-5 b<1:5-10         | RECODE a>n 1.0 1.0                      | a=n | ''
            another parent           | a<1:0-5 b<1:5-10         | a<2:0-5 b<1:5-10         | TRANSFER a>a 1.0 1.0                    | a | ''
            new ground               | a<1:0-5                  | a<1:0-5 n<1:5-10         | CREATE >n 1.0 1.0                       | n | ''
            ground that goes         | a<1:0-5 b<1:5-10         | a<1:0-5                  | ABOLISH b> 1.0 1.0                      | '' | b
            codes change places      | a<1:0-5 b<1:5-10         | a<1:5-10 b<1:0-5         | ADJUST a>b 1.0 1.0, ADJUST b>a 1.0 1.0  | a b | ''
            """)
    void saysWhatBecameOfEachDivision(
            String name, String before, String after, String lineage, String put, String retired) {
        DivisionRows rows = town(grids(before));
        DivisionChange change = Redrawing.of(rows, Map.of("grid", grids(after)), homes());

        assertThat(String.join(
                        ", ", change.lineage().stream().map(RedrawingTest::say).toList()))
                .isEqualTo(lineage);
        List<String> written = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        change.levels().forEach(level -> {
            level.put().forEach(row -> written.add(row.code().orElseThrow()));
            level.recoded()
                    .forEach((old, row) -> written.add(old + "=" + row.code().orElseThrow()));
            gone.addAll(level.retired());
        });
        assertThat(String.join(" ", written)).isEqualTo(put);
        assertThat(String.join(" ", gone)).isEqualTo(retired);
    }

    @Test
    void divisionsBelowFollowByTheirPlace() {
        DivisionRows rows = town(grids("a<1:0-5 b<1:5-10"));
        rows.addLevel(StandardLayers.find("micro_grid").orElseThrow(), grids("x<a:0-2 y<a:2-5 z<b:5-7 w<b:7-10"));
        DivisionChange change = Redrawing.of(rows, Map.of("grid", grids("m<1:0-2 n<1:2-7 o<1:7-10")), homes());

        assertThat(rows.list("micro_grid").stream()
                        .map(row -> row.code().orElseThrow() + "<"
                                + row.parentCode().orElseThrow()))
                .containsExactly("w<o", "x<m", "y<n", "z<n");
        assertThat(change.lineage().stream().map(RedrawingTest::say))
                .contains("TRANSFER x>x 1.0 1.0", "TRANSFER z>z 1.0 1.0");
    }

    @Test
    void aDivisionWithoutAParentGetsTheOneItLiesIn() {
        DivisionRows rows = new DivisionRows();
        rows.addLevel(StandardLayers.find("zone").orElseThrow(), grids("1<9:0-5 2<9:5-10"));
        rows.addLevel(StandardLayers.find("grid").orElseThrow(), List.of());
        Redrawing.of(rows, Map.of("grid", grids("m<:0-5 n<:5-10")), Households.unknown());

        assertThat(rows.list("grid").stream().map(row -> row.parentCode().orElseThrow()))
                .containsExactly("1", "2");
    }

    @Test
    void sharesSumToOneAndCarryEveryHousehold() {
        long seed = 20260605;
        Random random = new Random(seed);
        for (int draw = 0; draw < 200; draw++) {
            List<Content> before = grids(strip(random, "o"));
            List<Content> after = grids(strip(random, random.nextBoolean() ? "n" : "o"));
            List<Lineage> steps =
                    Redrawing.of(town(before), Map.of("grid", after), homes()).lineage();
            Map<String, Double> figures = households(before);
            Map<String, Double> carried =
                    Lineages.of("grid", List.of(steps)).project(figures, Lineages.Measure.HOUSEHOLDS);
            Map<String, Double> counted = households(after);
            String when = "seed " + seed + " draw " + draw;
            assertThat(carried.keySet()).as(when).isEqualTo(counted.keySet());
            counted.forEach((code, figure) -> assertThat(carried.get(code))
                    .as(when + " " + code)
                    .isCloseTo(figure, org.assertj.core.data.Offset.offset(1e-6)));
        }
    }

    /** Ten cells cut into grids at random. */
    private static String strip(Random random, String prefix) {
        List<String> grids = new ArrayList<>();
        int from = 0;
        while (from < 10) {
            int to = Math.min(10, from + 1 + random.nextInt(4));
            grids.add(prefix + grids.size() + "<1:" + from + "-" + to);
            from = to;
        }
        return String.join(" ", grids);
    }

    private static Map<String, Double> households(List<Content> grids) {
        Map<String, Double> households = new TreeMap<>();
        grids.forEach(grid -> households.put(
                grid.code().orElseThrow(), homes().in(grid.geometry().orElseThrow())));
        return households;
    }

    private static DivisionRows town(List<Content> grids) {
        DivisionRows rows = new DivisionRows();
        rows.addLevel(StandardLayers.find("grid").orElseThrow(), grids);
        return rows;
    }

    private static Households homes() {
        List<Households.Home> homes = new ArrayList<>();
        for (int cell = 0; cell < 10; cell++) {
            homes.add(new Households.Home(new Coordinate(113.5 + (cell + 0.5) * SIDE, 34.805), cell + 1));
        }
        return Households.of(homes);
    }

    private static List<Content> grids(String text) {
        Map<String, Content> rows = new LinkedHashMap<>();
        for (String one : text.split(" ", -1)) {
            String[] words = one.split("[<:-]", -1);
            double west = 113.5 + Integer.parseInt(words[2]) * SIDE;
            double east = 113.5 + Integer.parseInt(words[3]) * SIDE;
            Content.Builder row = Content.builder(
                            StandardLayers.find("grid").orElseThrow().schema())
                    .code(words[0])
                    .name("网格")
                    .geometry(new GeometryFactory().toGeometry(new Envelope(west, east, 34.80, 34.81)));
            rows.put(
                    words[0],
                    words[1].isEmpty() ? row.build() : row.parentCode(words[1]).build());
        }
        return List.copyOf(rows.values());
    }

    private static String say(Lineage step) {
        return String.format(
                        Locale.ROOT,
                        "%s %s>%s %.2f %.2f",
                        step.kind(),
                        step.from(),
                        step.to(),
                        step.areaShare(),
                        step.householdShare())
                .replace(" 0.", " .")
                .replace("1.00", "1.0");
    }
}
