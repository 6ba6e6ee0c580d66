package org.onemap.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.Reading.Layer;

/** What the suites of GDAL and mapshaper state in words about single files. */
class StatedExpectationsTest {

    private static Reading gdal(String file) {
        return Reading.of(SharedData.path("C1-gdal-autotest-shp").resolve(file));
    }

    @ParameterizedTest(name = "{0} row {1}")
    @CsvSource(delimiter = '|', textBlock = """
        shp/bigoffset.shp | 0 | MULTIPOLYGON(((0 0,0 1,1 1,1 0,0 0)),((1e11 1e11,1e11 100000000001,100000000001 100000000001,100000000001 1e11,1e11 1e11)))
        shp/poly.zip | 9 | POLYGON((479750.6875 4764702.0,479658.59375 4764670.0,479640.09375 4764721.0,479735.90625 4764752.0,479750.6875 4764702.0))
        shp/nonconformant_shx_ticket5608.shp | 0 | LINESTRING(0 1,2 3)
        shp/multipolygon_as_invalid_polygon.shp | 0 | MULTIPOLYGON(((0 0,0 1,1 1,0 0)),((10 0,11 1,10 1,10 0)))
        shp/multipolygon_as_invalid_polygon.shp | 1 | MULTIPOLYGON(((0 0,0 1,1 1,0 0)),((0.5 -0.5,1.5 0.5,0.5 0.5,0.5 -0.5)))
        shp/testpointm.shp | 0 | POINT(1 2)
        shp/testpointzm.shp | 0 | POINT Z(1 2 3)
        shp/pointz_without_m.shp | 0 | POINT Z(1 2 3)
        shp/multipointz_without_m.shp | 0 | MULTIPOINT Z((0 1 2),(3 4 5))
        shp/arcm_with_m.shp | 1 | MULTILINESTRING((0 0,1 1),(2 2,3 3))
        """)
    void readsTheGeometry(String file, int row, String wkt) throws ParseException {
        Geometry expected = new WKTReader().read(wkt);
        Geometry read = gdal(file).layer().rows().get(row).geometry();
        assertThat(read.equalsExact(expected, 1e-9)).as("%s", read).isTrue();
        Coordinate[] coordinates = read.getCoordinates();
        for (int i = 0; i < coordinates.length; i++) {
            assertThat(coordinates[i].getZ() + "").isEqualTo(expected.getCoordinates()[i].getZ() + "");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        shp/testpointm.shp              | 3
        shp/arcm_with_m.shp             | 10 20
        shp/polygonm_with_m.shp         | 10 20 30 40
        shp/pointzm_with_one_valid_m.shp | NaN
        shp/pointzm_with_all_nodata_m.shp | NaN
        """)
    void readsMeasures(String file, String measures) {
        Coordinate[] coordinates = gdal(file).layer().rows().get(0).geometry().getCoordinates();
        String[] expected = measures.split(" ");
        assertThat(coordinates).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(coordinates[i].getM() + "")
                    .isEqualTo(Double.valueOf(expected[i]).toString());
        }
    }

    @Test
    void readsOneMeasureAmongNoData() {
        assertThat(gdal("shp/pointzm_with_one_valid_m.shp").layer().rows().stream()
                        .map(row -> row.geometry().getCoordinate().getM())
                        .filter(m -> !Double.isNaN(m)))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}: polygon {1} of row {2} has {3} rings")
    @CsvSource(delimiter = '|', textBlock = """
        shp/asm.shp         | 0 | 0 | 1 | 5
        shp/Stacks.shp      | 0 | 0 | 2 | 2
        shp/Stacks.shp      | 1 | 0 | 2 | 2
        shp/test3356.shp    | 0 | 0 | 1 | 2
        shp/issue_14385.shp | 1 | 2 | 6 | 3
        """)
    void putsRingsTogether(String file, int polygon, int row, int rings, int polygons) {
        Geometry geometry = gdal(file).layer().rows().get(row).geometry();
        assertThat(geometry.getNumGeometries()).isEqualTo(polygons);
        org.locationtech.jts.geom.Polygon read = (org.locationtech.jts.geom.Polygon) geometry.getGeometryN(polygon);
        assertThat(1 + read.getNumInteriorRing()).isEqualTo(rings);
    }

    @Test
    void readsAMultipatchAsPolygonsWithHeights() {
        Reading reading = gdal("shp/multipatch.shp");
        Geometry geometry = reading.layer().rows().get(0).geometry();
        assertThat(geometry.getNumGeometries()).isEqualTo(4 + 6 + 1);
        assertThat(((org.locationtech.jts.geom.Polygon) geometry.getGeometryN(10)).getNumInteriorRing())
                .isEqualTo(2);
        assertThat(geometry.getCoordinate().getZ()).isNotNaN();
        assertThat(reading.rules(Severity.WARNING)).contains("multipatch");
    }

    @ParameterizedTest(name = "{0} has a null shape")
    @CsvSource({"shp/emptymultipoint.shp", "shp/emptymultiline.shp", "shp/emptymultipoly.shp"})
    void readsAnEmptyShapeAsNull(String file) {
        Reading reading = gdal(file);
        assertThat(reading.layer().rows()).hasSize(1);
        assertThat(reading.layer().geometries()).isZero();
        assertThat(reading.rules(Severity.ERROR)).isEmpty();
    }

    @Test
    void readsMixedShapesAsWhatTheyAre() {
        Reading reading = gdal("shp/mixed_shape_type_non_conformant.shp");
        assertThat(reading.layer().kind()).isEqualTo(GeometryKind.ANY);
        assertThat(reading.layer().rows().stream().map(row -> row.geometry().toText()))
                .doesNotHaveDuplicates();
        assertThat(reading.rules(Severity.WARNING)).containsExactly("shape-type-differs");
    }

    @Test
    void readsMeasurelessMTypes() {
        assertThat(gdal("shp/arcm_without_m.shp").layer().geometries()).isEqualTo(2);
        assertThat(gdal("shp/polygonm_without_m.shp").layer().geometries()).isEqualTo(2);
        assertThat(gdal("shp/can_caps.shp").layer().geometries()).isEqualTo(13);
    }

    @Test
    void readsTables() {
        assertThat(gdal("shp/chinese.dbf").layer().columns()).containsExactly("中国:TEXT");
        assertThat(gdal("shp/chinese.dbf").layer().charset()).contains(Charset.forName("GB18030"));
        assertThat(gdal("shp/facility_surface_dd.dbf").layer().value(91, "NAME"))
                .isEqualTo("OSEBERG SØR");
        assertThat(gdal("shp/facility_surface_dd.dbf").layer().charset()).contains(Charset.forName("ISO-8859-1"));
        assertThat(gdal("shp/water_main_dist.dbf").layer().value(0, "installe_1"))
                .isEqualTo(LocalDate.of(1989, 4, 25));
        assertThat(gdal("shp/weird_header_length.dbf").layer().rows().get(0).values())
                .containsExactly(1L);
        Layer padded = gdal("shp/padding_after_field_defns.dbf").layer();
        assertThat(padded.rows().get(0).values()).containsExactly("1", "2");
        assertThat(gdal("shp/date_empty_string.dbf").layer().rows().get(0).values())
                .containsExactly((Object) null);
    }

    /** A column of ours never holds NaN: it is no value, and a warning says so. */
    @Test
    void readsNaNAsNoValueAndSaysSo() {
        Reading reading = gdal("shp/nan.dbf");
        assertThat(reading.layer().rows().get(0).values()).containsExactly((Object) null);
        assertThat(reading.issue("not-a-number").place().row()).isEqualTo(1);
    }

    @Test
    void readsProjectionTextsInEachSpelling() {
        assertThat(gdal("data/poly.shp").layer().crs().wkt().orElseThrow()).startsWith("PROJCS[\"OSGB");
        assertThat(gdal("shp/prjwithutf8bom.shp").layer().crs().wkt().orElseThrow())
                .startsWith("GEOGCS");
        assertThat(gdal("shp/poly.zip").layer().crs().wkt().orElseThrow()).contains("OSGB");
    }

    @ParameterizedTest(name = "{0} as {1}: row {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
        latin1.dbf    |           | 0 | Peçeña México
        latin1.dbf    | latin1    | 0 | Peçeña México
        gbk.dbf       | gbk       | 0 | 简体国语
        gbk.dbf       |           | 0 | 简体国语
        gb2312.dbf    | gb2312    | 0 | 简体国语
        gb2312.dbf    |           | 0 | 简体国语
        big5.dbf      | big5      | 0 | 繁體國語
        big5.dbf      |           | 0 | 繁體國語
        shiftjis.dbf  | shift_jis | 0 | ひたちなか市
        shiftjis.dbf  |           | 1 | 西蒲原郡弥彦村
        eucjp.dbf     | euc-jp    | 0 | ひたちなか市
        eucjp.dbf     | euc-jp    | 1 | 西蒲原郡弥彦村
        utf8.dbf      |           | 0 | 国语國語
        cpg/big5.dbf  |           | 0 | 國語
        cpg/latin2.dbf |          | 0 | čeština
        cpg/win874.dbf |          | 0 | ภาษาไทย
        cpg/win1251.dbf |         | 0 | РУССКИЙ
        cpg/koi8r.dbf |           | 0 | русский
        cpg/shiftjis.dbf |        | 0 | カタカナひらがな
        cpg/euckr.dbf |           | 0 | 한국말
        ldid/chinese.dbf |        | 0 | 简体
        """)
    void readsTextsInTheirCharset(String file, String charset, int row, String expected) {
        Path dbf = SharedData.path("C3-mapshaper/dbf").resolve(file);
        Layer layer = Reading.of(dbf, Optional.ofNullable(charset).map(Charset::forName))
                .layer();
        assertThat(layer.value(row, "NAME")).isEqualTo(expected);
    }

    @Test
    void readsTimeZonesOfNaturalEarth() {
        Layer zones = Reading.of(SharedData.path("C3-mapshaper/dbf/ne_10m_time_zones.dbf"))
                .layer();
        assertThat(zones.value(66, "time_zone")).isEqualTo("UTC±00:00");
    }

    @Test
    void readsAsterisksAsNoValueAndRenamesTheSecondColumn() {
        Reading reading = Reading.of(SharedData.path("C3-mapshaper/dbf/duplicate_fields.dbf"));
        assertThat(reading.layer().value(0, "rate")).isNull();
        assertThat(reading.layer().columns()).contains("unemployed:REAL", "unemployed_1:REAL");
        assertThat(reading.rules(Severity.WARNING)).containsExactly("duplicate-column", "number-overflow");
    }

    @ParameterizedTest(name = "{0}: {1} rows, {2}")
    @CsvSource(delimiter = '|', textBlock = """
        utf16.txt        | 1 | NAME:TEXT
        utf16le.txt      | 1 | NAME:TEXT
        utf16bom.txt     | 1 | NAME:TEXT
        utf16le_bom.txt  | 1 | NAME:TEXT
        utf8bom.txt      | 1 | NAME:TEXT
        states.csv       | 52 | STATE_NAME:TEXT STATE_FIPS:TEXT SUB_REGION:TEXT STATE_ABBR:TEXT POP2010:INTEGER POP10_SQMI:REAL
        two_states.csv   | 2 | STATE_NAME:TEXT FIPS:INTEGER STATE:TEXT
        two_states.tsv   | 2 | STATE_NAME:TEXT FIPS:INTEGER STATE:TEXT
        lorem.txt        | 0 | lorem ipsum:TEXT
        """)
    void readsTextTables(String file, int rows, String columns) {
        Layer layer =
                Reading.of(SharedData.path("C3-mapshaper/text").resolve(file)).layer();
        assertThat(layer.rows()).hasSize(rows);
        assertThat(String.join(" ", layer.columns())).isEqualTo(columns);
        if (columns.equals("NAME:TEXT")) {
            assertThat(layer.value(0, "NAME")).isEqualTo("国语國語");
        }
    }

    @Test
    void readsWideTextsWithAMark() {
        for (String file : new String[] {"utf16_be_bom.csv", "utf16_le_bom.csv", "utf8_bom.csv"}) {
            Layer layer = Reading.of(SharedData.path("C3-mapshaper/text").resolve(file))
                    .layer();
            assertThat(layer.columns()).hasSize(10);
            assertThat(layer.value(0, "polling_place_name")).isEqualTo("ALAMANCE CIVITAN CLUB HOUSE");
        }
    }
}
