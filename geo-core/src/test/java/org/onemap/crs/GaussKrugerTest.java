package org.onemap.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The 3° zones against values of PROJ 9.1.1. */
class GaussKrugerTest {

    private static final double TENTH_MM = 1e-4;

    /**
     * From domain.md, and from {@code echo LON LAT | proj -f %.6f +proj=tmerc +lon_0=CM +k=1 +x_0=500000 +a=6378137
     * +rf=298.257222101}.
     */
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            central meridian  | 114.0       | 34.75      | 114  | 500000.0000       | 3846858.3296
            Zhengzhou         | 113.6192856 | 34.7478004 | 114  | 465138.8906       | 3846680.3294
            demo district     | 113.55      | 34.81      | 114  | 458825.4449       | 3853606.8268
            demo district     | 113.48      | 34.77      | 114  | 452397.4768       | 3849200.2442
            edge of its zone  | 4.5         | 36.9       | 6    | 366303.544098     | 4086464.227084
            Taipei            | 121.5       | 25.1       | 123  | 348686.513047     | 2777971.867537
            southern, western | -122.3      | -45.6      | -123 | 554613.685722     | -5051865.327413
            at the pole       | 179.9       | 89.9       | 180  | 499980.505743     | 9990796.348401
            Zurich            | 8.5         | 47.4       | 9    | 462256.780487     | 5251838.131710
            across date line  | -179.9      | 10         | -180 | 510963.941673     | 1105856.494638
            """)
    void projectsAsProjDoes(String row, double lon, double lat, int zone, double eastM, double northM) {
        GaussKruger fitting = GaussKruger.fitting(lon);
        assertThat(fitting.centralMeridianDeg()).isEqualTo(zone);

        Coordinate projected = fitting.project(new Cgcs2000(lon, lat));
        assertThat(projected.x).isCloseTo(eastM, within(TENTH_MM));
        assertThat(projected.y).isCloseTo(northM, within(TENTH_MM));
        Cgcs2000 back = fitting.unproject(new Coordinate(eastM, northM));
        assertThat(back.lonDeg()).isCloseTo(lon, within(row.startsWith("at the pole") ? 1e-6 : 1e-8));
        assertThat(back.latDeg()).isCloseTo(lat, within(1e-8));
    }

    /** Far from the central meridian, as six-degree zones and careless users need it. */
    @ParameterizedTest
    @CsvSource({"119, 10, 1048856.191440, 1110021.320054", "134, 60, 1604331.837768, 6823572.599614"})
    void holdsFarOutside(double lon, double lat, double eastM, double northM) {
        Coordinate projected = GaussKruger.fitting(114).project(new Cgcs2000(lon, lat));
        assertThat(projected.x).isCloseTo(eastM, within(TENTH_MM));
        assertThat(projected.y).isCloseTo(northM, within(TENTH_MM));
    }

    @Test
    void comesBackFromEverywhereInAZone() {
        long seed = 20240607;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            double lon = random.nextDouble() * 360 - 180;
            double lat = random.nextDouble() * 178 - 89;
            GaussKruger zone = GaussKruger.fitting(lon + random.nextDouble() * 6 - 3);
            Cgcs2000 back = zone.unproject(zone.project(new Cgcs2000(lon, lat)));
            assertThat(back.lonDeg()).as("draw %d lon %s lat %s", i, lon, lat).isCloseTo(lon, within(1e-11));
            assertThat(back.latDeg()).as("draw %d lon %s lat %s", i, lon, lat).isCloseTo(lat, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1.49, 0", "1.51, 3", "-1.51, -3", "180, 180", "-180, -180", "113.55, 114", "112.49, 111"})
    void choosesTheNearestMeridian(double lon, int zone) {
        assertThat(GaussKruger.fitting(lon).centralMeridianDeg()).isEqualTo(zone);
    }

    @Test
    void keepsZAndM() throws ParseException {
        Geometry line = new WKTReader().read("LINESTRING ZM (113.5 34.8 7 8, 113.6 34.9 9 10)");
        GaussKruger zone = GaussKruger.fitting(line);
        Geometry back = zone.unproject(zone.project(line));
        Coordinate end = back.getCoordinates()[1];
        assertThat(end.getZ()).isEqualTo(9);
        assertThat(end.getM()).isEqualTo(10);
        assertThat(end.x).isCloseTo(113.6, within(1e-11));
        assertThat(zone.project(new WKTReader().read("POLYGON EMPTY")).isEmpty())
                .isTrue();
    }
}
