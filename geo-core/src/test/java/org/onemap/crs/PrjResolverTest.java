package org.onemap.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.InvalidInput;

/** From the text of a .prj to the code. */
class PrjResolverTest {

    private static final String WGS84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    @Test
    void resolvesThe192ChineseForms() {
        int resolved = 0;
        for (ZoneCodes.Family family : ZoneCodes.families()) {
            for (int code = family.firstCode(); code < family.firstCode() + family.count(); code++) {
                String wkt = esri(code);
                if (family.datum() == ZoneCodes.Datum.XIAN_1980) {
                    assertThatThrownBy(() -> SourceCrs.ofWkt(wkt)).hasMessageContaining("Xian 1980");
                    assertThat(PrjResolver.code(wkt)).as(wkt).hasValue(code);
                } else {
                    assertThat(SourceCrs.ofWkt(wkt).describe()).as(wkt).isEqualTo("EPSG:" + code);
                }
                resolved++;
            }
        }
        assertThat(resolved).isEqualTo(192);
    }

    @Test
    void knowsTheZonesAsTheDatabaseDoes() {
        for (ZoneCodes.Family family : ZoneCodes.families()) {
            for (int code = family.firstCode(); code < family.firstCode() + family.count(); code++) {
                assertSameAsDatabase(code, ZoneCodes.find(code).orElseThrow().parameters());
            }
        }
        for (int code : new int[] {3825, 3826, 32601, 32650, 32660, 32701, 32760}) {
            assertSameAsDatabase(code, ZoneCodes.findUnshifted(code).orElseThrow());
        }
        assertThat(ZoneCodes.find(4547).orElseThrow().name())
                .isEqualTo(EpsgDatabase.decode(4547).getName().getCode());
        assertThat(ZoneCodes.find(4526).orElseThrow().name())
                .isEqualTo(EpsgDatabase.decode(4526).getName().getCode());
        assertThat(ZoneCodes.find(4526).orElseThrow().twin()).isEqualTo(4547);
        assertThat(ZoneCodes.find(4547).orElseThrow().twin()).isEqualTo(4526);
    }

    private static void assertSameAsDatabase(int code, TransverseMercator.Parameters known) {
        ProjectedCRS crs = (ProjectedCRS) EpsgDatabase.decode(code);
        ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
        assertThat(known.centralMeridianDeg())
                .isEqualTo(values.parameter("central_meridian").doubleValue());
        assertThat(known.originLatDeg())
                .isEqualTo(values.parameter("latitude_of_origin").doubleValue());
        assertThat(known.scale()).isEqualTo(values.parameter("scale_factor").doubleValue());
        assertThat(known.falseEastingM())
                .isEqualTo(values.parameter("false_easting").doubleValue());
        assertThat(known.falseNorthingM())
                .isEqualTo(values.parameter("false_northing").doubleValue());
        Ellipsoid ellipsoid = GeoToolsCrs.ellipsoid(crs);
        assertThat(known.ellipsoid().semiMajorM()).isEqualTo(ellipsoid.semiMajorM());
        assertThat(known.ellipsoid().inverseFlattening()).isCloseTo(ellipsoid.inverseFlattening(), within(1e-9));
    }

    /** Names that Esri uses, spelt from the database's parameters. */
    private static String esri(int code) {
        ProjectedCRS crs = (ProjectedCRS) EpsgDatabase.decode(code);
        String name = crs.getName().getCode();
        boolean three = name.contains("3-degree");
        ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
        double meridian = values.parameter("central_meridian").doubleValue();
        double easting = values.parameter("false_easting").doubleValue();
        String[] datum = name.startsWith("CGCS2000")
                ? new String[] {
                    "CGCS2000",
                    "China_Geodetic_Coordinate_System_2000",
                    "China_2000",
                    "CGCS2000",
                    "6378137.0,298.257222101"
                }
                : name.startsWith("Xian")
                        ? new String[] {"Xian_1980", "Xian_1980", "Xian_1980", "Xian_1980", "6378140.0,298.257"}
                        : new String[] {
                            "Beijing_1954", "Beijing_1954", "Beijing_1954", "Krasovsky_1940", "6378245.0,298.3"
                        };
        String zone = easting > 1e6 ? "Zone_" + (int) (easting / 1e6) : "CM_" + (int) meridian + "E";
        return String.format(
                Locale.ROOT,
                "PROJCS[\"%s_%sGK_%s\",GEOGCS[\"GCS_%s\",DATUM[\"D_%s\",SPHEROID[\"%s\",%s]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],"
                        + "PARAMETER[\"False_Easting\",%s],PARAMETER[\"False_Northing\",0.0],"
                        + "PARAMETER[\"Central_Meridian\",%s],PARAMETER[\"Scale_Factor\",1.0],"
                        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
                datum[0],
                three ? "3_Degree_" : "",
                zone,
                datum[1],
                datum[2],
                datum[3],
                datum[4],
                easting,
                meridian);
    }

