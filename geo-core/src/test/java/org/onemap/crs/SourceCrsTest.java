package org.onemap.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.InvalidInput;

/** From the numbers of a source to stored positions. */
class SourceCrsTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** A tenth of a millimetre. */
    private static final double EXACT_DEG = 1e-9;

    /** domain.md §2.1; the eastings of EPSG:4526 carry the zone number. */
    @ParameterizedTest
    @CsvSource({
        "EPSG:4547, 500000.0000, 3846858.3296, 114.0, 34.75",
        "EPSG:4547, 465138.8906, 3846680.3294, 113.6192856, 34.7478004",
        "4547, 458825.4449, 3853606.8268, 113.55, 34.81",
        "epsg:4526, 38458825.4449, 3853606.8268, 113.55, 34.81",
        "EPSG:4526, 38452397.4768, 3849200.2442, 113.48, 34.77"
    })
    void unprojectsTheGoldenPoints(String crs, double x, double y, double lon, double lat) {
        assertPosition(SourceCrs.parse(crs), x, y, lon, lat);
        assertThat(SourceCrs.parse(crs).describe()).matches("EPSG:45\\d\\d");
        assertThat(SourceCrs.parse(crs).caution()).isEmpty();
    }

    /**
     * GDAL 3.6.2 with PROJ 9.1.1 and no grids: {@code echo X Y | gdaltransform -s_srs EPSG:CODE -t_srs EPSG:4326
     * -output_xy} with OSR_DEFAULT_AXIS_MAPPING_STRATEGY=TRADITIONAL_GIS_ORDER.
     */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2056  | Switzerland LV95      | 2600000 | 1200000  | 7.43863242087181  | 46.9510827718711
            2056  | Switzerland LV95      | 2683000 | 1247500  | 8.5375975785885   | 47.3731105306264
            27700 | Great Britain         | 400000  | 300000   | -2.00143311551089 | 52.5977924308338
            26918 | NAD83 UTM             | 585000  | 4511000  | -73.9931864452448 | 40.7455608112914
            3006  | Sweden                | 674000  | 6580000  | 18.057965336783   | 59.3228732176405
            3021  | Sweden, old           | 1628000 | 6580000  | 18.0534474825643  | 59.3214031018583
            3826  | Taiwan TM2 121        | 302000  | 2770000  | 121.515308434597  | 25.0372281903581
            3857  | Web Mercator          | 12640000 | 4140000 | 113.547051912708  | 34.8240804186306
            3395  | World Mercator        | 12640000 | 4120000 | 113.547051912708  | 34.8566731782724
            2278  | Texas in US feet      | 3100000 | 13800000 | -95.4371416649847 | 29.6469245909344
            25832 | ETRS89 UTM            | 720000  | 6170000  | 12.4945842961056  | 55.6260359336704
            2437  | Beijing 54 CM 120     | 465138  | 3846680  | 119.619978113257  | 34.7474467117949
            32650 | WGS 84 UTM            | 500000  | 3850000  | 117               | 34.7922069494372
            4301  | Tokyo, degrees        | 140     | 36       | 139.996733277117  | 36.0032093006702
            """)
    void agreesWithGdal(String code, String row, double x, double y, double lon, double lat) {
        assertPosition(SourceCrs.parse("EPSG:" + code), x, y, lon, lat);
    }

    /** PROJ takes other operations for these; the choice is only good to metres, and says so. */
    @ParameterizedTest
    @CsvSource({
        "26713, 600000, 4920000, -103.744251482921, 44.4282825812509, 2e-5",
        "21781, 600000, 200000, 7.43863242087181, 46.9510827718711, 5e-6"
    })
    void comesNearToGdal(int code, double x, double y, double lon, double lat, double toleranceDeg) {
        Coordinate at = position(SourceCrs.parse("EPSG:" + code), x, y);
        assertThat(at.x).isCloseTo(lon, within(toleranceDeg));
        assertThat(at.y).isCloseTo(lat, within(toleranceDeg));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EPSG:4326",
                "4326",
                "EPSG:4490",
                "EPSG:3824",
                "CRS84",
                "OGC:CRS84",
                "EPSG:4269",
                "EPSG:4258",
                "urn:ogc:def:crs:OGC:1.3:CRS84",
                "urn:ogc:def:crs:EPSG::4326",
                "http://www.opengis.net/def/crs/EPSG/0/4326"
            })
    void letsDegreesThatCountAsCgcs2000PassBitForBit(String crs) {
        SourceCrs source = SourceCrs.parse(crs);
        assertThat(source.isGeographic()).isTrue();
        Random random = new Random(20240607);
        List<Coordinate> vertices = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            vertices.add(new Coordinate(random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90));
        }
        Geometry line = FACTORY.createLineString(vertices.toArray(Coordinate[]::new));
        assertThat(source.toCgcs2000(line).equalsExact(line, 0)).isTrue();
    }

    @Test
    void unshiftsEveryVertexOfGcj02AndBd09() {
        Wgs84 original = new Wgs84(113.55, 34.81);
        Gcj02 gcj = original.toGcj02();
        assertPosition(SourceCrs.of(Coordsys.GCJ02), gcj.lonDeg(), gcj.latDeg(), 113.55, 34.81);
        Bd09 bd = gcj.toBd09();
        assertPosition(SourceCrs.of(Coordsys.BD09), bd.lonDeg(), bd.latDeg(), 113.55, 34.81);
        assertThat(SourceCrs.of(Coordsys.BD09).describe()).isEqualTo("bd09");
        assertThat(SourceCrs.of(Coordsys.WGS84).describe()).isEqualTo("EPSG:4326");
        assertThat(SourceCrs.of(Coordsys.CGCS2000).isIdentity()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:2383", "EPSG:4610", "EPSG:2327", "EPSG:4555"})
    void refusesDatumsWithoutParameters(String crs) {
        assertThatThrownBy(() -> SourceCrs.parse(crs))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no parameters")
                .hasMessageContaining("EPSG:4547");
    }

    @ParameterizedTest
    @CsvSource({"EPSG:999999", "EPSG:1", "ESRI:102025", "WGS84", "''", "EPSG:45x7", "EPSG:4978"})
    void refusesWhatIsNoUsableCode(String crs) {
        assertThatThrownBy(() -> SourceCrs.parse(crs)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void saysHowGoodTheShiftIsAtThePlaceOfTheData() {
        SourceCrs zhengzhou = SourceCrs.parse("EPSG:2435").within(new Envelope(450000, 460000, 3840000, 3850000));
        assertThat(zhengzhou.caution())
                .hasValueSatisfying(text -> assertThat(text).contains("tens of metres"));
        SourceCrs southDakota = SourceCrs.parse("EPSG:26713").within(new Envelope(590000, 610000, 4910000, 4930000));
        assertThat(southDakota.caution())
                .hasValueSatisfying(text -> assertThat(text).contains("NAD27 to WGS 84 (4)", "10 m"));
        assertThat(SourceCrs.parse("EPSG:4547").within(new Envelope(0, 1, 0, 1)).caution())
                .isEmpty();
    }

    @Test
    void keepsZAndMAndTheKindOfGeometry() throws ParseException {
        Geometry given = new WKTReader()
                .read(
                        "MULTIPOLYGON ZM (((458825.4449 3853606.8268 7 8,"
                                + " 459825.4449 3853606.8268 7 9, 458825.4449 3854606.8268 7 8, 458825.4449 3853606.8268 7 8)))");
        Geometry stored = SourceCrs.parse("EPSG:4547").toCgcs2000(given);
        assertThat(stored.getGeometryType()).isEqualTo("MultiPolygon");
        assertThat(stored.getCoordinates()[1].getZ()).isEqualTo(7);
        assertThat(stored.getCoordinates()[1].getM()).isEqualTo(9);
        assertThat(given.getCoordinates()[0].x).isEqualTo(458825.4449);
    }

    @Test
    void carriesExtents() {
        Envelope stored = SourceCrs.parse("EPSG:4547").toCgcs2000(new Envelope(452397, 458826, 3849200, 3853607));
        assertThat(stored.getMinX()).isCloseTo(113.48, within(1e-3));
        assertThat(stored.getMaxY()).isCloseTo(34.81, within(1e-3));
        assertThat(SourceCrs.parse("EPSG:2056").toCgcs2000(new Envelope()).isNull())
                .isTrue();
    }

    @Test
    void servesManyThreads() {
        SourceCrs swiss = SourceCrs.parse("EPSG:21781");
        Coordinate expected = position(swiss, 600000, 200000);
        assertThat(IntStream.range(0, 20_000).parallel().mapToObj(i -> position(swiss, 600000, 200000)))
                .allMatch(expected::equals2D);
    }

    private static void assertPosition(SourceCrs crs, double x, double y, double lon, double lat) {
        Coordinate at = position(crs, x, y);
        assertThat(at.x).isCloseTo(lon, within(EXACT_DEG));
        assertThat(at.y).isCloseTo(lat, within(EXACT_DEG));
    }

    private static Coordinate position(SourceCrs crs, double x, double y) {
        return crs.toCgcs2000(FACTORY.createPoint(new Coordinate(x, y))).getCoordinate();
    }
}
