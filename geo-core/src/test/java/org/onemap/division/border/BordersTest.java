package org.onemap.division.border;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.crs.Distances;
import org.onemap.division.border.FollowedLines.Stretch;

/** Borders of small areas near Zhengzhou: units are thousandths of a degree east of 113.5 and north of 34.8. */
class BordersTest {

    private static Geometry geometry(String wkt) {
        try {
            Geometry shape = new WKTReader().read(wkt);
            shape.apply((org.locationtech.jts.geom.CoordinateFilter) c -> {
                c.x = 113.5 + c.x / 1000;
                c.y = 34.8 + c.y / 1000;
            });
            return shape;
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static String say(Border border) {
        return border.one() + "|" + border.other() + " " + String.format(Locale.ROOT, "%.0f m", border.lengthM());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        a whole edge             ; POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)) ; POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))       ; A|B 444 m
        the other way round      ; POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)) ; POLYGON((4 0, 4 4, 8 4, 8 0, 4 0))       ; A|B 444 m
        a vertex that A lacks    ; POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)) ; POLYGON((4 0, 8 0, 8 4, 4 4, 4 1, 4 0))  ; A|B 444 m
        half an edge             ; POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)) ; POLYGON((4 2, 8 2, 8 6, 4 6, 4 2))       ; A|B 222 m
        5 mm off                 ; POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)) ; POLYGON((4.00005 0, 8 0, 8 4, 4.00005 4, 4.00005 0)) ; A|B 444 m
        5 cm off                 ; POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)) ; POLYGON((4.0005 0, 8 0, 8 4, 4.0005 4, 4.0005 0))    ; ''
        one point                ; POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)) ; POLYGON((4 4, 8 4, 8 8, 4 8, 4 4))       ; ''
        far away                 ; POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)) ; POLYGON((14 4, 18 4, 18 8, 14 8, 14 4))  ; ''
        an island in a hole      ; POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3)) ; POLYGON((3 3, 6 3, 6 6, 3 6, 3 3)) ; A|B 1215 m
        an edge across an edge   ; POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)) ; POLYGON((3 1, 8 1, 8 2, 3 2, 3 1))       ; ''
        """)
    void findsWhatTwoAreasShare(String row, String a, String b, String expected) {
        for (boolean swapped : new boolean[] {false, true}) {
            Borders borders = new Borders();
            borders.add(swapped ? "B" : "A", geometry(swapped ? b : a));
            borders.add(swapped ? "A" : "B", geometry(swapped ? a : b));
            assertEquals(expected, borders.list().stream().map(BordersTest::say).collect(Collectors.joining(" ")));
        }
    }

    @Test
    void everyMetreInsideATilingIsSharedOnce() {
        long seed = 20240607;
        Random random = new Random(seed);
        for (int turn = 0; turn < 20; turn++) {
            int width = 2 + random.nextInt(5);
            int height = 2 + random.nextInt(5);
            double[][][] lattice = new double[width + 1][height + 1][];
            for (int x = 0; x <= width; x++) {
                for (int y = 0; y <= height; y++) {
                    lattice[x][y] = new double[] {4 * x + random.nextDouble(), 4 * y + random.nextDouble()};
                }
            }
            List<String> cells = new ArrayList<>();
            for (int x = 0; x < width; x++) {
                for (int y = 0; y < height; y++) {
                    cells.add("POLYGON((" + at(lattice[x][y]) + at(lattice[x + 1][y]) + at(lattice[x + 1][y + 1])
                            + at(lattice[x][y + 1]) + at(lattice[x][y]).replace(",", "") + "))");
                }
            }
            Collections.shuffle(cells, random);
            Borders borders = new Borders();
            double perimeters = 0;
            Geometry whole = geometry("POLYGON EMPTY");
            for (int i = 0; i < cells.size(); i++) {
                Geometry cell = geometry(cells.get(i));
                borders.add("C" + i, cell);
                perimeters += Distances.lengthM(cell);
                whole = whole.union(cell);
            }
            double shared = borders.list().stream().mapToDouble(Border::lengthM).sum();
            assertEquals(
                    perimeters,
                    2 * shared + Distances.lengthM(whole),
                    perimeters * 1e-6,
                    "seed " + seed + " turn " + turn);
        }
    }

    private static String at(double[] vertex) {
        return String.format(Locale.ROOT, "%.6f %.6f,", vertex[0], vertex[1]);
    }

    @Test
    void aBorderIsCutWhereItLeavesARoad() {
        Borders borders = new Borders();
        borders.add("A", geometry("POLYGON((0 0, 4 0, 4 1, 4 2, 4 4, 0 4, 0 0))"));
        borders.add("B", geometry("POLYGON((4 0, 8 0, 8 4, 4 4, 4 2, 4 1, 4 0))"));
        FollowedLines lines = new FollowedLines();
        lines.add("S1", geometry("LINESTRING(4 -5, 4 0, 4 1)"));
        lines.add("S2", geometry("LINESTRING(4.002 1, 4.002 2)")); // 18 cm beside it
        lines.add("S3", geometry("LINESTRING(4.02 2, 4.02 4)")); // 1.8 m beside it: followed no more
        lines.add("S4", geometry("LINESTRING(0 2, 8 2)")); // only crosses
        List<Stretch> stretches = lines.follow(borders.list().get(0));
        assertEquals(
                List.of("none 222", "S1 111", "S2 111"),
                stretches.stream()
                        .map(stretch ->
                                stretch.line().orElse("none") + String.format(Locale.ROOT, " %.0f", stretch.lengthM()))
                        .toList());
        assertTrue(stretches.stream()
                .allMatch(s -> s.one().equals("A") && s.other().equals("B")));
        assertEquals("LineString", stretches.get(1).shape().getGeometryType());
    }
}