    /** What the sets say of themselves, or what {@code gdalsrsinfo -e} finds, looked through by hand. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            B1-taiwan-villages/nlsc-2025/VILLAGE_NLSC_1140825.prj                     | EPSG:3824
            B1-taiwan-villages/derived/utf8/villages.prj                              | EPSG:4326
            B1-taiwan-villages/derived/big5/villages_twd97.prj                        | EPSG:3826
            B2-swiss-municipalities/2020/municipalities.prj                           | EPSG:2056
            B2-swiss-municipalities/2025/municipalities.prj                           | EPSG:2056
            A4-roadnet-shenzhen-futian/derived/edges_gbk/edges.prj                    | EPSG:4326
            C1-gdal-autotest-shp/shp/Stacks.prj                                       | EPSG:2278
            C1-gdal-autotest-shp/shp/CoHI_GCS12.prj                                   | EPSG:4269
            C1-gdal-autotest-shp/shp/prjwithutf8bom.prj                               | EPSG:4269
            C1-gdal-autotest-shp/shp/poly_golden/poly.prj                             | EPSG:27700
            C3-mapshaper/issues/193/gauss_kruger.prj                                  | EPSG:2435
            C3-mapshaper/issues/193/three_points.prj                                  | refused
            C3-mapshaper/issues/518_519_shp_reading/data_corruption_error.prj         | EPSG:3006
            C3-mapshaper/issues/518_519_shp_reading/max_callstack_error.prj           | EPSG:3021
            C3-mapshaper/issues/166/e_merc.prj                                        | EPSG:3395
            C3-mapshaper/issues/166/a_utm.prj                                         | EPSG:26918
            C3-mapshaper/issues/invalid_coords/invalid_coordinates.prj                | EPSG:4326
            C3-mapshaper/shapefile/two_states_mercator.prj                            | EPSG:3395
            C3-mapshaper/shapefile/nad27/popctr_state1970.prj                         | EPSG:4267
            C4-geotools-shp/sample-data-shapes/archsites.prj                          | EPSG:26713
            C4-geotools-shp/sample-data-shapes/statepop.prj                           | EPSG:4269
            C4-geotools-shp/sample-data-shapes/danish_point.prj                       | EPSG:25832
            C4-geotools-shp/sample-data-shapes/chinese_poly.prj                       | EPSG:4326
            C4-geotools-shp/sample-data-shapes/MultiPointTest.prj                     | EPSG:4326
            C4-geotools-shp/sample-data-shapes/BooleanTest.prj                        | EPSG:4326
            C4-geotools-shp/shapefile-test-data/dup-column/dup_column.prj             | refused
            C4-geotools-shp/shapefile-test-data/lsOnePoint/lsOnePoint.prj             | EPSG:3006
            C4-geotools-shp/shapefile-test-data/taz_shapes/tasmania_roads.prj         | EPSG:4326
            C4-geotools-shp/shapefile-test-data/mzvalues/mpoints.prj                  | EPSG:4326
            """)
    void resolvesRealFiles(String file, String expected) throws IOException {
        Path path = Path.of(System.getProperty("onemap.shared", ""), "data", file);
        Assumptions.assumeTrue(Files.exists(path), () -> "the real file is not there: " + path);
        assertThat(verdict(Files.readString(path, StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    private static String verdict(String wkt) {
        try {
            return SourceCrs.ofWkt(wkt).describe();
        } catch (InvalidInput e) {
            assertThat(e).hasMessageContaining("--crs EPSG:xxxx").hasMessageContaining("--coordsys");
            return "refused";
        }
    }

    @Test
    void resolvesEveryRealFileOrSaysWhy() throws IOException {
        Path data = Path.of(System.getProperty("onemap.shared", ""), "data");
        Assumptions.assumeTrue(Files.isDirectory(data), () -> "the real files are not there: " + data);
        List<String> refused = new ArrayList<>();
        try (var files = Files.walk(data, 6)) {
            for (Path prj : files.filter(f -> f.toString().endsWith(".prj")).toList()) {
                if (verdict(Files.readString(prj, StandardCharsets.UTF_8)).equals("refused")) {
                    refused.add(prj.getFileName().toString());
                }
            }
        }
        assertThat(refused).containsExactlyInAnyOrder("three_points.prj", "dup_column.prj");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            \uFEFF%s                                                   | EPSG:4326
            %s,VERTCS["EGM96",VDATUM["x"],UNIT["Meter",1.0]]           | EPSG:4326
            COMPD_CS["both",%s,VERT_CS["h",VERT_DATUM["h",2005],UNIT["m",1]]] | EPSG:4326
            """)
    void leavesOutWhatSurroundsTheHorizontalPart(String pattern, String expected) {
        assertThat(verdict(pattern.replace("%s", WGS84))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2400, EPSG:2056", "102100, EPSG:2056"}) // neither is Swiss
    void believesNumbersMoreThanTheCodeInTheText(String wrongCode, String expected) {
        String swiss = "PROJCS[\"CH1903+_LV95\",GEOGCS[\"GCS_CH1903+\",DATUM[\"D_CH1903+\",SPHEROID[\"Bessel_1841\","
                + "6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                + "PROJECTION[\"Hotine_Oblique_Mercator_Azimuth_Center\"],PARAMETER[\"False_Easting\",2600000.0],"
                + "PARAMETER[\"False_Northing\",1200000.0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Azimuth\",90.0],"
                + "PARAMETER[\"Longitude_Of_Center\",7.439583333333333],PARAMETER[\"Latitude_Of_Center\",46.95240555555556],"
                + "UNIT[\"Meter\",1.0],AUTHORITY[\"EPSG\"," + wrongCode + "]]";
        assertThat(verdict(swiss)).isEqualTo(expected);
        assertThat(verdict(swiss.replace("2600000.0", "2600100.0"))).isEqualTo("refused");
    }

    @Test
    void takesTheOwnParametersOfALocalMeridianOnCgcs2000() {
        String local = esri(4547)
                .replace("CGCS2000_3_Degree_GK_CM_114E", "Zhengzhou_CM_114_20")
                .replace("\"Central_Meridian\",114.0", "\"Central_Meridian\",114.333333333333");
        SourceCrs crs = SourceCrs.ofWkt(local);
        assertThat(crs.describe()).isEqualTo("WKT Zhengzhou_CM_114_20");
        assertThat(crs.epsgCode()).isEmpty();
        Coordinate at = crs.toCgcs2000(new GeometryFactory().createPoint(new Coordinate(500000, 3846858.3296)))
                .getCoordinate();
        assertThat(at.x).isCloseTo(114.333333333333, within(1e-12));
        assertThat(at.y).isCloseTo(34.75, within(1e-9));
        // another datum has no such way
        assertThat(verdict(esri(2383).replace("\"Central_Meridian\",114.0", "\"Central_Meridian\",114.33")))
                .isEqualTo("refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "EPSG:4326",
                "GEOGCS",
                "GEOGCS[",
                "GEOGCS[\"x\"",
                "PROJCS[\"x\"]",
                "LOCAL_CS[\"x\"]",
                "[[[[",
                "GEOGCS[\"unknown\",DATUM[\"unknown\",SPHEROID[\"unknown\",57.295779513,0.0]],PRIMEM[\"unknown\",0.0],UNIT[\"degree\",1]]"
            })
    void refusesWithAHint(String text) {
        assertThat(verdict(text)).isEqualTo("refused");
    }
}
