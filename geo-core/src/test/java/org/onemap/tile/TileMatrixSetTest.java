package org.onemap.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;
import org.onemap.crs.Cgcs2000;

class TileMatrixSetTest {

    private final TileMatrixSet set = TileMatrixSet.webMercatorQuad();

    /** From OGC 17-083r4, Annex D.1. */
    @ParameterizedTest(name = "zoom {0}: 1 : {1}")
    @CsvSource({
        "0, 559082264.028717, 156543.033928041, 1",
        "1, 279541132.014358, 78271.5169640204, 2",
        "12, 136494.693366386, 38.2185141425881, 4096",
        "18, 2132.72958384978, 0.597164283477940, 262144",
        "24, 33.3238997476529, 0.00933069192934280, 16777216"
    })
    void hasTheScalesOfTheStandard(int zoom, double scale, double cellSize, long size) {
        TileMatrix matrix = set.matrices().get(zoom);
        assertThat(matrix.id()).isEqualTo(Integer.toString(zoom));
        assertThat(matrix.scaleDenominator()).isCloseTo(scale, within(scale * 1e-13));
        assertThat(matrix.cellSizeM()).isCloseTo(cellSize, within(cellSize * 1e-13));
        assertThat(matrix.matrixSize()).isEqualTo(size);
    }

    @ParameterizedTest(name = "({0}, {1}) at zoom {2} lies in {3}")
    @CsvSource({
        "113.55, 34.81, 14, 14/6500/13359",
        "113.55, 34.81, 0, 0/0/0",
        "-180, 90, 3, 3/0/0",
        "180, -90, 3, 3/7/7",
        "0, 0, 1, 1/1/1",
        "-0.0001, 0.0001, 1, 1/0/0",
        "139.7, 35.7, 24, 24/6605421/14899099"
    })
    void findsTheTileOfAPosition(double lonDeg, double latDeg, int zoom, String expected) {
        assertEquals(expected, set.tileAt(new Cgcs2000(lonDeg, latDeg), zoom).toString());
    }

    @Test
    void everyTileHoldsItsPositionInBothBoxes() {
        Random random = new Random(1);
        for (int draw = 0; draw < 10_000; draw++) {
            Cgcs2000 p = new Cgcs2000(random.nextDouble() * 360 - 180, random.nextDouble() * 170 - 85);
            TileId tile = set.tileAt(p, random.nextInt(25));
            Envelope box = tile.boxDeg();
            assertThat(box.getMinX()).isLessThanOrEqualTo(p.lonDeg() + 1e-9);
            assertThat(box.getMaxX()).isGreaterThan(p.lonDeg() - 1e-9);
            assertThat(box.getMinY()).isLessThanOrEqualTo(p.latDeg() + 1e-9);
            assertThat(box.getMaxY()).isGreaterThanOrEqualTo(p.latDeg() - 1e-9);
            assertThat(tile.queryBoxDeg().covers(box)).isTrue();
            assertThat(tile.box3857M().getMinX()).isCloseTo(box.getMinX() * 111319.49079327357, within(1e-4));
        }
    }

    @Test
    void theWorldIsOneTile() {
        Envelope box = new TileId(0, 0, 0).boxDeg();
        assertThat(box.getMinX()).isEqualTo(-180);
        assertThat(box.getMaxX()).isEqualTo(180);
        assertThat(box.getMaxY()).isCloseTo(85.0511287798066, within(1e-12));
        assertThat(new TileId(0, 0, 0).box3857M().getMaxY()).isEqualTo(20037508.342789244);
    }

    @ParameterizedTest
    @CsvSource({"25, 0, 0", "-1, 0, 0", "3, 8, 0", "3, 0, -1"})
    void refusesWhatIsNoTile(int zoom, int row, int col) {
        assertThatThrownBy(() -> set.tile(zoom, row, col))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("0 to");
    }
}
