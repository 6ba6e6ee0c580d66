package org.onemap.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.DivisionNode;

/** Holds for every implementation of the port: the answers are those of JTS {@code covers}. */
class DivisionIndexTest {

    /** A and B share an edge, C has a hole with A's name twin D as an island, E overlaps A. */
    private static final List<DivisionShape> TABLE = List.of(
            shape("A", "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"),
            shape("B", "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))"),
            shape("C", "POLYGON ((10 0, 16 0, 16 6, 10 6, 10 0), (12 2, 14 2, 14 4, 12 4, 12 2))"),
            shape("D", "MULTIPOLYGON (((12 2, 14 2, 14 4, 12 4, 12 2)), ((20 0, 21 0, 21 1, 20 0)))"),
            shape("E", "POLYGON ((1 1, 1.5 1, 1.5 1.5, 1 1))"),
            shape("F", "POLYGON EMPTY"));

    @ParameterizedTest(name = "{0}: ({1}, {2}) → {3}")
    @CsvSource(delimiter = '|', textBlock = """
            middle of A          | 0.5  | 0.5  | A
            shared edge          | 2    | 1    | A B edge
            shared corner        | 2    | 2    | A B edge
            outer corner         | 0    | 0    | A edge
            just outside B       | 4.1  | 1    | outside
            beside A, box of none| -1   | 1    | outside
            in C                 | 11   | 5    | C
            hole edge            | 12   | 3    | C D edge
            island in the hole   | 13   | 3    | D
            second part of D     | 20.9 | 0.5  | D
            diagonal of D        | 20.5 | 0.5  | D edge
            above the diagonal   | 20.5 | 0.6  | outside
            overlap of A and E   | 1.4  | 1.2  | A E
            E's edge inside A    | 1.25 | 1    | A E edge
            """)
    void findsTheDivisionsOfAPosition(String row, double lonDeg, double latDeg, String expected) {
        assertEquals(expected, say(GridIndex.of(TABLE).locate(new Cgcs2000(lonDeg, latDeg))));
    }

    @Test
    void countsDivisionsWithAnArea() {
        assertEquals(5, GridIndex.of(TABLE).size());
        assertEquals(0, GridIndex.of(List.of()).size());
        assertEquals("outside", say(GridIndex.of(List.of()).locate(new Cgcs2000(1, 1))));
    }

    @Test
    void agreesWithJtsCoversOnOverlappingAreas() {
        long seed = 20240607;
        Random random = new Random(seed);
        int hits = 0;
        for (int round = 0; round < 60; round++) {
            List<DivisionShape> shapes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                shapes.add(shape(String.format("%02d", i), Mosaic.anyArea(random)));
            }
            DivisionIndex index = GridIndex.of(shapes);
            for (int draw = 0; draw < 600; draw++) {
                Geometry near = shapes.get(random.nextInt(shapes.size())).geometry();
                Coordinate c = Mosaic.nearAnEdge(random, near);
                DivisionHit expected = scan(shapes, c);
                hits += expected.covering().size();
                assertEquals(
                        say(expected),
                        say(index.locate(new Cgcs2000(c.x, c.y))),
                        "seed " + seed + " round " + round + " draw " + draw + " " + c);
            }
        }
        assertThat(hits).isGreaterThan(50_000);
    }

    @Test
    void agreesWithJtsCoversOnACoverage() {
        long seed = 7;
        Random random = new Random(seed);
        List<DivisionShape> shapes = new Mosaic(seed, 12, 20).shapes("grid");
        DivisionIndex index = GridIndex.of(shapes);
        int shared = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            Coordinate c = Mosaic.nearAnEdge(
                    random, shapes.get(random.nextInt(shapes.size())).geometry());
            DivisionHit expected = scan(shapes, c);
            shared += expected.covering().size() > 1 ? 1 : 0;
            assertEquals(say(expected), say(index.locate(new Cgcs2000(c.x, c.y))), "draw " + draw + " " + c);
        }
        assertThat(shared).isGreaterThan(2_000);
    }

    @Test
    void theMosaicIsACoverage() {
        Geometry[] cells = new Mosaic(7, 12, 20)
                .shapes("grid").stream().map(DivisionShape::geometry).toArray(Geometry[]::new);
        assertThat(cells).allMatch(Geometry::isValid);
        assertThat(CoverageValidator.isValid(cells)).isTrue();
    }

    private static DivisionHit scan(List<DivisionShape> shapes, Coordinate c) {
        Geometry point = Mosaic.LON_LAT.createPoint(c);
        List<String> covering = new ArrayList<>();
        boolean onBoundary = false;
        for (DivisionShape shape : shapes) {
            if (shape.geometry().covers(point)) {
                covering.add(shape.division().code());
                onBoundary |= !shape.geometry().contains(point);
            }
        }
        return new DivisionHit(covering, onBoundary);
    }

    private static String say(DivisionHit hit) {
        return hit.covering().isEmpty()
                ? "outside"
                : String.join(" ", hit.covering()) + (hit.onBoundary() ? " edge" : "");
    }

    static DivisionShape shape(String code, Geometry geometry) {
        return new DivisionShape(new DivisionNode("grid", code, "", Optional.empty()), geometry);
    }

    static DivisionShape shape(String code, String wkt) {
        try {
            return shape(code, new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
