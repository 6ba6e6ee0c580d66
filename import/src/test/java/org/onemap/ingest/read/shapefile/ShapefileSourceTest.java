package org.onemap.ingest.read.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.CorruptData;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Reading;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.dbf.DbfBytes;
import org.onemap.ingest.read.open.Sources;

/** Shapefiles as they should not be, and what is said of them. */
class ShapefileSourceTest {

    @TempDir
    Path folder;

    private static ShapefileBytes threePoints() {
        return new ShapefileBytes(1).point(1, 2).point(3, 4).point(5, 6);
    }

    private Path withTable(ShapefileBytes shapes, DbfBytes table) {
        ShapefileBytes.write(folder.resolve("a.dbf"), table.bytes());
        return shapes.write(folder, "a");
    }

    private static DbfBytes names(String... names) {
        DbfBytes table = new DbfBytes().column("NAME", 'C', 10, 0);
        for (String name : names) {
            table.row(name);
        }
        return table;
    }

    @Test
    void keepsShapesAndAttributesTogetherWhenRecordsAreDeleted() {
        Path shp = withTable(threePoints(), names("one", "two", "three").delete(1));
        Reading reading = Reading.of(shp);
        assertThat(reading.layer().rowCount()).isEqualTo(2);
        assertThat(reading.layer().column("NAME")).containsExactly("one", "three");
        assertThat(reading.layer().wkt(1)).isEqualTo("POINT (5 6)");
        assertThat(reading.layer().rows().get(1).number()).isEqualTo(3);
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void readsNullShapesAmongOthers() {
        Reading reading =
                Reading.of(new ShapefileBytes(1).point(1, 2).nullShape().write(folder, "a"));
        assertThat(reading.layer().geometries()).isEqualTo(1);
        assertThat(reading.layer().rows()).hasSize(2);
        assertThat(reading.layer().kind()).isEqualTo(GeometryKind.POINT);
    }

    @ParameterizedTest(name = "type {0}, z {1}, m {2}")
    @CsvSource({
        "3, false, false",
        "13, true, false",
        "13, true, true",
        "23, false, false",
        "23, false, true",
        "5, false, false",
        "15, true, false",
        "15, true, true",
        "25, false, true"
    })
    void readsHeightsAndMeasuresWithAndWithoutTheirBlock(int type, boolean z, boolean m) {
        String parts = "0 0,0 4,4 4,4 0,0 0";
        double[] heights = z ? new double[] {1, 2, 3, 4, 1} : null;
        double[] measures = m ? new double[] {5, -1e39, 7, 8, 5} : null;
        byte[] content = ShapefileBytes.partsContent(type, parts, heights, measures);
        Reading reading = Reading.of(new ShapefileBytes(type).record(content).write(folder, "a"));
        Coordinate[] vertices = reading.layer().rows().get(0).geometry().getCoordinates();
        assertThat(vertices).hasSize(5);
        assertThat(vertices[1].getZ() + "").isEqualTo(z ? "2.0" : "NaN");
        assertThat(vertices[1].getM() + "").isEqualTo("NaN");
        assertThat(vertices[2].getM() + "").isEqualTo(m ? "7.0" : "NaN");
        assertThat(reading.rules(Severity.ERROR)).isEmpty();
    }

    @Test
    void leavesOutALineOfOneVertex() {
        Reading reading = Reading.of(
                new ShapefileBytes(3).parts(3, "1 1").parts(3, "1 1;0 0,5 5").write(folder, "a"));
        assertThat(reading.layer().rows().get(0).geometry()).isNull();
        assertThat(reading.layer().wkt(1)).isEqualTo("LINESTRING (0 0, 5 5)");
        assertThat(reading.rules(Severity.WARNING)).contains("degenerate-part");
    }

    @Test
    void refusesPositionsThatAreNoNumbers() {
        Reading reading = Reading.of(new ShapefileBytes(3).parts(3, "0 0,NaN 5").write(folder, "a"));
        assertThat(reading.issue("shape-unreadable").place().row()).isEqualTo(1);
    }

    @Test
    void readsWithoutAnyFileBeside() throws Exception {
        Path shp =
                ShapefileBytes.write(folder.resolve("lone.SHP"), threePoints().shp());
        Reading reading = Reading.of(shp);
        assertThat(reading.layer().geometries()).isEqualTo(3);
        assertThat(reading.layer().name()).isEqualTo("lone");
        assertThat(reading.layer().crs()).isEqualTo(Source.DeclaredCrs.none());
        Files.writeString(folder.resolve("LONE.Prj"), "\uFEFFGEOGCS[\"x\"]");
        assertThat(Reading.of(shp).layer().crs().wkt()).contains("GEOGCS[\"x\"]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        offsets of zero        | 0
        offsets beyond the end | 2147483647
        offsets off by one     | 51
        """)
    void leavesAWrongIndexAside(String name, int offset) {
        byte[] index = threePoints().shx();
        ByteBuffer.wrap(index).putInt(108, offset).putInt(112, 10);
        Path shp = withTable(threePoints(), names("one", "two", "three"));
        ShapefileBytes.write(folder.resolve("a.shx"), index);
        Reading reading = Reading.of(shp);
        assertThat(reading.layer().wkt(1)).isEqualTo("POINT (3 4)");
        assertThat(reading.rules(Severity.WARNING)).containsExactly("shx-wrong");
        assertThat(reading.rules(Severity.ERROR)).isEmpty();
    }

    @Test
    void followsTheIndexOverAGapInTheShapes() {
        byte[] whole = threePoints().shp();
        byte[] gap = new byte[whole.length + 40];
        System.arraycopy(whole, 0, gap, 0, 128);
        Arrays.fill(gap, 128, 168, (byte) 0xEE);
        System.arraycopy(whole, 128, gap, 168, whole.length - 128);
        ByteBuffer.wrap(gap).putInt(24, gap.length / 2);
        byte[] index = threePoints().shx();
        ByteBuffer.wrap(index).putInt(108, 168 / 2).putInt(116, 196 / 2);
        Path shp = withTable(threePoints(), names("one", "two", "three"));
        ShapefileBytes.write(shp, gap);
        ShapefileBytes.write(folder.resolve("a.shx"), index);
        Reading reading = Reading.of(shp);
        assertThat(reading.layer().geometries()).isEqualTo(3);
        assertThat(reading.layer().wkt(2)).isEqualTo("POINT (5 6)");
        assertThat(reading.rules(Severity.WARNING)).containsExactly("shx-differs");
        assertThat(reading.rules(Severity.ERROR)).isEmpty();
    }

    @Test
    void saysThatCountsDiffer() {
        Reading reading = Reading.of(withTable(threePoints(), names("one", "two")));
        assertThat(reading.issue("count-differs").severity()).isEqualTo(Severity.ERROR);
        assertThat(reading.issue("count-differs").message()).contains("3 shapes", "2 records");
    }

    @Test
    void acceptsRecordsThatAreTooManyIfTheyAreDeleted() {
        Reading reading = Reading.of(withTable(
                threePoints(),
                names("one", "two", "three", "four", "five").delete(1).delete(3).delete(4)));
        assertThat(reading.issues()).isEmpty();
        assertThat(reading.layer().rowCount()).isEqualTo(2);
        assertThat(reading.layer().column("NAME")).containsExactly("one", "three");
    }

    @Test
    void believesTheRecordsMoreThanTheHeader() {
        byte[] shp = threePoints().shp();
        ByteBuffer.wrap(shp).putInt(24, 5000);
        Path file = withTable(threePoints(), names("one", "two", "three"));
        ShapefileBytes.write(file, shp);
        Reading reading = Reading.of(file);
        assertThat(reading.rules(Severity.WARNING)).containsExactly("shp-length");
        assertThat(reading.layer().rows()).hasSize(3);
        ByteBuffer.wrap(shp).putInt(24, 128 / 2);
        ShapefileBytes.write(file, shp);
        assertThat(Reading.of(file).layer().rows()).hasSize(3);
    }

    @Test
    void leavesBytesAfterTheLastRecordAside() {
        Path file = withTable(threePoints(), names("one", "two", "three"));
        byte[] shp = Arrays.copyOf(threePoints().shp(), 100 + 3 * 28 + 37);
        ShapefileBytes.write(file, shp);
        Reading reading = Reading.of(file);
        assertThat(reading.layer().rows()).hasSize(3);
        assertThat(reading.rules(Severity.WARNING)).containsExactly("shp-trailing-bytes");
    }

    @Test
    void doesNotBelieveALyingLength() {
        ByteBuffer content = ShapefileBytes.little(200);
        content.putInt(5).putInt(36, 1).putInt(40, 120_000_000);
        Reading reading =
                Reading.of(new ShapefileBytes(5).record(content.array()).write(folder, "a"));
        assertThat(reading.issue("shape-unreadable").message()).contains("counts of parts and points");
        content.putInt(36, Integer.MAX_VALUE).putInt(40, -5);
        reading = Reading.of(new ShapefileBytes(5).record(content.array()).write(folder, "a"));
        assertThat(reading.issue("shape-unreadable").message()).contains("impossible");
    }

    @Test
    void refusesWhatIsNoShapefile() throws Exception {
        Files.writeString(folder.resolve("text.shp"), "x".repeat(500));
        assertThat(Reading.of(folder.resolve("text.shp")).failure().orElseThrow())
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("9994");
        Files.write(folder.resolve("short.shp"), new byte[20]);
        assertThat(Reading.of(folder.resolve("short.shp")).failure()).isPresent();
    }

    @Test
    void tellsTheIssuesOfARowOnceThoughItIsReadTwice() {
        Path shp = new ShapefileBytes(3).parts(3, "1 1").parts(3, "0 0,5 5").write(folder, "a");
        List<String> rules = new java.util.ArrayList<>();
        try (Source source = Sources.open(shp, new ReadOptions(Optional.empty(), issue -> rules.add(issue.rule())))
                .get(0)) {
            source.rows().next();
            source.rows().forEachRemaining(row -> {});
            source.rows().forEachRemaining(row -> {});
        }
        assertThat(rules).containsExactly("dbf-missing", "degenerate-part");
    }

    /** Cut at any byte, a file is refused, or an error says where, or it is whole all the same. */
    @Test
    void neverReadsACutFileInSilence() {
        ShapefileBytes shapes = new ShapefileBytes(5)
                .parts(5, "0 0,0 9,9 9,9 0,0 0")
                .nullShape()
                .parts(5, "0 0,0 5,5 5,5 0,0 0;1 1,2 1,2 2,1 1");
        byte[] shp = shapes.shp();
        byte[] dbf = names("one", "two", "three").bytes();
        for (int cut = 0; cut < shp.length; cut++) {
            Path file = withTable(shapes, names("one", "two", "three"));
            ShapefileBytes.write(file, Arrays.copyOf(shp, cut));
            assertThat(saysSo(Reading.of(file))).as("shp cut at " + cut).isTrue();
            assertThat(saysSo(Reading.of(alone(shp, cut))))
                    .as("lone shp cut at " + cut)
                    .isTrue();
        }
        for (int cut = 0; cut < dbf.length - 1; cut++) {
            Path file = withTable(shapes, names("one", "two", "three"));
            ShapefileBytes.write(folder.resolve("a.dbf"), Arrays.copyOf(dbf, cut));
            assertThat(saysSo(Reading.of(file))).as("dbf cut at " + cut).isTrue();
        }
    }

    private Path alone(byte[] shp, int cut) {
        return ShapefileBytes.write(folder.resolve("alone.shp"), Arrays.copyOf(shp, cut));
    }

    private static boolean saysSo(Reading reading) {
        return reading.failure().isPresent() || !reading.rules(Severity.ERROR).isEmpty();
    }

    /** Whatever is written over a file, reading it ends, and in nothing but rows or a sentence. */
    @Test
    void endsWellWhateverIsDamaged() {
        long seed = 42;
        Random random = new Random(seed);
        ShapefileBytes shapes = new ShapefileBytes(15)
                .record(ShapefileBytes.partsContent(15, "0 0,0 9,9 9,9 0,0 0", new double[5], new double[5]))
                .nullShape()
                .parts(5, "0 0,0 5,5 5,5 0,0 0;1 1,2 1,2 2,1 1")
                .parts(31, "0 0,0 5,5 5,5 0,0 0")
                .point(4, 4);
        DbfBytes table = names("一", "二", "三", "四", "五").column("N", 'N', 8, 2);
        for (int draw = 0; draw < 1_500; draw++) {
            Path file = withTable(shapes, table);
            for (String suffix : List.of("shp", "shx", "dbf")) {
                Path part = folder.resolve("a." + suffix);
                byte[] bytes =
                        suffix.equals("shp") ? shapes.shp() : suffix.equals("shx") ? shapes.shx() : table.bytes();
                damage(bytes, random);
                ShapefileBytes.write(part, bytes);
            }
            Reading reading = Reading.of(file); // nothing but an OnemapException is caught in it
            if (reading.failure().isEmpty()) {
                assertThat(reading.layers()).as("seed %d draw %d", seed, draw).hasSize(1);
            }
        }
    }

    private static void damage(byte[] bytes, Random random) {
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes).order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int times = random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(bytes.length - 4);
            switch (random.nextInt(5)) {
                case 0 -> buffer.putInt(at, random.nextInt());
                case 1 -> buffer.putInt(at, Integer.MAX_VALUE - random.nextInt(10));
                case 2 -> buffer.putInt(at, random.nextInt(200));
                case 3 -> buffer.put(at, (byte) random.nextInt());
                default -> buffer.putInt(at & ~3, -random.nextInt(5));
            }
        }
    }
}
