package org.onemap.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.onemap.feature.LayerRole;

/** Another program's reader: GDAL's MVT driver, through {@code ogrinfo}. */
class GdalReadsTilesTest {

    private static final TileId TILE = new TileId(14, 6500, 13359);

    @TempDir
    private Path folder;

    @BeforeEach
    void needsGdal() throws IOException, InterruptedException {
        assertThat(isThere() || !"true".equals(System.getenv("CI")))
                .as("CI needs gdal-bin")
                .isTrue();
        assumeTrue(isThere(), "SKIPPED: ogrinfo is not there; install gdal-bin");
    }

    @Test
    void countsNamesAndPlacesAgree() throws IOException, InterruptedException, ParseException {
        TileBuilder builder = new TileBuilder(TILE);
        Random random = new Random(3);
        for (int i = 0; i < 120; i++) {
            int x = random.nextInt(4000);
            int y = random.nextInt(4000);
            builder.layer("part", LayerRole.ELEMENT)
                    .add(i, TileBuilderTest.toLonLat(TILE, "POINT (" + x + " " + y + ")"), Map.of("n", (long) i));
        }
        String box = "POLYGON ((0 0, 4096 0, 4096 4096, 0 4096, 0 0), (100 100, 200 100, 200 200, 100 200, 100 100))";
        builder.layer("grid", LayerRole.DIVISION)
                .add(7_000_000_000L, TileBuilderTest.toLonLat(TILE, box), Map.of("name", "枫杨一网格", "area", 1.5));
        String report = ogrinfo(builder.build());
        assertThat(report)
                .contains("Layer name: part", "Feature Count: 120")
                .contains("Layer name: grid", "Feature Count: 1")
                .contains("name (String) = 枫杨一网格", "area (Real) = 1.5", "mvt_id (Integer64) = 7000000000");
        assertThat(report).doesNotContain("ERROR", "Warning");
        Envelope m = TILE.box3857M();
        assertThat(report)
                .contains(String.format(
                        "Extent: (%.6f, %.6f) - (%.6f, %.6f)", m.getMinX(), m.getMinY(), m.getMaxX(), m.getMaxY()));
    }

    private String ogrinfo(byte[] tile) throws IOException, InterruptedException {
        Path file = folder.resolve("6500.mvt");
        Files.write(file, tile);
        Process process = new ProcessBuilder(
                        "ogrinfo", "-al", "MVT:" + file, "-oo", "X=13359", "-oo", "Y=6500", "-oo", "Z=14")
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(report).isZero();
        return report;
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("ogrinfo", "--version").start().waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        }
    }
}
