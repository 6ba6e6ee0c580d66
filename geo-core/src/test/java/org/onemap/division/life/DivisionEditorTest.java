package org.onemap.division.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.OnemapException;
import org.onemap.crs.Distances;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;

/**
 * The edits on a small town: office 1 has zones 11 and 12, each of three grids; the grids are squares of 0.01°, six in a
 * row from 113.50 to 113.56, the last row of zone 11 beside the first of zone 12.
 */
class DivisionEditorTest {

    private static final double SIDE = 0.01;

    private DivisionRows rows;
    private DivisionEditor editor;

    @BeforeEach
    void drawTheTown() {
        rows = new DivisionRows();
        rows.addLevel(StandardLayers.find("office").orElseThrow(), List.of(row("1", "", 0, 6)));
        rows.addLevel(StandardLayers.find("zone").orElseThrow(), List.of(row("11", "1", 0, 3), row("12", "1", 3, 6)));
        List<Content> grids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            grids.add(row((i < 3 ? "11" : "12") + "0" + i, i < 3 ? "11" : "12", i, i + 1));
        }
        rows.addLevel(StandardLayers.find("grid").orElseThrow(), grids);
        List<Households.Home> homes = new ArrayList<>();
        for (int i = 0; i < 60; i++) { // all in the northern half
            homes.add(new Households.Home(new Coordinate(113.5 + (i + 0.5) * SIDE / 10, 34.808), 10));
        }
        int[] next = {900};
        editor = new DivisionEditor(rows, Households.of(homes), (level, parent) -> parent + next[0]++);
    }

    /** Vertices stand at every full step, so that neighbours share them. */
    private static Content row(String code, String parent, int from, int to) {
        StringBuilder ring = new StringBuilder();
        for (int i = from; i <= to; i++) {
            ring.append(String.format("%s 34.80, ", 113.5 + i * SIDE));
        }
        for (int i = to; i >= from; i--) {
            ring.append(String.format("%s 34.81, ", 113.5 + i * SIDE));
        }
        ring.append(113.5 + from * SIDE).append(" 34.80");
        return Content.builder(Schema.empty())
                .code(code)
                .name("第" + code)
                .parentCode(parent)
                .geometry(wkt("POLYGON ((" + ring + "))"))
                .build();
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static DivisionKey grid(String code) {
        return new DivisionKey("grid", code);
    }

    private static DivisionKey zone(String code) {
        return new DivisionKey("zone", code);
    }

    private List<String> codes(String level) {
        return rows.list(level).stream().map(row -> row.code().orElseThrow()).toList();
    }

    private String changes() {
        return editor.change().levels().stream()
                .map(level -> level.layer().name() + " put "
                        + level.put().stream()
                                .map(row -> row.code().orElseThrow())
                                .toList()
                        + " recoded " + level.recoded().keySet() + " retired " + level.retired())
                .collect(Collectors.joining("; "));
    }

    private String lineage() {
        return editor.change().lineage().stream()
                .map(step -> "%d %s %s>%s %.2f %.2f"
                        .formatted(
                                step.edit(),
                                step.kind(),
                                step.from(),
                                step.to(),
                                step.areaShare(),
                                step.householdShare()))
                .collect(Collectors.joining("; "));
    }

    /** Every level is a coverage without gaps, and parents are the unions of their children. */
    private void assertWhole() {
        for (Layer level : rows.levels()) {
            Geometry[] all = rows.list(level.name()).stream()
                    .map(row -> row.geometry().orElseThrow())
                    .toArray(Geometry[]::new);
            assertThat(CoverageValidator.isValid(all)).as(level.name()).isTrue();
            for (String below : rows.levelsBelow(level.name())) {
                for (Content parent : rows.list(level.name())) {
                    DivisionKey key =
                            new DivisionKey(level.name(), parent.code().orElseThrow());
                    Geometry union = Cut.union(rows.children(key, below).stream()
                            .map(rows::geometry)
                            .toList());
                    double apart = Distances.areaM2(union.symDifference(rows.geometry(key)));
                    assertThat(apart).as("%s and what lies below it", key).isLessThan(0.01);
                    assertThat(List.of(rows.geometry(key).getCoordinates()))
                            .as("vertices of %s", key)
                            .containsAll(List.of(union.getCoordinates()));
                }
            }
        }
    }

    @Test
    void splitsAGridAlongALineThatIsLongerThanNeeded() {
        List<DivisionKey> parts = editor.split(grid("1101"), wkt("LINESTRING (113.513 34.79, 113.513 34.82)"), false);
        assertThat(parts).containsExactly(grid("11900"), grid("11901"));
        assertThat(codes("grid")).containsExactly("1100", "1102", "11900", "11901", "1203", "1204", "1205");
        assertThat(lineage()).isEqualTo("1 SPLIT 1101>11900 0.30 0.30; 1 SPLIT 1101>11901 0.70 0.70");
        assertThat(changes())
                .isEqualTo("office put [1] recoded [] retired []; zone put [11] recoded [] retired [];"
                        + " grid put [11900, 11901] recoded [] retired [1101]");
        assertWhole();
    }

    @Test
    void keepsTheCodeOfThePartWithMostHouseholds() {
        List<DivisionKey> parts = editor.split(grid("1101"), wkt("LINESTRING (113.50 34.805, 113.53 34.805)"), true);
        assertThat(parts).containsExactly(grid("1101"), grid("11900"));
        assertThat(lineage()).isEqualTo("1 SPLIT 1101>1101 0.50 1.00; 1 SPLIT 1101>11900 0.50 0.00");
        assertThat(rows.get(grid("1101")).name()).contains("第1101");
        assertThat(rows.get(grid("11900")).name()).contains("第1101-2");
        assertThat(changes()).contains("grid put [1100, 1101, 1102, 11900] recoded [] retired []");
        assertWhole();
    }

    @Test
    void splitsAZoneBetweenItsGrids() {
        editor.split(zone("11"), wkt("LINESTRING (113.51 34.79, 113.51 34.82)"), true);
        assertThat(rows.get(grid("1100")).parentCode()).contains("1900");
        assertThat(rows.get(grid("1101")).parentCode()).contains("11");
        assertWhole();
    }

    @Test
    void mergesNeighbours() {
        DivisionKey merged = editor.merge(List.of(grid("1100"), grid("1101")), Optional.empty(), "新一格");
        assertThat(merged).isEqualTo(grid("11900"));
        assertThat(changes()).isEqualTo("grid put [11900] recoded [] retired [1100, 1101]");
        assertThat(lineage()).isEqualTo("1 MERGE 1100>11900 1.00 1.00; 1 MERGE 1101>11900 1.00 1.00");
        assertWhole();
    }

    @Test
    void mergesIntoOneThatKeepsItsCode() {
        editor.merge(List.of(grid("1100"), grid("1101")), Optional.of("1101"), "");
        assertThat(rows.get(grid("1101")).name()).contains("第1101");
        assertThat(changes()).isEqualTo("grid put [1101] recoded [] retired [1100]");
        assertWhole();
    }

    @Test
    void movesABoundaryBetweenZones() {
        Geometry area = wkt("POLYGON ((113.53 34.80, 113.534 34.80, 113.534 34.83, 113.53 34.83, 113.53 34.80))");
        editor.moveBoundary(grid("1203"), grid("1102"), area);
        assertThat(lineage()).isEqualTo("1 ADJUST 1203>1203 0.60 0.60; 1 ADJUST 1203>1102 0.40 0.40");
        assertThat(changes())
                .isEqualTo("office put [1] recoded [] retired []; zone put [11, 12] recoded [] retired [];"
                        + " grid put [1102, 1203] recoded [] retired []");
        assertWhole();
    }

    @Test
    void transfersAGridToTheNextZone() {
        editor.transfer(grid("1102"), "12");
        assertThat(rows.get(grid("1102")).parentCode()).contains("12");
        assertThat(changes())
                .contains("zone put [11, 12] recoded [] retired []; grid put [1102] recoded [] retired []");
        assertThat(lineage()).isEqualTo("1 TRANSFER 1102>1102 1.00 1.00");
        assertWhole();
    }

    @Test
    void renamesAndRecodesUnderThePermanentId() {
        editor.rename(grid("1100"), "科学大道网格");
        editor.recode(zone("12"), "13");
        editor.recode(zone("13"), "14");
        assertThat(codes("zone")).containsExactly("11", "14");
        assertThat(rows.children(zone("14"), "grid")).hasSize(3);
        assertThat(changes())
                .isEqualTo(
                        "zone put [] recoded [12] retired []; grid put [1100, 1203, 1204, 1205] recoded [] retired []");
        assertThat(lineage())
                .isEqualTo("1 RENAME 1100>1100 1.00 1.00; 2 RECODE 12>13 1.00 1.00; 3 RECODE 13>14 1.00 1.00");
        assertWhole();
    }

    @Test
    void abolishesIntoANeighbourOrIntoNothing() {
        editor.abolish(grid("1101"), Optional.of(grid("1102")));
        assertWhole();
        editor.abolish(grid("1100"), Optional.empty());
        assertThat(lineage()).isEqualTo("1 ABOLISH 1101>1102 1.00 1.00; 2 ABOLISH 1100> 1.00 1.00");
        assertThat(codes("grid")).containsExactly("1102", "1203", "1204", "1205");
        assertWhole();
    }

    @Test
    void createsAGridBesideTheOthers() {
        editor.create("grid", row("", "12", 6, 7));
        assertThat(codes("grid")).contains("12900");
        assertThat(lineage()).isEqualTo("1 CREATE >12900 1.00 1.00");
        assertWhole();
    }

    @Test
    void chainsEdits() {
        editor.split(grid("1101"), wkt("LINESTRING (113.515 34.79, 113.515 34.82)"), false);
        editor.merge(List.of(grid("1100"), grid("11900")), Optional.empty(), "");
        editor.transfer(grid("1102"), "12");
        assertWhole();
        Map<String, Double> cases = new TreeMap<>(Map.of("1100", 10.0, "1101", 20.0, "1102", 5.0, "1203", 1.0));
        Map<String, Double> now =
                Lineages.of("grid", List.of(editor.change().lineage())).project(cases, Lineages.Measure.HOUSEHOLDS);
        assertThat(now).containsOnlyKeys("1102", "11901", "11902", "1203");
        assertThat(now.get("11902")).isEqualTo(20, within(1e-9));
        assertThat(now.get("11901")).isEqualTo(10, within(1e-9));
    }

    @Test
    void keepsTheSumOfFiguresThroughRandomEdits() {
        long seed = 20260718;
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            List<DivisionKey> grids = codes("grid").stream()
                    .map(DivisionEditorTest::grid)
                    .collect(Collectors.toCollection(ArrayList::new));
            DivisionKey one = grids.get(random.nextInt(grids.size()));
            try {
                if (random.nextInt(3) > 0) {
                    Coordinate middle = rows.geometry(one).getInteriorPoint().getCoordinate();
                    double turn = random.nextDouble() * Math.PI;
                    double dx = Math.cos(turn) * 0.1;
                    double dy = Math.sin(turn) * 0.1;
                    editor.split(
                            one,
                            wkt("LINESTRING (%s %s, %s %s)"
                                    .formatted(middle.x - dx, middle.y - dy, middle.x + dx, middle.y + dy)),
                            random.nextBoolean());
                } else {
                    editor.merge(List.of(one, grids.get(random.nextInt(grids.size()))), Optional.empty(), "");
                }
            } catch (OnemapException expected) {
                assertThat(expected).isInstanceOf(InvalidInput.class);
            }
            assertWhole();
        }
        Map<String, Double> figures = new TreeMap<>();
        for (int i = 0; i < 6; i++) {
            figures.put((i < 3 ? "11" : "12") + "0" + i, 100.0 + i);
        }
        for (Lineages.Measure measure : Lineages.Measure.values()) {
            Map<String, Double> now =
                    Lineages.of("grid", List.of(editor.change().lineage())).project(figures, measure);
            assertThat(now.values().stream().mapToDouble(Double::doubleValue).sum())
                    .as("seed %d %s", seed, measure)
                    .isEqualTo(615, within(1e-6));
            assertThat(codes("grid")).containsAll(now.keySet());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a line that does not cross      | split 1101 LINESTRING (113.511 34.802, 113.513 34.803)  | does not cut grid 1101
            a line outside                  | split 1101 LINESTRING (114 34, 114 35)                   | does not cut grid 1101
            a crumb at the corner           | split 1101 LINESTRING (113.51 34.80005, 113.51005 34.80) | does not cut grid 1101
            a grid that is not there        | split 1199 LINESTRING (114 34, 114 35)                   | no grid 1199
            a zone through a grid           | splitzone 11 LINESTRING (113.505 34.79, 113.505 34.82)   | cuts grid 1100
            grids apart                     | merge 1100 1102                                          | do not touch
            one grid                        | merge 1100 1100                                          | two divisions or more
            grids of two zones              | merge 1102 1203                                          | different parents
            an area outside                 | move 1203 1102 POLYGON ((0 0, 1 0, 0 1, 0 0))            | nothing of grid 1203
            the whole grid                  | move 1203 1102 POLYGON ((113 34, 114 34, 114 35, 113 35, 113 34)) | merge it
            an area that does not touch     | move 1203 1102 POLYGON ((113.535 34.80, 113.54 34.80, 113.54 34.82, 113.535 34.80)) | lie apart
            the same name                   | rename 1100 第1100                                       | another name
            a code that is taken            | recode 1100 1101                                         | belongs to another
            under the same parent           | transfer 1100 11                                         | already
            to a zone that is not there     | transfer 1100 99                                         | no zone 99
            to a zone that does not touch   | transfer 1100 12                                         | lie apart
            a zone with grids               | abolishzone 11                                           | has divisions below
            """)
    void refuses(String row, String edit, String message) {
        String[] words = edit.split(" ", 3);
        List<Content> before = rows.levels().stream()
                .flatMap(level -> rows.list(level.name()).stream())
                .toList();
        assertThatThrownBy(() -> apply(words))
                .isInstanceOfAny(InvalidInput.class, NotFound.class)
                .hasMessageContaining(message);
        assertThat(rows.levels().stream().flatMap(level -> rows.list(level.name()).stream()))
                .as("nothing is half done")
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .containsExactlyElementsOf(before);
        assertThat(editor.change().lineage()).isEmpty();
    }

    private void apply(String[] words) {
        switch (words[0]) {
            case "split" -> editor.split(grid(words[1]), wkt(words[2]), false);
            case "splitzone" -> editor.split(zone(words[1]), wkt(words[2]), false);
            case "merge" -> editor.merge(List.of(grid(words[1]), grid(words[2])), Optional.empty(), "");
            case "move" -> {
                String[] rest = words[2].split(" ", 2);
                editor.moveBoundary(grid(words[1]), grid(rest[0]), wkt(rest[1]));
            }
            case "rename" -> editor.rename(grid(words[1]), words[2]);
            case "recode" -> editor.recode(grid(words[1]), words[2]);
            case "transfer" -> editor.transfer(grid(words[1]), words[2]);
            case "abolishzone" -> editor.abolish(zone(words[1]), Optional.empty());
            default -> throw new IllegalArgumentException(words[0]);
        }
    }
}
