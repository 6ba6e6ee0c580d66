package org.onemap.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.Reading.Layer;

/**
 * Every shapefile, lone table and archive of GDAL's, Shapelib's, pyshp's, Fiona's, mapshaper's and GeoTools' suites: rows,
 * geometries, columns and types as GDAL 3.6.2 reads them, or the verdict of the table below with its reason.
 */
class PeerSuitesTest {

    /**
     * What we say where GDAL says something else.
     *
     * @param rows rows read; −1 where the file is refused
     * @param geometries rows with a geometry
     * @param errors rules of its errors
     * @param why the reason
     */
    private record Verdict(int rows, int geometries, List<String> errors, String why) {}

    private static final List<String> UNREADABLE = List.of("shape-unreadable");

    private static final Map<String, Verdict> VERDICTS = Map.ofEntries(
            differs("C1-gdal-autotest-shp/shp/buggymultiline.shp", 1, 0, UNREADABLE, "counts larger than the record"),
            differs("C1-gdal-autotest-shp/shp/buggymultipoint.shp", 1, 0, UNREADABLE, "counts larger than the record"),
            differs("C1-gdal-autotest-shp/shp/buggymultipoly.shp", 1, 0, UNREADABLE, "counts larger than the record"),
            differs("C1-gdal-autotest-shp/shp/buggymultipoly2.shp", 1, 0, UNREADABLE, "first part begins at vertex 5"),
            differs("C1-gdal-autotest-shp/shp/buggypoint.shp", 1, 1, List.of(), "only the .shx is wrong by two bytes"),
            differs("C1-gdal-autotest-shp/shp/pointnan.shp", 2, 1, List.of(), "a point of NaN is a null shape"),
            differs("C1-gdal-autotest-shp/shp/poly.tar", -1, 0, List.of(), "no tar archives, says so"),
            differs("C1-gdal-autotest-shp/shp/poly.tar.gz", -1, 0, List.of(), "no tar archives, says so"),
            differs(
                    "C2-shapelib-pyshp-fiona/fiona/testopenfilegdb.gdb.zip",
                    -1,
                    0,
                    List.of(),
                    "no geodatabases, says so"),
            differs("C2-shapelib-pyshp-fiona/pyshp/REL.zip", 1, 1, List.of(), "GDAL wants it in the root"),
            differs("C2-shapelib-pyshp-fiona/pyshp/latin1.shp", 1, 1, List.of(), "GDAL wants a .shx"),
            differs(
                    "C2-shapelib-pyshp-fiona/shapelib/shape_eg_data/3dpoints.shp",
                    22,
                    22,
                    List.of(),
                    "all 22 records are whole, four offsets in the .shx are wrong"),
            differs("C3-mapshaper/shapefile/shplib/3dpoints.shp", 22, 22, List.of(), "the same file"),
            differs("C3-mapshaper/issues/68/cell1.shp", 1, 1, List.of(), "GDAL wants a .shx"),
            differs("C3-mapshaper/issues/68/clipper.shp", 1, 1, List.of(), "GDAL wants a .shx"),
            differs("C3-mapshaper/issues/193/gauss_kruger.shp", 3, 3, List.of(), "GDAL wants a .shx"),
            differs(
                    "C3-mapshaper/issues/invalid_coords/invalid_coordinates.shp",
                    1,
                    0,
                    List.of(),
                    "a point of −1.8e308 is a null shape"),
            differs("C3-mapshaper/shapefile/two_states_merc_copy.shp", 2, 2, List.of(), "GDAL wants a .shx"),
            differs("C4-geotools-shp/sample-data-shapes/extraAtEnd.shp", 3, 3, List.of(), "GDAL wants a .shx"),
            differs("C4-geotools-shp/sample-data-shapes/stream.shp", 280, 280, List.of(), "GDAL wants a .shx"),
            differs(
                    "C4-geotools-shp/shapefile-test-data/lsOnePoint/lsOnePoint.shp",
                    3,
                    2,
                    List.of(),
                    "a line of one vertex is no line"),
            differs(
                    "C4-geotools-shp/shapefile-test-data/measure/multilinezm.shp",
                    1,
                    1,
                    List.of(),
                    "GDAL wants a .shx"),
            differs(
                    "C4-geotools-shp/shapefile-test-data/measure/multipointszm.shp",
                    1,
                    1,
                    List.of(),
                    "GDAL wants a .shx"),
            differs(
                    "C4-geotools-shp/shapefile-test-data/measure/multipolygonzm.shp",
                    1,
                    0,
                    List.of(),
                    "its one ring lies on one line"),
            differs("C4-geotools-shp/shapefile-test-data/measure/pointzm.shp", 1, 1, List.of(), "GDAL wants a .shx"));

