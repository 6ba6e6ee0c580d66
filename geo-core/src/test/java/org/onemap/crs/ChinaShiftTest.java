package org.onemap.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GCJ-02 and BD-09 against the golden points of other libraries, and their inverses by round trip. */
class ChinaShiftTest {

    /** A tenth of a millimetre. */
    private static final double EXACT_DEG = 1e-9;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            eviltransform Shanghai | 121.5272106 | 31.1774276 | 121.531541859215   | 31.17530398364597
            eviltransform Shenzhen | 113.912316  | 22.543847  | 113.9171764808363  | 22.540796131694766
            eviltransform Beijing  | 116.377817  | 39.911954  | 116.38404722455657 | 39.91334545536069
            demo district          | 113.55      | 34.81      | 113.556126723      | 34.808915974
            Paris, outside         | 2.3522      | 48.8566    | 2.3522             | 48.8566
            """)
    void shiftsToGcj02(String row, double lon, double lat, double gcjLon, double gcjLat) {
        Gcj02 shifted = new Wgs84(lon, lat).toGcj02();
        assertThat(shifted.lonDeg()).isCloseTo(gcjLon, within(EXACT_DEG));
        assertThat(shifted.latDeg()).isCloseTo(gcjLat, within(EXACT_DEG));
        assertRoundTrip(new Wgs84(lon, lat));
    }

    @Test
    void shiftsToBd09() {
        Bd09 shifted = new Wgs84(113.55, 34.81).toGcj02().toBd09();
        assertThat(shifted.lonDeg()).isCloseTo(113.562668257, within(EXACT_DEG));
        assertThat(shifted.latDeg()).isCloseTo(34.814811192, within(EXACT_DEG));
    }

    @Test
    void agreesWithTheSeededPointsOfTwoLibraries() throws IOException {
        for (String[] row : golden("crosslib-seeded-840-points.tsv")) {
            Wgs84 original = new Wgs84(number(row[1]), number(row[2]));
            Gcj02 gcj = original.toGcj02();
            Bd09 bd = gcj.toBd09();
            assertThat(gcj.lonDeg()).as(String.join(" ", row)).isCloseTo(number(row[3]), within(EXACT_DEG));
            assertThat(gcj.latDeg()).as(String.join(" ", row)).isCloseTo(number(row[4]), within(EXACT_DEG));
            assertThat(bd.lonDeg()).as(String.join(" ", row)).isCloseTo(number(row[7]), within(EXACT_DEG));
            assertThat(bd.latDeg()).as(String.join(" ", row)).isCloseTo(number(row[8]), within(EXACT_DEG));
            assertRoundTrip(original);
        }
    }

    @Test
    void agreesWithChncrsForward() throws IOException {
        int forward = 0;
        for (String[] row : golden("chncrs-points.tsv")) {
            if (row[0].equals("gcj02 to bd09ll")) {
                Bd09 bd = new Gcj02(number(row[1]), number(row[2])).toBd09();
                assertThat(bd.lonDeg()).isCloseTo(number(row[3]), within(EXACT_DEG));
                assertThat(bd.latDeg()).isCloseTo(number(row[4]), within(EXACT_DEG));
                forward++;
            }
        }
        assertThat(forward).isPositive();
    }

    @Test
    void invertsExactlyAllOverChina() {
        long seed = 20240607;
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            // a hundredth of a degree off the edge of the box, where the shift jumps
            assertRoundTrip(new Wgs84(72.02 + random.nextDouble() * 65.8, 0.84 + random.nextDouble() * 54.97));
        }
        for (double off : new double[] {0, 1e-15, 1e-12, 1e-9, 1e-7, 1e-5}) { // the square root at 105° E
            assertRoundTrip(new Wgs84(105 + off, 35));
            assertRoundTrip(new Wgs84(105 - off, 22.2));
        }
    }

    @Test
    void keepsItsRuleAtTheEdgeOfTheBox() {
        Gcj02 outside = new Gcj02(72.003, 40);
        assertThat(outside.toWgs84())
                .isEqualTo(new Wgs84(72.003, 40)); // a position just inside may be shifted to there too
        Wgs84 nothingIsThere = new Gcj02(72.0041, 40).toWgs84(); // un-shifted all the same
        assertThat(Math.abs(nothingIsThere.lonDeg() - 72.0041)).isBetween(0.0005, 0.01);
    }

    @Test
    void answersEverywhereOnEarth() {
        for (double lon = -180; lon <= 180; lon += 7.5) {
            for (double lat = -90; lat <= 90; lat += 7.5) {
                for (Coordsys coordsys : Coordsys.values()) {
                    Cgcs2000 position = coordsys.toCgcs2000(lon, lat);
                    assertThat(position.lonDeg()).isCloseTo(lon, within(0.03));
                    assertThat(position.latDeg()).isCloseTo(lat, within(0.03));
                }
            }
        }
    }

    private static void assertRoundTrip(Wgs84 original) {
        Wgs84 fromGcj = original.toGcj02().toWgs84();
        Wgs84 fromBd = original.toGcj02().toBd09().toWgs84();
        for (Wgs84 back : List.of(fromGcj, fromBd)) {
            assertThat(back.lonDeg()).as("%s", original).isCloseTo(original.lonDeg(), within(EXACT_DEG));
            assertThat(back.latDeg()).as("%s", original).isCloseTo(original.latDeg(), within(EXACT_DEG));
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static List<String[]> golden(String file) throws IOException {
        Path path = Path.of(System.getProperty("onemap.shared", ""), "data/F1-gcj-eviltransform-chncrs", file);
        Assumptions.assumeTrue(Files.exists(path), () -> "the golden points are not there: " + path);
        return Files.readAllLines(path).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }
}
