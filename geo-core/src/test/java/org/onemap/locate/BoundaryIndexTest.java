package org.onemap.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.Distances;
import org.onemap.crs.GaussKruger;

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

    /** Holes, islands in holes, many parts: JTS measures in the zone, where edges as short as these stay straight. */
    @Test
    void agreesWithJtsOverHolesIslandsAndParts() {
        Random random = new Random(17);
        for (int round = 0; round < 40; round++) {
            double west = 100 + 25 * random.nextDouble();
            double south = 18 + 35 * random.nextDouble();
            List<DivisionShape> shapes = List.of(
                    DivisionIndexTest.shape("lake", ring(random, west, south, 0.010, 0.006)),
                    DivisionIndexTest.shape("island", ring(random, west, south, 0.004, 0)),
                    DivisionIndexTest.shape(
                            "parts",
                            "MULTIPOLYGON (" + polygons(random, west + 0.03, south) + ", "
                                    + polygons(random, west, south + 0.03) + ")"));
            BoundaryIndex index = GridIndex.of(shapes).boundaries();
            for (int draw = 0; draw < 200; draw++) {
                Cgcs2000 p = new Cgcs2000(
                        west + 0.1 * (random.nextDouble() - 0.5), south + 0.1 * (random.nextDouble() - 0.5));
                GaussKruger zone = GaussKruger.fitting(p.lonDeg());
                Geometry point = Mosaic.LON_LAT.createPoint(zone.project(p));
                double expected = shapes.stream()
                        .mapToDouble(shape ->
                                zone.project(shape.geometry()).getBoundary().distance(point))
                        .min()
                        .orElseThrow();
                assertThat(index.distanceM(p).orElseThrow())
                        .as("round %s %s", round, p)
                        .isCloseTo(expected, within(0.01));
            }
        }
    }

    private static String ring(Random random, double lonDeg, double latDeg, double outerDeg, double innerDeg) {
        return "POLYGON (" + circle(random, lonDeg, latDeg, outerDeg)
                + (innerDeg > 0 ? ", " + circle(random, lonDeg, latDeg, innerDeg) : "") + ")";
    }

    private static String polygons(Random random, double lonDeg, double latDeg) {
        return ring(random, lonDeg, latDeg, 0.008, 0.005).substring("POLYGON ".length()) + ", "
                + ring(random, lonDeg, latDeg, 0.003, 0).substring("POLYGON ".length());
    }

    /** A ring whose vertices keep within a tenth of its radius. */
    private static String circle(Random random, double lonDeg, double latDeg, double radiusDeg) {
        int vertices = 8 + random.nextInt(60);
        StringBuilder text = new StringBuilder("(");
        String first = "";
        for (int i = 0; i < vertices; i++) {
            double radius = radiusDeg * (0.9 + 0.1 * random.nextDouble());
            double angle = 2 * Math.PI * i / vertices;
            String vertex = (lonDeg + radius * Math.cos(angle)) + " " + (latDeg + radius * Math.sin(angle));
            first = i == 0 ? vertex : first;
            text.append(vertex).append(", ");
        }
        return text.append(first).append(')').toString();
    }

    /** At every latitude and scale, also where the plane has to leave the choice to the ellipsoid. */
    @Test
    void theSearchInThePlaneFindsWhatTheSearchOnTheEllipsoidFinds() {
        Random random = new Random(23);
        int near = 0;
        for (int round = 0; round < 300; round++) {
            Coordinate middle = new Coordinate(random.nextDouble() * 300 - 150, random.nextDouble() * 158 - 79);
            double spread = Math.pow(10, random.nextDouble() * 4 - 4);
            List<DivisionShape> shapes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Coordinate at = beside(random, middle, spread);
                shapes.add(DivisionIndexTest.shape("" + i, ring(random, at.x, at.y, spread / 4, spread / 8)));
            }
            Rings rings = GridIndex.of(shapes).rings();
            BoxTree tree = BoxTree.of(rings);
            for (int draw = 0; draw < 60; draw++) {
                Coordinate p = beside(random, middle, 2 * spread);
                GroundMetric metric = new GroundMetric(p);
                double far = new FarSearch(rings, metric).in(tree).m();
                var found = metric.hasPlane()
                        ? new NearSearch(rings, metric).in(tree)
                        : Optional.<BoundaryIndex.Nearest>empty();
                near += found.isPresent() ? 1 : 0;
                double m = found.map(BoundaryIndex.Nearest::m).orElse(far);
                assertThat(m).as("round %s %s", round, p).isCloseTo(far, within(1e-6 + 1e-12 * far));
            }
        }
        assertThat(near).isBetween(10_000, 17_900);
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
            if (metric.hasPlane() && exact < 20_000) {
                double plane = Math.sqrt(metric.planeToSegment(a.x, a.y, b.x, b.y));
                Coordinate c = beside(random, p, reach);
                Coordinate d = beside(random, c, reach);
                double other = metric.toSegment(c, d, new Coordinate());
                if (Math.sqrt(metric.planeToSegment(c.x, c.y, d.x, d.y)) >= metric.planeLimitM(plane)) {
                    assertThat(other).as(what).isGreaterThanOrEqualTo(exact);
                }
            }
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
