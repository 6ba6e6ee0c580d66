package org.onemap.ingest.read.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.Reading;

/** GeoJSON in its forms, and what is wrong with it. */
class GeoJsonSourceTest {

    @TempDir
    Path folder;

    private Reading read(String json) throws Exception {
        return Reading.of(Files.writeString(folder.resolve("a.geojson"), json));
    }

    private static String feature(String geometry, String properties) {
        return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":" + properties + "}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String point(String properties) {
        return feature("{\"type\":\"Point\",\"coordinates\":[113.5,34.8]}", properties);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ` `                                                    | a.geojson is empty
        {"type":"FeatureCollection","features":[{"type":"Fea   | behind feature 0
        {"type":"FeatureCollection","features":[               | behind feature 0
        """)
    void saysPlainlyThatAFileIsEmptyOrCut(String json, String sentence) throws Exception {
        assertThat(read(json).failure().orElseThrow())
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("REDACTED")
                .doesNotContain("Source");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        integers           | 1,2              | INTEGER | 1         | 2
        integers and reals | 1,2.5            | REAL    | 1.0       | 2.5
        an integer of 19 digits | 1,1234567890123456789 | TEXT | 1  | 1234567890123456789
        a real too exact   | 1,0.12345678901234567891 | TEXT | 1   | 0.12345678901234567891
        mixed              | 1,"a"            | TEXT    | 1         | a
        truths             | true,false       | BOOLEAN | true      | false
        truths and numbers | true,1           | TEXT    | true      | 1
        nulls              | null,null        | TEXT    | null      | null
        codes in quotes    | "0371","001"     | TEXT    | 0371      | 001
        nested             | {"a":[1,"x"]},[] | TEXT    | {"a":[1,"x"]} | []
        """)
    void findsTheTypeThatHoldsAllValues(String name, String values, String type, String first, String second)
            throws Exception {
        int comma = values.startsWith("{") ? values.lastIndexOf(",[") : values.indexOf(',');
        Reading reading = read(collection(
                point("{\"v\":" + values.substring(0, comma) + "}"),
                point("{\"v\":" + values.substring(comma + 1) + "}")));
        assertThat(reading.layer().columns()).containsExactly("v:" + type);
        assertThat(reading.layer().column("v").stream().map(String::valueOf)).containsExactly(first, second);
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void readsDocumentsOfEveryForm() throws Exception {
        String feature = point("{\"a\":1}");
        assertThat(read(collection(feature)).layer().rows()).hasSize(1);
        assertThat(read("\uFEFF" + feature).layer().rows()).hasSize(1);
        assertThat(read(feature + "\n" + feature + "\n").layer().rows()).hasSize(2);
        assertThat(read("\u001E" + feature + "\n\u001E" + feature).layer().rows())
                .hasSize(2);
        assertThat(read("{\"type\":\"Point\",\"coordinates\":[1,2]}").layer().wkt(0))
                .isEqualTo("POINT (1 2)");
        assertThat(read("{\"features\":[" + feature + "],\"name\":\"x\",\"type\":\"FeatureCollection\"}")
                        .layer()
                        .rows())
                .hasSize(1);
        assertThat(read(collection()).layer().kind()).isEqualTo(GeometryKind.NONE);
    }

    @Test
    void readsGeometriesOfEveryType() throws Exception {
        Reading reading = read(collection(
                feature("null", "{}"),
                feature("{\"coordinates\":[1,2,3],\"type\":\"Point\"}", "null"),
                feature("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}", "{}"),
                feature("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}", "{}"),
                feature("{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]]]}", "{}"),
                feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1],[0,0]]]}", "{}"),
                feature("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[0,1],[1,1],[0,0]]]]}", "{}"),
                feature(
                        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}",
                        "{}")));
        assertThat(reading.layer().rows().stream().map(row -> String.valueOf(row.geometry())))
                .containsExactly(
                        "null",
                        "POINT (1 2)",
                        "MULTIPOINT ((1 2), (3 4))",
                        "LINESTRING (1 2, 3 4)",
                        "MULTILINESTRING ((1 2, 3 4))",
                        "POLYGON ((0 0, 0 1, 1 1, 0 0))",
                        "MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)))",
                        "GEOMETRYCOLLECTION (POINT (1 2))");
        assertThat(reading.layer().rows().get(1).geometry().getCoordinate().getZ())
                .isEqualTo(3);
        assertThat(reading.issues()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        {"type":"Polygon","coordinates":[[0,0],[0,1],[1,1],[0,0]]}         | shape-unreadable
        {"type":"Point","coordinates":[[1,2]]}                             | shape-unreadable
        {"type":"Point","coordinates":[1]}                                 | shape-unreadable
        {"type":"Point","coordinates":["1","2"]}                           | feature-malformed
        {"type":"Circle","coordinates":[1,2]}                              | shape-unreadable
        {"type":"LineString"}                                              | shape-unreadable
        {"type":"MultiPolygon","coordinates":[[[[[[[0,0]]]]]]]}            | feature-malformed
        "POINT(1 2)"                                                       | feature-malformed
        """)
    void saysWhichRowHasAGeometryThatIsNone(String geometry, String rule) throws Exception {
        Reading reading = read(collection(point("{}"), feature(geometry, "{}")));
        assertThat(reading.issue(rule).severity()).isEqualTo(Severity.ERROR);
        assertThat(reading.issue(rule).place().row()).isEqualTo(2);
        assertThat(reading.layer().rows()).hasSize(2);
    }

    @Test
    void mendsWhatItSays() throws Exception {
        Reading reading =
                read(collection(feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1]]]}", "{}")));
        assertThat(reading.layer().wkt(0)).isEqualTo("POLYGON ((0 0, 0 1, 1 1, 0 0))");
        assertThat(reading.rules(Severity.WARNING)).containsExactly("geometry-mended");
    }

    @Test
    void makesAColumnOfIdsWhereThereIsNoSuchProperty() throws Exception {
        String bare = "{\"type\":\"Feature\",\"id\":7,\"geometry\":null,\"properties\":{\"a\":1}}";
        assertThat(read(collection(bare)).layer().columns()).containsExactly("id:INTEGER", "a:INTEGER");
        Reading both = read(collection(bare.replace("\"a\"", "\"ID\"")));
        assertThat(both.layer().columns()).containsExactly("ID:INTEGER");
        assertThat(both.rules(Severity.WARNING)).containsExactly("foreign-member");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
        "urn:ogc:def:crs:EPSG::4547"       | EPSG:4547
        "urn:ogc:def:crs:EPSG:6.9:4490"    | EPSG:4490
        "urn:ogc:def:crs:OGC:1.3:CRS84"    | OGC:CRS84
        "EPSG:4326"                        | EPSG:4326
        """)
    void honoursTheCrsOf2008(String name, String authority) throws Exception {
        String json = "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":" + name
                + "}},\"features\":[" + point("{}") + "]}";
        assertThat(read(json).layer().crs().authority()).contains(authority);
    }

    @Test
    void isWgs84WithoutCrs() throws Exception {
        assertThat(read(collection(point("{}"))).layer().crs().authority()).contains("OGC:CRS84");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        [1,2]                                      | an array
        {"type":"Topology","objects":{}}           | TopoJSON
        {"a":1}                                    | no features
        {"type":"FeatureCollection","features":[{] | no JSON
        {"type":"FeatureCollection","features":[   | no JSON
        """)
    void refusesWhatIsNoGeoJson(String json, String sentence) throws Exception {
        assertThat(read(json).failure().orElseThrow())
                .hasMessageContaining(sentence)
                .hasMessageContaining("a.geojson");
    }

    @Test
    void saysThatAPropertyIsThereTwice() throws Exception {
        assertThat(read(collection(point("{\"a\":1,\"a\":2}")))
                        .issue("feature-malformed")
                        .message())
                .contains("property a twice");
    }

    @Test
    void wantsUtf8OrToBeTold() throws Exception {
        Path file = folder.resolve("gbk.geojson");
        Files.write(file, collection(point("{\"名称\":\"科学大道\"}")).getBytes(Charset.forName("GBK")));
        assertThat(Reading.of(file).failure().orElseThrow()).hasMessageContaining("--charset");
        Reading told = Reading.of(file, Optional.of(Charset.forName("GBK")));
        assertThat(told.layer().value(0, "名称")).isEqualTo("科学大道");
        Files.write(file, collection(point("{}")).getBytes(StandardCharsets.UTF_16));
        assertThat(Reading.of(file).failure().orElseThrow()).hasMessageContaining("UTF-16");
    }

    @Test
    void refusesNestingWithoutEnd() throws Exception {
        char[] deep = new char[5000];
        Arrays.fill(deep, '[');
        assertThat(read(collection(point("{\"a\":" + new String(deep) + "}"))).failure())
                .isPresent();
    }
}
