package org.onemap.geoserver.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Which tiles a change makes stale. */
class TileGridTest {

    @ParameterizedTest(name = "{0}: WebMercatorQuad level {1} is level {2}")
    @CsvSource({"EPSG:900913, 12, 12", "WebMercatorQuad, 0, 0", "Tianditu_c, 1, 0", "Tianditu_c, 18, 17"})
    void countsLevelsAsTheTileCacheDoes(String name, int zoom, int level) {
        assertThat(TileGrid.find(name).orElseThrow().levelOf(zoom)).isEqualTo(level);
    }

    @Test
    void projectsToMercator() {
        Envelope box = TileGrid.MERCATOR_900913.project(new Envelope(0, 180, 0, 85.0511287798066));
        assertThat(box.getMaxX()).isCloseTo(20037508.342789244, org.assertj.core.data.Offset.offset(1e-3));
        assertThat(box.getMaxY()).isCloseTo(20037508.342789244, org.assertj.core.data.Offset.offset(1e-3));
    }

    @Test
    void leavesDegreesAsTheyAre() {
        Envelope box = new Envelope(113.5, 113.6, 34.7, 34.8);
        assertThat(TileGrid.TIANDITU_C.project(box)).isEqualTo(box);
    }

    /** The slow oracle: a tile is stale if its block of 4 × 4 meets the box with half a tile around it. */
    @Test
    void coversEveryBlockThatMeetsTheBoxAtItsLevelAndAllFinerOnes() {
        Random random = new Random(20240607);
        for (int draw = 0; draw < 2_000; draw++) {
            TileGrid grid = TileGrid.all().get(random.nextInt(3));
            int level = random.nextInt(16);
            double lonDeg = 73 + random.nextDouble() * 60;
            double latDeg = 4 + random.nextDouble() * 48;
            Envelope box = grid.project(new Envelope(
                    lonDeg, lonDeg + random.nextDouble() * 0.01, latDeg, latDeg + random.nextDouble() * 0.01));
            Envelope stale = grid.staleArea(box, level);
            int finer = level + random.nextInt(3);
            double block = 4 * grid.firstSpan() / Math.pow(2, finer);
            double half = block / 8;
            double x = box.getMinX() - half + random.nextDouble() * (box.getWidth() + 2 * half);
            double y = box.getMinY() - half + random.nextDouble() * (box.getHeight() + 2 * half);
            double left = Math.floor((x - grid.extent().getMinX()) / block) * block
                    + grid.extent().getMinX();
            double bottom = Math.floor((y - grid.extent().getMinY()) / block) * block
                    + grid.extent().getMinY();
            Envelope of = new Envelope(left, left + block, bottom, bottom + block).intersection(grid.extent());
            Envelope inside = new Envelope(of);
            inside.expandBy(-block * 1e-6);
            assertThat(stale.covers(inside))
                    .as("draw %d of %s level %d", draw, grid.name(), level)
                    .isTrue();
        }
    }

    @Test
    void keepsTheStaleAreaSmall() {
        Envelope house = TileGrid.TIANDITU_C.project(new Envelope(113.55, 113.5501, 34.805, 34.8051));
        Envelope stale = TileGrid.TIANDITU_C.staleArea(house, 15);
        assertThat(stale.getWidth()).isLessThanOrEqualTo(3 * 4 * 180 / Math.pow(2, 15));
    }

    @Test
    void joinsManyChangesToFourBoxesThatCoverThemAll() {
        Random random = new Random(7);
        DirtyArea area = new DirtyArea();
        java.util.List<Envelope> all = new java.util.ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double x = random.nextInt(3) * 10 + random.nextDouble();
            Envelope box = new Envelope(x, x + 0.01, 0, 0.01);
            all.add(box);
            area.add(box);
        }
        assertThat(area.boxes()).hasSizeLessThanOrEqualTo(4);
        assertThat(all).allMatch(box -> area.boxes().stream().anyMatch(joined -> joined.covers(box)));
        assertThat(area.boxes()).allMatch(box -> box.getWidth() < 2);
    }
}
