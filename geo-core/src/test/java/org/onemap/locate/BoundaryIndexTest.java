package org.onemap.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.Distances;

class BoundaryIndexTest {

    private static final Geodesic CGCS2000 = new Geodesic(6378137, 1 / 298.257222101);

    @Test
    void agreesWithMeasuringEveryBoundaryInTheZone() {
        Random random = new Random(42);
        for (int round = 0; round < 20; round++) {
            List<DivisionShape> shapes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                shapes.add(DivisionIndexTest.shape("" + i, Mosaic.anyArea(random)));
            }
            BoundaryIndex index = GridIndex.of(shapes).boundaries();
            for (int draw = 0; draw < 100; draw++) {
                Cgcs2000 p = new Cgcs2000(113.45 + random.nextDouble() * 0.15, 34.75 + random.nextDouble() * 0.15);
                double expected = shapes.stream()
                        .mapToDouble(shape -> Distances.distanceToBoundaryM(p, shape.geometry()))
                        .min()
                        .orElseThrow();
                assertThat(index.distanceM(p).orElseThrow())
                        .as("round %s %s", round, p)
                        .isCloseTo(expected, within(0.01));
            }
        }
    }

    /** Long edges, far from the central meridian of the zone, positions kilometres away. */
    @Test
    void followsEdgesThatAreStraightInLonLat() {
        DivisionShape county =
                DivisionIndexTest.shape("1", "POLYGON ((112.4 34, 113.1 34.1, 113 34.6, 112.5 34.5, 112.4 34))");
        BoundaryIndex index = GridIndex.of(List.of(county)).boundaries();
        Random random = new Random(5);
        for (int draw = 0; draw < 300; draw++) {
            Cgcs2000 p = new Cgcs2000(112.3 + random.nextDouble(), 33.9 + random.nextDouble() * 0.8);
            double expected = Distances.distanceToBoundaryM(p, county.geometry());
            assertThat(index.distanceM(p).orElseThrow())
                    .as("%s", p)
                    .isCloseTo(expected, within(Math.max(0.01, expected * 1e-6)));
        }
    }

    @Test
    void farAwayItIsTheGeodesic() {
        BoundaryIndex index = GridIndex.of(List.of(
                        DivisionIndexTest.shape("1", "POLYGON ((113.5 34.8, 113.6 34.8, 113.6 34.9, 113.5 34.8))")))
                .boundaries();
        double beijing = index.distanceM(new Cgcs2000(116.4, 39.9)).orElseThrow();
        double expected = CGCS2000.Inverse(39.9, 116.4, 34.9, 113.6, GeodesicMask.DISTANCE).s12;
        assertThat(beijing).isCloseTo(expected, within(expected * 1e-6));
        for (double[] end : new double[][] {{-180, -90}, {180, 90}, {-66, -35}}) { // to the poles and the antipodes
            double m = index.distanceM(new Cgcs2000(end[0], end[1])).orElseThrow();
            double nearly = CGCS2000.Inverse(end[1], end[0], 34.85, 113.55, GeodesicMask.DISTANCE).s12;
            assertThat(m).isCloseTo(nearly, within(20_000.0));
        }
    }

    @Test
    void agreesWithTheMetricOverAllSegmentsOfALargeLevel() {
        List<DivisionShape> shapes = new Mosaic(3, 20, 12).shapes("grid");
        BoundaryIndex index = GridIndex.of(shapes).boundaries();
        Random random = new Random(9);
        for (int draw = 0; draw < 500; draw++) {
            double spread = draw % 5 == 0 ? 3 : 0.2;
            Cgcs2000 p = new Cgcs2000(
                    113.5 + (random.nextDouble() - 0.5) * spread, 34.8 + (random.nextDouble() - 0.5) * spread);
            assertThat(index.distanceM(p).orElseThrow()).isCloseTo(scan(shapes, p), within(1e-3));
        }
    }

    /** What passes over segments and boxes must never promise too much, near or far, also beside a pole. */
    @Test
    void theCheapBoundsAreBounds() {
        Random random = new Random(11);
        for (int draw = 0; draw < 100_000; draw++) {
            double reach = Math.pow(10, random.nextDouble() * 6 - 5);
            Coordinate p = new Coordinate(random.nextDouble() * 300 - 150, random.nextDouble() * 170 - 85);
            Coordinate a = beside(random, p, reach);
            Coordinate b = beside(random, random.nextBoolean() ? a : p, reach);
            GroundMetric metric = new GroundMetric(p);
            double exact = metric.toSegment(a, b, new Coordinate());
            String what = draw + ": " + p + " " + a + " " + b;
            assertThat(metric.atLeastToSegment(a, b)).as(what).isLessThanOrEqualTo(exact + 1e-6);
            Envelope box = new Envelope(a, b);
            assertThat(metric.atLeastTo(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()))
                    .as(what)
                    .isLessThanOrEqualTo(exact + 1e-6);
        }
    }

    private static Coordinate beside(Random random, Coordinate c, double reachDeg) {
        double lat = c.y + (random.nextDouble() - 0.5) * reachDeg;
        return new Coordinate(c.x + (random.nextDouble() - 0.5) * reachDeg, Math.max(-89, Math.min(89, lat)));
    }

    private static double scan(List<DivisionShape> shapes, Cgcs2000 p) {
        GroundMetric metric = new GroundMetric(new Coordinate(p.lonDeg(), p.latDeg()));
        double best = Double.POSITIVE_INFINITY;
        Coordinate nearest = new Coordinate();
        for (DivisionShape shape : shapes) {
            Coordinate[] ring = shape.geometry().getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                Coordinate foot = new Coordinate();
                double d = metric.toSegment(ring[i - 1], ring[i], foot);
                if (d < best) {
                    best = d;
                    nearest = foot;
                }
            }
        }
        return best > 100_000
                ? CGCS2000.Inverse(p.latDeg(), p.lonDeg(), nearest.y, nearest.x, GeodesicMask.DISTANCE).s12
                : Distances.distanceM(p, new Cgcs2000(nearest.x, nearest.y));
    }

    @Test
    void aLevelWithoutAreaHasNoBoundary() {
        assertThat(GridIndex.of(List.of()).boundaries().distanceM(new Cgcs2000(113, 34)))
                .isEmpty();
    }
}
