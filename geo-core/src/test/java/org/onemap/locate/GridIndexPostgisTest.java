package org.onemap.locate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The answers are those of {@code ST_Covers} and {@code min(code)} on a real server.
 *
 * <p>PostGIS decides on which side of an edge a point lies by plain doubles. Where coordinates are of the same magnitude, as
 * anywhere in China, they are exact enough; beside the equator and the prime meridian it takes a point that lies less than an
 * ulp outside for one on the boundary. There JTS, which is exact, has the last word.
 */
class GridIndexPostgisTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a tiling of 196",
                "overlapping areas with holes and islands",
                "everything five times over",
                "islands in holes in islands",
                "a hundred wedges about one point",
                "on both sides of the antimeridian"
            })
    void agreesWithPostgis(String partition) throws SQLException {
        agrees(Partitions.get(partition), 15_000);
    }

    @Tag("nightly")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a tiling of 196", "a tiling of 3,600 with few vertices", "a lattice of 0.01 degrees"})
    void agreesWithPostgisForLong(String partition) throws SQLException {
        agrees(Partitions.get(partition), 300_000);
    }

    private static void agrees(List<DivisionShape> shapes, int count) throws SQLException {
        List<DivisionShape> inOrder = new ArrayList<>(shapes);
        inOrder.sort(Comparator.comparing(shape -> shape.division().code()));
        GridIndex index = GridIndex.of(shapes);
        Positions positions = new Positions(77, shapes, index);
        double[] lonLat = new double[2 * count];
        for (int i = 0; i < count; i++) {
            do {
                positions.draw();
            } while (!positions.isPosition());
            lonLat[2 * i] = positions.x();
            lonLat[2 * i + 1] = positions.y();
        }
        int[] found = new int[count];
        index.findAll(lonLat, count, found);
        int[] expected;
        try (PostgisJoin join = PostgisJoin.over(inOrder).with(lonLat, count)) {
            expected = join.find(count);
        }
        for (int i = 0; i < count; i++) {
            Coordinate c = new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
            if (expected[i] != found[i] && !isRoundedByPostgis(inOrder, c, expected[i])) {
                assertEquals(expected[i], found[i], "position " + i + ": " + c);
            }
        }
    }

    private static boolean isRoundedByPostgis(List<DivisionShape> shapes, Coordinate c, int ordinal) {
        boolean nearZero = Math.min(Math.abs(c.x), Math.abs(c.y)) < 10;
        if (!nearZero || ordinal == GridIndex.NONE) {
            return false;
        }
        Geometry point = Mosaic.LON_LAT.createPoint(c);
        Geometry geometry = shapes.get(ordinal).geometry();
        return !geometry.covers(point) && geometry.distance(point) < 1e-14;
    }
}
