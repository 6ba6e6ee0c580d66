package org.onemap.ingest.read.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.Reading;

/** Rings become polygons by containment. */
class RingAssemblyTest {

    private static final String BIG = "0 0,0 10,10 10,10 0,0 0";
    private static final String BIG_TURNED = "0 0,10 0,10 10,0 10,0 0";
    private static final String HOLE = "2 2,8 2,8 8,2 8,2 2";
    private static final String HOLE_TURNED = "2 2,2 8,8 8,8 2,2 2";
    private static final String ISLAND = "4 4,4 6,6 6,6 4,4 4";

    @TempDir
    Path folder;

    private Reading read(String parts) {
        return Reading.of(new ShapefileBytes(5).parts(5, parts).write(folder, "rings"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        as the format describes it | BIG;HOLE;ISLAND | MULTIPOLYGON(((0 0,0 10,10 10,10 0,0 0),(2 2,8 2,8 8,2 8,2 2)),((4 4,4 6,6 6,6 4,4 4))) |
        holes first                | HOLE;BIG        | POLYGON((0 0,0 10,10 10,10 0,0 0),(2 2,8 2,8 8,2 8,2 2)) |
        island, hole, shell        | ISLAND;HOLE;BIG | MULTIPOLYGON(((4 4,4 6,6 6,6 4,4 4)),((0 0,0 10,10 10,10 0,0 0),(2 2,8 2,8 8,2 8,2 2))) |
        all turned the other way   | TURNED;HOLET    | POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,2 8,8 8,8 2,2 2)) |
        hole turned like its shell | BIG;HOLET       | POLYGON((0 0,0 10,10 10,10 0,0 0),(2 2,2 8,8 8,8 2,2 2)) | ring-orientation
        hole touching its shell    | BIG;0 5,5 3,5 7,0 5 | POLYGON((0 0,0 10,10 10,10 0,0 0),(0 5,5 3,5 7,0 5)) |
        hole with all its vertices on its shell | BIG;0 5,5 0,10 5,5 10,0 5 | POLYGON((0 0,0 10,10 10,10 0,0 0),(0 5,5 0,10 5,5 10,0 5)) |
        neighbours with a shared edge | BIG;10 0,10 10,20 10,20 0,10 0 | MULTIPOLYGON(((0 0,0 10,10 10,10 0,0 0)),((10 0,10 10,20 10,20 0,10 0))) |
        shells touching in a point | BIG;10 10,10 20,20 20,20 10,10 10 | MULTIPOLYGON(((0 0,0 10,10 10,10 0,0 0)),((10 10,10 20,20 20,20 10,10 10))) |
        rings that cross stay shells | BIG;5 5,5 15,15 15,15 5,5 5 | MULTIPOLYGON(((0 0,0 10,10 10,10 0,0 0)),((5 5,5 15,15 15,15 5,5 5))) |
        the same ring twice        | BIG;BIG         | MULTIPOLYGON(((0 0,0 10,10 10,10 0,0 0)),((0 0,0 10,10 10,10 0,0 0))) |
        a ring that is not closed  | 0 0,0 10,10 10,10 0 | POLYGON((0 0,0 10,10 10,10 0,0 0)) | unclosed-ring
        a ring of two vertices     | BIG;3 3,4 4     | POLYGON((0 0,0 10,10 10,10 0,0 0)) | degenerate-part
        a ring on one line         | BIG;3 3,4 4,5 5,3 3 | POLYGON((0 0,0 10,10 10,10 0,0 0)) | degenerate-part
        """)
    void assembles(String name, String parts, String wkt, String warning) throws ParseException {
        String rings = parts.replace("TURNED", BIG_TURNED)
                .replace("BIG", BIG)
                .replace("HOLET", HOLE_TURNED)
                .replace("HOLE", HOLE)
                .replace("ISLAND", ISLAND);
        Reading reading = read(rings);
        Geometry expected = new WKTReader().read(wkt);
        assertThat(reading.layer().rows().get(0).geometry().equalsExact(expected))
                .as(reading.layer().wkt(0))
                .isTrue();
        List<String> said = new ArrayList<>(reading.rules(Severity.WARNING));
        said.remove("dbf-missing");
        assertThat(said).isEqualTo(warning == null ? List.of() : List.of(warning));
        assertThat(reading.rules(Severity.ERROR)).isEmpty();
    }

    @Test
    void coversWhereAnOddNumberOfRingsCovers() {
        long seed = 20240607;
        Random random = new Random(seed);
        for (int draw = 0; draw < 100; draw++) {
            List<Coordinate[]> rings = nested(random, 0, 0, 1024, new ArrayList<>());
            Collections.shuffle(rings, random);
            StringBuilder parts = new StringBuilder();
            for (Coordinate[] ring : rings) {
                StringBuilder text = new StringBuilder();
                for (Coordinate vertex : ring) {
                    text.append(text.isEmpty() ? "" : ",")
                            .append(vertex.x)
                            .append(' ')
                            .append(vertex.y);
                }
                parts.append(parts.isEmpty() ? "" : ";").append(text);
            }
            Geometry read = read(parts.toString()).layer().rows().get(0).geometry();
            assertThat(read.isValid()).as("seed %d draw %d", seed, draw).isTrue();
            for (int i = 0; i < 50; i++) {
                Coordinate point = new Coordinate(random.nextInt(1024) + 0.37, random.nextInt(1024) + 0.61);
                long around = rings.stream()
                        .filter(ring -> PointLocation.locateInRing(point, ring) == Location.INTERIOR)
                        .count();
                assertThat(read.covers(new GeometryFactory().createPoint(point)))
                        .as("seed %d draw %d %s", seed, draw, point)
                        .isEqualTo(around % 2 == 1);
            }
        }
    }

    /** Squares in squares, apart from each other, each turned by chance. */
    private static List<Coordinate[]> nested(Random random, double x, double y, double size, List<Coordinate[]> rings) {
        Coordinate[] ring = {
            new Coordinate(x, y),
            new Coordinate(x, y + size),
            new Coordinate(x + size, y + size),
            new Coordinate(x + size, y),
            new Coordinate(x, y)
        };
        if (random.nextBoolean()) {
            Collections.reverse(java.util.Arrays.asList(ring));
        }
        rings.add(ring);
        double half = size / 2;
        double inner = half * 3 / 4;
        for (int quarter = 0; quarter < 4 && size > 30; quarter++) {
            if (random.nextInt(3) > 0) {
                nested(random, x + quarter % 2 * half + half / 8, y + quarter / 2 * half + half / 8, inner, rings);
            }
        }
        return rings;
    }
}
