package org.onemap.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Lengths, areas and distances in the fitting zone. */
class DistancesTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** One minute by one minute, against the area between meridians and parallels on the ellipsoid. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "demo district, 113.55, 34.81",
        "Taiwan, 121.0, 23.5",
        "Switzerland, 8.2, 46.8",
        "southern hemisphere, -70.3, -33.4",
        "equator, 0, 0"
    })
    void measuresAreasAsOnTheEllipsoid(String row, double lon, double lat) throws ParseException {
        double d = 1.0 / 60;
        Geometry cell =
                wkt("POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))", lon, lat, lon + d, lat + d);
        double expected = cellAreaM2(lat, lat + d, d);
        assertThat(Distances.areaM2(cell)).isCloseTo(expected, within(expected * 7e-4));
        double meridianM = geodesicM(lon, lat, lon, lat + d);
        assertThat(Distances.lengthM(wkt("LINESTRING(%s %s, %s %s)", lon, lat, lon, lat + d)))
                .isCloseTo(meridianM, within(meridianM * 4e-4));
        assertThat(Distances.areaM2(cell.getBoundary())).isZero();
        assertThat(Distances.lengthM(cell)).isEqualTo(Distances.lengthM(cell.getBoundary()));
    }

    @Test
    void followsTheBendOfALongEdge() throws ParseException {
        // 45 km along a parallel: the straight line in the plane would cut 18 km² off
        Geometry cell = wkt("POLYGON((113.75 34.5, 114.25 34.5, 114.25 35, 113.75 35, 113.75 34.5))");
        assertThat(Distances.areaM2(cell)).isCloseTo(cellAreaM2(34.5, 35, 0.5), within(3e4));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            inside, nearest is the southern edge | 113.5050 | 34.8010 | 110.940
            outside, north of it                 | 113.5050 | 34.8110 | 110.940
            on the edge between its vertices     | 113.5033 | 34.8000 | 0
            on a vertex                          | 113.5000 | 34.8100 | 0
            in the hole                          | 113.5050 | 34.8045 | 55.470
            """)
    void measuresToTheBoundary(String row, double lon, double lat, double expectedM) throws ParseException {
        Geometry square = wkt("POLYGON((113.5 34.8, 113.51 34.8, 113.51 34.81, 113.5 34.81, 113.5 34.8),"
                + "(113.503 34.804, 113.507 34.804, 113.507 34.806, 113.503 34.806, 113.503 34.804))");
        assertThat(Distances.distanceToBoundaryM(new Cgcs2000(lon, lat), square))
                .isCloseTo(expectedM, within(0.003));
    }

    @Test
    void isZeroAlongALongEdge() throws ParseException {
        Geometry line = wkt("LINESTRING(113.2 34.8, 113.9 34.8)");
        for (double lon = 113.2; lon <= 113.9; lon += 0.013) {
            assertThat(Distances.distanceToBoundaryM(new Cgcs2000(lon, 34.8), line))
                    .isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void agreesWithManyShortEdgesInTheZone() {
        long seed = 20240607;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            double lon = random.nextDouble() * 340 - 170;
            double lat = random.nextDouble() * 140 - 70;
            double size = Math.pow(10, -3 + 2.5 * random.nextDouble()); // up to 0.3°
            Geometry ring = star(random, lon, lat, size);
            Cgcs2000 position = new Cgcs2000(
                    lon + (random.nextDouble() - 0.5) * 3 * size, lat + (random.nextDouble() - 0.5) * 3 * size);
            GaussKruger zone = GaussKruger.fitting(position.lonDeg());
            Geometry dense = zone.project(Densifier.densify(ring, size / 5000));
            double expected = dense.distance(FACTORY.createPoint(zone.project(position)));
            assertThat(Distances.distanceToBoundaryM(position, ring))
                    .as("seed %d draw %d %s %s", seed, i, position, ring)
                    .isCloseTo(expected, within(1e-3));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT(113.5 34.8)",
                "MULTIPOINT((113.5 34.8), (113.6 34.8))",
                "GEOMETRYCOLLECTION(POINT(113.5 34.8))"
            })
    void measuresToPoints(String wkt) throws ParseException {
        double expected = geodesicM(113.5, 34.8, 113.5, 34.81);
        assertThat(Distances.distanceToBoundaryM(new Cgcs2000(113.5, 34.81), wkt(wkt)))
                .isCloseTo(expected, within(0.05));
        assertThat(Distances.distanceM(new Cgcs2000(113.5, 34.81), new Cgcs2000(113.5, 34.8)))
                .isCloseTo(expected, within(0.05));
    }

    @Test
    void refusesTheEmptyGeometry() {
        assertThatThrownBy(() -> Distances.distanceToBoundaryM(new Cgcs2000(0, 0), FACTORY.createPolygon()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Distances.areaM2(FACTORY.createPolygon())).isZero();
    }

    private static Geometry star(Random random, double lon, double lat, double size) {
        Coordinate[] ring = new Coordinate[8];
        for (int k = 0; k < 7; k++) {
            double r = size * (0.3 + 0.7 * random.nextDouble());
            double angle = 2 * Math.PI * k / 7;
            ring[k] = new Coordinate(lon + r * Math.cos(angle), lat + r * Math.sin(angle));
        }
        ring[7] = ring[0];
        return FACTORY.createLinearRing(ring);
    }

    private static double geodesicM(double lon1, double lat1, double lon2, double lat2) {
        return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12;
    }

    /** Area between two parallels, from the authalic latitude's closed form. */
    private static double cellAreaM2(double south, double north, double widthDeg) {
        return Math.toRadians(widthDeg) * (zoneM2(north) - zoneM2(south));
    }

    private static double zoneM2(double latDeg) {
        double e2 = Ellipsoid.CGCS2000.eccentricitySquared();
        double e = Math.sqrt(e2);
        double a = Ellipsoid.CGCS2000.semiMajorM();
        double s = Math.sin(Math.toRadians(latDeg));
        return a * a * (1 - e2) / 2 * (s / (1 - e2 * s * s) + Math.log((1 + e * s) / (1 - e * s)) / (2 * e));
    }

    private static Geometry wkt(String wkt, Object... values) throws ParseException {
        return new WKTReader(FACTORY).read(String.format(java.util.Locale.ROOT, wkt, values));
    }
}
