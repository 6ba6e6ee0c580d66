package org.onemap.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class NormalShareTest {

    private static final double FAR = 1e6;

    /** Distribution function of the standard normal at these distances, from tables. */
    @ParameterizedTest(name = "a straight edge at {0} σ leaves {1}")
    @CsvSource({
        "0, 0.5",
        "0.001, 0.500398942",
        "0.5, 0.691462461",
        "1, 0.841344746",
        "2, 0.977249868",
        "3, 0.998650102",
        "5, 0.999999713",
        "-1, 0.158655254",
        "-3, 0.001349898"
    })
    void aHalfPlane(double distance, double share) {
        assertThat(ring(-FAR, -distance, FAR, -distance, FAR, FAR, -FAR, FAR)).isCloseTo(share, within(1e-8));
    }

    @ParameterizedTest(name = "a corner at ({0}, {1})")
    @CsvSource({"0, 0, 0.25", "1, 1, 0.707860981", "-1, 2, 0.155045826", "-2, -2, 0.000517569"})
    void aQuadrant(double x, double y, double share) {
        assertThat(ring(-x, -y, FAR, -y, FAR, FAR, -x, FAR)).isCloseTo(share, within(1e-8));
    }

    @ParameterizedTest(name = "a square of ±{0} σ")
    @CsvSource({"0.1, 0.006345", "1, 0.466064943", "2, 0.911070", "6.4, 1"})
    void aSquareIsAProductOfTwoIntervals(double half, double share) {
        assertThat(ring(-half, -half, half, -half, half, half, -half, half)).isCloseTo(share, within(1e-6));
    }

    @Test
    void aDiscHoldsOneMinusTheExponential() {
        for (double radius : new double[] {0.2, 1, 1.50959, 3, 7}) {
            int corners = 20_000;
            double[] xy = new double[2 * corners];
            for (int i = 0; i < corners; i++) {
                xy[2 * i] = radius * Math.cos(2 * Math.PI * i / corners);
                xy[2 * i + 1] = radius * Math.sin(2 * Math.PI * i / corners);
            }
            assertThat(ring(xy)).isCloseTo(1 - Math.exp(-radius * radius / 2), within(1e-6));
        }
    }

    @Test
    void farAwayThereIsNothing() {
        assertThat(ring(10, 10, 20, 10, 20, 20, 10, 20)).isCloseTo(0, within(1e-12));
    }

    @Test
    void agreesWithDrawingPoints() {
        long seed = 20240607;
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            Geometry star = star(random);
            double share = 0;
            Coordinate[] c = star.getCoordinates();
            for (int j = 1; j < c.length; j++) {
                share += NormalShare.ofEdge(c[j - 1].x, c[j - 1].y, c[j].x, c[j].y);
            }
            assertThat(share)
                    .as("seed " + seed + " draw " + i + " " + star)
                    .isCloseTo(drawn(star, random), within(0.004));
        }
    }

    private static double drawn(Geometry area, Random random) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        int inside = 0;
        int draws = 300_000;
        for (int i = 0; i < draws; i++) {
            Coordinate p = new Coordinate(random.nextGaussian(), random.nextGaussian());
            inside += locator.locate(p) == Location.EXTERIOR ? 0 : 1;
        }
        return inside / (double) draws;
    }

    /** A ring of 3 to 40 corners around a place near the centre. */
    private static Geometry star(Random random) {
        int corners = 3 + random.nextInt(38);
        double x = 2 * random.nextGaussian();
        double y = 2 * random.nextGaussian();
        double size = Math.exp(2 * random.nextGaussian());
        StringBuilder wkt = new StringBuilder("POLYGON ((");
        String first = "";
        for (int i = 0; i < corners; i++) {
            double r = size * (0.2 + random.nextDouble());
            String corner =
                    (x + r * Math.cos(2 * Math.PI * i / corners)) + " " + (y + r * Math.sin(2 * Math.PI * i / corners));
            first = i == 0 ? corner : first;
            wkt.append(corner).append(", ");
        }
        try {
            return new WKTReader(new GeometryFactory())
                    .read(wkt.append(first).append("))").toString());
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static double ring(double... xy) {
        double share = 0;
        for (int i = 0; i < xy.length; i += 2) {
            int next = (i + 2) % xy.length;
            share += NormalShare.ofEdge(xy[i], xy[i + 1], xy[next], xy[next + 1]);
        }
        return share;
    }
}