    /** Where the columns differ, and why. */
    private static final Map<String, String> OTHER_COLUMNS = Map.ofEntries(
            Map.entry("3dpoints.shp", "same"),
            Map.entry("mpatch3.shp", "a number without decimals that fits is an integer"),
            Map.entry("multipnt.shp", "numbers with more digits than a double keeps are text"),
            Map.entry("polygon.shp", "numbers with more digits than a double keeps are text"),
            Map.entry("duplicate_fields.dbf", "a second column of a name gets a suffix"),
            Map.entry("state.shp", "a second column of a name gets a suffix"),
            Map.entry("dup_column.shp", "a second column of a name gets a suffix"),
            Map.entry("utf16.dbf", "the .cpg says UTF-16, and so its names are"),
            Map.entry("invalid_coordinates.shp", "a column of width 0 is left out"));

    private static Map.Entry<String, Verdict> differs(
            String file, int rows, int geometries, List<String> errors, String why) {
        return Map.entry(file, new Verdict(rows, geometries, errors, why));
    }

    @TestFactory
    Stream<DynamicTest> readsWhatGdalReadsOrSaysWhyNot() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String suite :
                List.of("C1-gdal-autotest-shp", "C2-shapelib-pyshp-fiona", "C3-mapshaper", "C4-geotools-shp")) {
            Path folder = SharedData.path(suite);
            JsonNode reference = new ObjectMapper()
                    .readTree(folder.resolve("reference-gdal-3.6.2.json").toFile());
            reference
                    .fields()
                    .forEachRemaining(entry -> tests.add(DynamicTest.dynamicTest(
                            suite + "/" + entry.getKey(),
                            () -> compare(folder, suite, entry.getKey(), entry.getValue()))));
        }
        assertThat(tests).hasSizeGreaterThan(190);
        return tests.stream();
    }

    private static void compare(Path folder, String suite, String file, JsonNode gdal) {
        Reading reading = Reading.of(folder.resolve(file));
        Verdict verdict = VERDICTS.get(suite + "/" + file);
        boolean refused = verdict == null ? !gdal.get("opens").asBoolean() : verdict.rows < 0;
        if (refused) {
            assertThat(reading.failure()).as("refused with a sentence").isPresent();
            assertThat(reading.failure().get().getMessage())
                    .contains(Path.of(file).getFileName().toString());
            return;
        }
        assertThat(reading.failure()).isEmpty();
        long rows = reading.layers().stream()
                .mapToLong(layer -> layer.rows().size())
                .sum();
        long geometries = reading.layers().stream().mapToLong(Layer::geometries).sum();
        long gdalGeometries = 0;
        for (JsonNode number : gdal.get("geometriesRead")) {
            gdalGeometries += number.asLong();
        }
        assertThat(rows).isEqualTo(verdict == null ? gdal.get("featuresRead").asLong() : verdict.rows);
        assertThat(geometries).isEqualTo(verdict == null ? gdalGeometries : verdict.geometries);
        assertThat(reading.rules(Severity.ERROR)).isEqualTo(verdict == null ? List.of() : verdict.errors);
        reading.layers().forEach(layer -> assertThat((long) layer.rows().size()).isEqualTo(layer.rowCount()));
        if (gdal.get("opens").asBoolean()
                && !OTHER_COLUMNS.containsKey(Path.of(file).getFileName().toString())) {
            assertThat(reading.layers().get(0).columns().stream().map(PeerSuitesTest::asGdal))
                    .isEqualTo(columns(gdal.get("layers").get(0)));
        }
    }

    /** GDAL 3.6.2 gives logical columns of a shapefile as texts. */
    private static String asGdal(String column) {
        return column.replaceFirst(":BOOLEAN$", ":TEXT");
    }

    private static List<String> columns(JsonNode layer) {
        List<String> columns = new ArrayList<>();
        for (JsonNode field : layer.get("fields")) {
            String type =
                    switch (field.get(1).asText()) {
                        case "Integer", "Integer64" -> "INTEGER";
                        case "Real" -> "REAL";
                        case "Date" -> "DATE";
                        default -> "TEXT";
                    };
            columns.add(field.get(0).asText() + ":" + type);
        }
        return columns;
    }

    /** No file at all may crash: also those that are no sources, and parts given alone. */
    @TestFactory
    Stream<DynamicTest> endsEveryFileInRowsOrInASentence() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String suite :
                List.of("C1-gdal-autotest-shp", "C2-shapelib-pyshp-fiona", "C3-mapshaper", "C4-geotools-shp")) {
            try (Stream<Path> files = Files.walk(SharedData.path(suite))) {
                List<Path> all = files.filter(Files::isRegularFile).toList();
                tests.add(DynamicTest.dynamicTest(suite, () -> all.forEach(PeerSuitesTest::endsWell)));
            }
        }
        return tests.stream();
    }

    private static void endsWell(Path file) {
        Reading reading = Reading.of(file);
        boolean shapefile = file.toString().toLowerCase(Locale.ROOT).endsWith(".shp");
        if (shapefile && reading.failure().isPresent()) {
            fail(file + " " + reading.failure());
        }
        reading.layers().forEach(layer -> layer.rows()
                .forEach(row -> row.values().forEach(value -> assertThat(value instanceof String text
                                && text.contains("\uFFFD")
                                && reading.rules(Severity.ERROR).isEmpty()
                                && reading.rules(Severity.WARNING).isEmpty())
                        .as(file + " holds U+FFFD silently")
                        .isFalse())));
    }
}
