package org.onemap.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;

/** The parameter coordsys and the numbers that come with it. */
class CoordsysTest {

    @ParameterizedTest
    @CsvSource({
        "wgs84, WGS84",
        "WGS84, WGS84",
        "cgcs2000, CGCS2000",
        "gcj02, GCJ02",
        "bd09, BD09",
        "bd09ll, BD09",
        "BD09LL, BD09"
    })
    void parsesWithoutRegardToCase(String value, Coordsys expected) {
        assertThat(Coordsys.parse(value)).isEqualTo(expected);
        assertThat(Coordsys.parse(expected.text())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"''", "wgs", "bd09mc", "EPSG:4326"})
    void listsWhatItKnows(String value) {
        assertThatThrownBy(() -> Coordsys.parse(value))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("'" + value + "'", "wgs84", "cgcs2000", "gcj02", "bd09", "bd09ll");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NaN    | 34.8  | both must be numbers
            113.5  | NaN   | both must be numbers
            181    | 34.8  | lon must be within
            34.8   | 113.5 | the other way round
            113.5  | 91    | lat must be within
            200    | 113   | lon must be within
            Infinity | 1   | both must be numbers
            """)
    void saysWhyNumbersAreNoPosition(double lon, double lat, String expected) {
        for (Coordsys coordsys : Coordsys.values()) {
            assertThatThrownBy(() -> coordsys.toCgcs2000(lon, lat))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContainingAll("lon=" + lon, "lat=" + lat, coordsys.text(), expected);
        }
    }

    @Test
    void keepsTheBitsOfWgs84AndCgcs2000() {
        assertThat(Coordsys.WGS84.toCgcs2000(113.1234567890123, 34.1)).isEqualTo(new Cgcs2000(113.1234567890123, 34.1));
        assertThat(Coordsys.CGCS2000.toCgcs2000(-0.0, 90)).isEqualTo(new Cgcs2000(-0.0, 90));
    }
}
