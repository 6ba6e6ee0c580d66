package org.onemap.ingest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/** The files of the demo district: order, sameness of bytes, and what GDAL makes of them. */
class DemoFilesTest {

    @TempDir
    static Path dir;

    private static List<Path> files = List.of();

    @BeforeAll
    static void writeFiles() {
        files = DemoFiles.write(DemoDistrict.generate(410172), dir.resolve("first"));
    }

    @Test
    void listsParentsBeforeChildren() {
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "office.shp",
                        "zone.shp",
                        "grid.shp",
                        "road.shp",
                        "building.shp",
                        "part.shp",
                        "address.shp",
                        "assignment.dbf");
    }

    @Test
    void writesTheSameBytesEachTime() {
        DemoFiles.write(DemoDistrict.generate(410172), dir.resolve("second"));
        assertThat(hashes(dir.resolve("second"))).isEqualTo(hashes(dir.resolve("first")));
    }

    @Test
    void anotherSeedIsAnotherDistrict() {
        Path other = dir.resolve("other");
        DemoFiles.write(DemoDistrict.generate(7), other);
        assertThat(hashes(other)).hasSameSizeAs(hashes(dir.resolve("first")));
        assertThat(hashes(other).get("grid.shp"))
                .isNotEqualTo(hashes(dir.resolve("first")).get("grid.shp"));
    }

    @Test
    void saysThatItIsSynthetic() throws IOException {
        assertThat(Files.readString(dir.resolve("first/README.txt"))).contains("合成演示数据", "SYNTHETIC");
    }

    @ParameterizedTest(name = "{0} is {1} of {2}")
    @CsvSource(delimiter = '|', textBlock = """
        office     | Polygon     | 5      | 办事处编码,办事处名称,网格总长
        zone       | Polygon     | 30     | 片区编码,片区名称,所属办事处,居民数
        grid       | Polygon     | 189    | 网格编码,网格名称,所属片区,居民数,网格长,专职网格员
        road       | Line String |        | 道路编码,道路名称,路线编码,道路等级
        building   | Polygon     |        | 建筑编码,建筑名称,层数,居民数,所属网格
        part       | Point       | 60000  | 部件编码,部件名称,部件状态,所属网格
        address    | Point       | 15000  | 地址编码,地址名称,门牌号,所属网格
        assignment | None        | 413    | 编号,姓名,岗位,区划编码,任职日期
        """)
    void gdalReadsNamesAndReferenceSystem(String layer, String geometry, Integer count, String columns)
            throws IOException, InterruptedException {
        String suffix = layer.equals("assignment") ? ".dbf" : ".shp";
        String said = ogrinfo(dir.resolve("first").resolve(layer + suffix));
        assertThat(said).contains("Geometry: " + geometry, "数据来源: String (12.0)");
        assertThat(said)
                .contains(Stream.of(columns.split(",")).map(c -> c + ": ").toList());
        if (count != null) {
            assertThat(said).contains("Feature Count: " + count + "\n");
        }
        if (!geometry.equals("None")) {
            assertThat(said).contains("ID[\"EPSG\",4547]", "CGCS2000");
        }
    }

    private static String ogrinfo(Path file) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("ogrinfo", "-so", "-al", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assertThat(System.getenv("CI")).as("CI needs gdal-bin: " + e).isNotEqualTo("true");
            throw new TestAbortedException("SKIPPED: ogrinfo is not installed (Debian: gdal-bin)", e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static Map<String, String> hashes(Path folder) {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
                hashes.put(path.getFileName().toString(), HexFormat.of().formatHex(hash));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        return hashes;
    }
}
