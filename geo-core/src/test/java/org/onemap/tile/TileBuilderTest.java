package org.onemap.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;

class TileBuilderTest {

    private static final TileId TILE = new TileId(14, 6500, 13359);

    /** Geometries are given in tile units and brought to lon/lat, so the table shows what comes out for what goes in. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            point                  | POINT (10 20)                          | POINT (10 20)
            point in the buffer    | POINT (-60 4100)                       | POINT (-60 4100)
            point beyond           | POINT (-70 20)                         | nothing
            some points            | MULTIPOINT (1 1, 5000 1, 7 8, 1 1)     | MULTIPOINT ((1 1), (7 8))
            line                   | LINESTRING (0 0, 10 0, 20 0, 20 10)    | LINESTRING (0 0, 20 0, 20 10)
            line cut               | LINESTRING (-200 5, 300 5)             | LINESTRING (-64 5, 300 5)
            line leaves and returns| LINESTRING (10 10, -200 10, -200 30, 10 30) | MULTILINESTRING ((10 10, -64 10), (-64 30, 10 30))
            line passes the corner | LINESTRING (-200 0, 0 -200)            | nothing
            line of no length      | LINESTRING (5 5, 5.2 5.1)              | nothing
            polygon                | POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0))    | POLYGON ((9 0, 9 9, 0 9, 0 0, 9 0))
            other way round        | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))    | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))
            hole                   | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 5 2, 5 5, 2 5, 2 2)) | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 5, 5 5, 5 2, 2 2, 2 5))
            all over the tile      | POLYGON ((-999 -999, 9999 -999, 9999 9999, -999 9999, -999 -999)) | POLYGON ((-64 -64, 4160 -64, 4160 4160, -64 4160, -64 -64))
            tile inside its hole   | POLYGON ((-999 -999, 9999 -999, 9999 9999, -999 9999, -999 -999), (-500 -500, 5000 -500, 5000 5000, -500 5000, -500 -500)) | nothing
            U around the edge      | POLYGON ((10 10, -200 10, -200 90, 10 90, 10 70, -150 70, -150 30, 10 30, 10 10)) | MULTIPOLYGON (((10 10, 10 30, -64 30, -64 10, 10 10)), ((-64 90, -64 70, 10 70, 10 90, -64 90)))
            sliver                 | POLYGON ((0 0, 0.3 0, 0.3 100, 0 0))   | nothing
            bow tie                | POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0)) | MULTIPOLYGON (((5 5, 10 0, 10 10, 5 5)), ((0 0, 5 5, 0 10, 0 0)))
            collection             | GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 1, 5 5)) | LINESTRING (1 1, 5 5) POINT (1 2)
            empty                  | POLYGON EMPTY                          | nothing
            """)
    void drawsWhatLiesInTheTile(String row, String units, String expected) throws ParseException {
        TileBuilder builder = new TileBuilder(TILE);
        boolean added = builder.layer("any", LayerRole.OTHER).add(1, toLonLat(TILE, units), Map.of());
        byte[] tile = builder.build();
        assertEquals(!expected.equals("nothing"), added);
        assertEquals(expected, added ? shapes(tile) : "nothing");
        assertEquals(added, tile.length > 0);
    }

    private static String shapes(byte[] tile) {
        StringBuilder text = new StringBuilder();
        TileDecoder.decode(tile).layer("any").features().forEach(feature -> {
            assertThat(feature.geometry().isValid()).isTrue();
            text.append(text.isEmpty() ? "" : " ").append(feature.geometry());
        });
        return text.toString();
    }

    @Test
    void writesEveryTypeOfValue() throws ParseException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("名称", "科学大道");
        attributes.put("long", 7L);
        attributes.put("int", 7);
        attributes.put("negative", -7L);
        attributes.put("huge", Long.MIN_VALUE);
        attributes.put("real", 7.0);
        attributes.put("single", 0.5f);
        attributes.put("flag", true);
        attributes.put("day", LocalDate.of(2024, 5, 1));
        TileBuilder builder = new TileBuilder(TILE);
        builder.layer("road", LayerRole.ELEMENT).add(5, toLonLat(TILE, "POINT (1 1)"), attributes);
        builder.layer("road", LayerRole.ELEMENT)
                .add(Long.MAX_VALUE, toLonLat(TILE, "POINT (90 1)"), Map.of("名称", "科学大道"));
        builder.layer("empty", LayerRole.ELEMENT);
        assertEquals("""
                road 4096
                  5 {名称=科学大道, long=7, int=7, negative=-7, huge=-9223372036854775808, real=7.0, single=0.5, flag=true, day=2024-05-01} POINT (1 1)
                  9223372036854775807 {名称=科学大道} POINT (90 1)
                """, TileDecoder.decode(builder.build()).toText());
    }

    @Test
    void aFeatureCarriesItsSystemColumnsAndFields() throws ParseException {
        Schema schema = Schema.of(List.of(
                Field.of("层数", FieldType.INTEGER), Field.of("空", FieldType.TEXT), Field.of("day", FieldType.DATE)));
        Content content = Content.builder(schema)
                .code("410172")
                .parentCode("4101")
                .value(0, 12L)
                .value(2, LocalDate.of(2024, 5, 1))
                .geometry(toLonLat(TILE, "POINT (3 4)"))
                .build();
        TileBuilder builder = new TileBuilder(TILE);
        TileLayer layer = builder.layer("building", LayerRole.ELEMENT);
        assertThat(layer.add(new Feature(8, LocalDate.EPOCH, 1, content))).isTrue();
        assertThat(layer.add(new Feature(
                        9,
                        LocalDate.EPOCH,
                        1,
                        content.toBuilder().geometry(null).build())))
                .isFalse();
        assertEquals("""
                building 4096
                  8 {code=410172, parent_code=4101, 层数=12, day=2024-05-01} POINT (3 4)
                """, TileDecoder.decode(builder.build()).toText());
    }

    @Test
    void aTileWithoutFeaturesHasNoBytes() {
        TileBuilder builder = new TileBuilder(TILE);
        builder.layer("grid", LayerRole.DIVISION);
        assertThat(builder.build()).isEmpty();
    }

    /** A parallel and a meridian stay straight; a slanted edge over 20° is bent in Mercator by far more than a unit. */
    @Test
    void longEdgesFollowTheStraightLineInLonLat() throws ParseException {
        Geometry edge = new WKTReader().read("LINESTRING (100 20, 140 50)");
        TileId world = new TileId(3, 3, 6);
        TileBuilder builder = new TileBuilder(world);
        builder.layer("line", LayerRole.DIVISION).add(1, edge, Map.of());
        Geometry drawn = TileDecoder.decode(builder.build())
                .layer("line")
                .features()
                .get(0)
                .geometry();
        assertThat(drawn.getNumPoints()).isGreaterThan(8);
        TileProjection projection = new TileProjection(world, 1);
        for (double t = 0.3; t < 0.6; t += 0.01) {
            Coordinate on = new Coordinate(projection.x(100 + 40 * t), projection.y(20 + 30 * t));
            assertThat(new GeometryFactory().createPoint(on).distance(drawn)).isLessThan(4);
        }
    }

