package org.onemap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that we did not write, GDAL, lists and reads what we serve. */
class GdalTest {

    @TempDir
    static Path folder;

    static Served served;

    @BeforeAll
    static void serve() {
        assertThat(isThere() || !"true".equals(System.getenv("CI")))
                .as("CI needs gdal-bin")
                .isTrue();
        assumeTrue(isThere(), "SKIPPED: ogrinfo is not here; install gdal-bin");
        served = Served.town(folder);
    }

    @AfterAll
    static void stop() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void listsTheCollections() throws Exception {
        String list = ogrinfo("-ro", "OAPIF:" + served.url() + "/");
        assertThat(list).contains("grid", "building", "road", "村庄", "assignment");
    }

    @Test
    void readsEveryItemOverAllPages() throws Exception {
        String summary = ogrinfo("-ro", "-so", "OAPIF:" + served.url(), "building");
        assertThat(summary).contains("Feature Count: 25", "Geometry: Polygon", "floors: Integer", "height: Real");
        assertThat(summary).contains("Extent: (113.54");
        String all = ogrinfo("-ro", "-al", "-oo", "PAGE_SIZE=7", "OAPIF:" + served.url() + "/collections/building");
        for (int i = 1; i <= TestTown.BUILDINGS; i++) {
            assertThat(all).contains("name (String) = " + i + "号楼");
        }
        assertThat(all.split("OGRFeature", -1)).hasSize(TestTown.BUILDINGS + 1);
    }

    @Test
    void readsByBoxAndByAttribute() throws Exception {
        String inBox =
                ogrinfo("-ro", "OAPIF:" + served.url(), "building", "-spat", "113.5405", "34.80", "113.5409", "34.81");
        assertThat(inBox).contains("B001").doesNotContain("B002");
        String byCode = ogrinfo("-ro", "OAPIF:" + served.url(), "building", "-where", "code = 'B007'");
        assertThat(byCode).contains("7号楼").doesNotContain("8号楼");
    }

    @Test
    void readsAVectorTile() throws Exception {
        String tile = ogrinfo(
                "-al",
                "MVT:" + served.url() + "/tiles/WebMercatorQuad/14/6500/13359?f=mvt",
                "-oo",
                "X=13359",
                "-oo",
                "Y=6500",
                "-oo",
                "Z=14");
        assertThat(tile).contains("Layer name: grid", "Layer name: building", "410172160601004");
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("ogrinfo", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ogrinfo(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogrinfo"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).doesNotContain("ERROR");
        return output;
    }
}