    @Test
    void belowZoom14OfCrowdedPointsOneStaysPerCellTheSameInEveryTile() {
        TileId west = new TileId(12, 1625, 3339);
        TileId east = new TileId(12, 1625, 3340);
        GeometryFactory lonLat = new GeometryFactory();
        Random random = new Random(4);
        TileBuilder left = new TileBuilder(west);
        TileBuilder right = new TileBuilder(east);
        double edge = west.boxDeg().getMaxX();
        double middle = west.boxDeg().centre().y;
        for (int oid = 1; oid <= 5_000; oid++) {
            Geometry point = lonLat.createPoint(
                    new Coordinate(edge + (random.nextDouble() - 0.5) * 0.01, middle + random.nextDouble() * 0.01));
            left.layer("part", LayerRole.ELEMENT).add(oid, point, Map.of());
            right.layer("part", LayerRole.ELEMENT).add(oid, point, Map.of());
        }
        Map<Long, Double> inLeft = xById(left, -4096);
        Map<Long, Double> inRight = xById(right, 0);
        inLeft.keySet().removeIf(id -> inLeft.get(id) < -63);
        inRight.keySet().removeIf(id -> inRight.get(id) > 63);
        assertThat(inLeft).hasSizeBetween(10, 60).isEqualTo(inRight);
    }

    private static Map<Long, Double> xById(TileBuilder builder, int shift) {
        Map<Long, Double> x = new TreeMap<>();
        TileDecoder.decode(builder.build())
                .layer("part")
                .features()
                .forEach(feature -> x.put(feature.id(), feature.geometry().getCoordinate().x + shift));
        return x;
    }

    @Test
    void aCrowdedLayerKeepsItsLargestFeatures() {
        TileId tile = new TileId(10, 406, 834);
        GeometryFactory lonLat = new GeometryFactory();
        TileBuilder builder = new TileBuilder(tile);
        double west = tile.boxDeg().getMinX();
        double south = tile.boxDeg().getMinY();
        for (int oid = 1; oid <= Generalisation.MAX_FEATURES + 500; oid++) {
            double size = 0.001 + (oid % 1000) * 1e-6;
            Geometry line = lonLat.createLineString(new Coordinate[] {
                new Coordinate(west + oid * 1e-6, south), new Coordinate(west + oid * 1e-6 + size, south + size)
            });
            builder.layer("road", LayerRole.ELEMENT).add(oid, line, Map.of());
        }
        List<DecodedTile.DecodedFeature> kept =
                TileDecoder.decode(builder.build()).layer("road").features();
        assertThat(kept).hasSize(Generalisation.MAX_FEATURES);
        assertThat(kept).extracting(DecodedTile.DecodedFeature::id).isSorted().contains(999L);
    }

    /** From tile units to EPSG:4490. */
    static Geometry toLonLat(TileId tile, String wktInUnits) throws ParseException {
        double world = Math.scalb(4096.0, tile.zoom());
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence units, Geometry parent) {
                Coordinate[] lonLat = units.toCoordinateArray();
                for (int i = 0; i < lonLat.length; i++) {
                    lonLat[i] = new Coordinate(
                            Mercator.lonDeg((tile.col() * 4096.0 + units.getX(i)) / world),
                            Mercator.latDeg((tile.row() * 4096.0 + units.getY(i)) / world));
                }
                return createCoordinateSequence(lonLat);
            }
        }.transform(new WKTReader().read(wktInUnits));
    }
}
