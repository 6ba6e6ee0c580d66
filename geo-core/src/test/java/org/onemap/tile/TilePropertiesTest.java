package org.onemap.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.onemap.crs.Cgcs2000;
import org.onemap.feature.LayerRole;

/** Whatever goes in: what comes out is valid, lies in the tile and its buffer, and is where the original is. */
class TilePropertiesTest {

    private static final GeometryFactory LON_LAT = new GeometryFactory();

    @ParameterizedTest(name = "zoom {0}")
    @ValueSource(ints = {8, 11, 13, 14, 16, 18, 22})
    void polygonsAreValidAndWhereTheOriginalIs(int zoom) {
        long seed = 100 + zoom;
        Random random = new Random(seed);
        int drawn = 0;
        for (int draw = 0; draw < 300; draw++) {
            TileId tile = anyTile(random, zoom);
            Geometry polygon = star(random, tile);
            Geometry units = toUnits(tile, polygon);
            Geometry expected = OverlayNGRobust.overlay(units, drawnBox(), 1);
            List<Geometry> actual = draw(tile, polygon, LayerRole.DIVISION);
            String what = "seed " + seed + " draw " + draw + " tile " + tile;
            double tolerance = (zoom < Generalisation.FULL_DETAIL_ZOOM ? 4 : 1) * 1.5;
            for (Geometry geometry : actual) {
                drawn++;
                assertThat(geometry.isValid()).as(what).isTrue();
                assertThat(drawnBox().covers(geometry)).as(what).isTrue();
                assertThat(isWithin(geometry, expected, tolerance)).as(what).isTrue();
            }
            Geometry core = expected.buffer(-tolerance);
            if (!core.isEmpty()) {
                assertThat(actual).as(what).hasSize(1);
                assertThat(actual.get(0).buffer(1e-6).covers(core)).as(what).isTrue();
            }
        }
        assertThat(drawn).isGreaterThan(100);
    }

    private static boolean isWithin(Geometry geometry, Geometry expected, double tolerance) {
        return expected.buffer(tolerance).covers(geometry);
    }

    @ParameterizedTest(name = "zoom {0}")
    @ValueSource(ints = {11, 14, 17})
    void linesAreWhereTheOriginalIs(int zoom) {
        Random random = new Random(zoom);
        int drawn = 0;
        for (int draw = 0; draw < 300; draw++) {
            TileId tile = anyTile(random, zoom);
            Geometry line = ((Polygon) star(random, tile)).getExteriorRing();
            Geometry expected = toUnits(tile, LON_LAT.createLineString(line.getCoordinates()))
                    .intersection(drawnBox());
            double tolerance = zoom < Generalisation.FULL_DETAIL_ZOOM ? 6 : 1.5;
            for (Geometry geometry : draw(tile, LON_LAT.createLineString(line.getCoordinates()), LayerRole.DIVISION)) {
                drawn++;
                assertThat(drawnBox().covers(geometry)).isTrue();
                assertThat(new DiscreteHausdorffDistance(geometry, expected).orientedDistance())
                        .as("zoom %s draw %s", zoom, draw)
                        .isLessThan(tolerance);
                assertThat(geometry.getLength()).isGreaterThan(expected.getLength() * 0.7 - 10);
            }
        }
        assertThat(drawn).isGreaterThan(100);
    }

    /** No gap and no overlap: the drawn cells of a coverage cover the tile exactly once, but for a hair per edge. */
    @ParameterizedTest(name = "zoom {0}")
    @ValueSource(ints = {9, 10, 11, 12, 13, 14, 15})
    void neighboursShareTheirEdgesAtEveryZoom(int zoom) {
        Random random = new Random(zoom);
        TileId tile = TileMatrixSet.webMercatorQuad().tileAt(new Cgcs2000(113.525, 34.845), zoom);
        TileBuilder builder = new TileBuilder(tile);
        int columns = 14;
        Coordinate[][] corners = new Coordinate[columns + 1][columns + 1];
        for (int i = 0; i <= columns; i++) {
            for (int j = 0; j <= columns; j++) {
                corners[i][j] = new Coordinate(
                        113.45 + (i + random.nextDouble() * 0.6) * 0.01,
                        34.77 + (j + random.nextDouble() * 0.6) * 0.01);
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                Coordinate[] ring = {
                    corners[i][j], corners[i + 1][j], corners[i + 1][j + 1], corners[i][j + 1], corners[i][j]
                };
                builder.layer("grid", LayerRole.DIVISION).add(i * 100 + j, LON_LAT.createPolygon(ring), Map.of());
            }
        }
        List<Geometry> cells = new ArrayList<>();
        TileDecoder.decode(builder.build()).layer("grid").features().forEach(cell -> cells.add(cell.geometry()));
        double sum = cells.stream().mapToDouble(Geometry::getArea).sum();
        Geometry union = UnaryUnionOp.union(cells);
        assertThat(union.getNumGeometries()).isEqualTo(1);
        assertThat(((Polygon) union.getGeometryN(0)).getNumInteriorRing()).isZero();
        // a clipped edge may be off by half a cell where it crosses the border: no more than a few units in all
        assertThat(sum).isBetween(union.getArea() - 100, union.getArea() + 100);
    }

    /** Rings that cross themselves, holes outside, parts upon each other, spikes, vertices on a coarse lattice. */
    @ParameterizedTest(name = "zoom {0}")
    @ValueSource(ints = {10, 13, 14, 18})
    void whatIsInvalidIsMendedOrLeftOut(int zoom) {
        Random random = new Random(zoom);
        int drawn = 0;
        for (int draw = 0; draw < 500; draw++) {
            TileId tile = anyTile(random, zoom);
            Polygon[] parts = new Polygon[1 + random.nextInt(3)];
            for (int i = 0; i < parts.length; i++) {
                LinearRing[] holes = new LinearRing[random.nextInt(3)];
                for (int j = 0; j < holes.length; j++) {
                    holes[j] = tangle(random, tile);
                }
                parts[i] = LON_LAT.createPolygon(tangle(random, tile), holes);
            }
            for (Geometry geometry : draw(tile, LON_LAT.createMultiPolygon(parts), LayerRole.OTHER)) {
                drawn++;
                assertThat(geometry.isValid()).as("zoom %s draw %s", zoom, draw).isTrue();
                assertThat(drawnBox().covers(geometry)).isTrue();
            }
        }
        assertThat(drawn).isGreaterThan(300);
    }

    private static LinearRing tangle(Random random, TileId tile) {
        Envelope box = tile.boxDeg();
        Coordinate[] ring = new Coordinate[4 + random.nextInt(12)];
        int lattice = random.nextBoolean() ? 8 : 1 << 20;
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(
                    box.getMinX() + box.getWidth() * (random.nextInt(lattice) * 1.5 / lattice - 0.25),
                    box.getMinY() + box.getHeight() * (random.nextInt(lattice) * 1.5 / lattice - 0.25));
        }
        ring[ring.length - 1] = ring[0].copy();
        return LON_LAT.createLinearRing(ring);
    }

    @Test
    void theSameFeaturesGiveTheSameBytes() {
        assertThat(manyFeatures()).isEqualTo(manyFeatures());
    }

    private static byte[] manyFeatures() {
        Random random = new Random(77);
        TileId tile = new TileId(15, 13001, 26719);
        TileBuilder builder = new TileBuilder(tile);
        for (int oid = 0; oid < 200; oid++) {
            builder.layer("l" + oid % 3, LayerRole.OTHER)
                    .add(oid, star(random, tile), Map.of("name", "路" + random.nextInt(20)));
        }
        return builder.build();
    }

    private static List<Geometry> draw(TileId tile, Geometry geometry, LayerRole role) {
        TileBuilder builder = new TileBuilder(tile);
        List<Geometry> geometries = new ArrayList<>();
        if (builder.layer("l", role).add(1, geometry, Map.of())) {
            TileDecoder.decode(builder.build()).layer("l").features().forEach(f -> geometries.add(f.geometry()));
        }
        return geometries;
    }

    private static TileId anyTile(Random random, int zoom) {
        Cgcs2000 p = new Cgcs2000(random.nextDouble() * 300 - 150, random.nextDouble() * 140 - 70);
        return TileMatrixSet.webMercatorQuad().tileAt(p, zoom);
    }

    /** A star near the tile, from a tenth of its width to three times as wide, at times with a hole. */
    private static Geometry star(Random random, TileId tile) {
        Envelope box = tile.boxDeg();
        double width = box.getWidth();
        Coordinate centre = new Coordinate(
                box.getMinX() + (random.nextDouble() * 1.4 - 0.2) * width,
                box.getMinY() + (random.nextDouble() * 1.4 - 0.2) * box.getHeight());
        double radius = width * Math.pow(10, random.nextDouble() * 1.5 - 1);
        LinearRing shell = ring(random, centre, radius);
        return random.nextInt(3) == 0
                ? LON_LAT.createPolygon(shell, new LinearRing[] {ring(random, centre, radius * 0.28)})
                : LON_LAT.createPolygon(shell);
    }

    private static LinearRing ring(Random random, Coordinate centre, double radius) {
        int vertices = 3 + random.nextInt(80);
        Coordinate[] ring = new Coordinate[vertices + 1];
        for (int i = 0; i < vertices; i++) {
            double angle = 2 * Math.PI * (i + random.nextDouble() * 0.3) / vertices;
            double r = radius * (0.3 + 0.7 * random.nextDouble());
            ring[i] = new Coordinate(centre.x + r * Math.cos(angle), centre.y + r * 0.8 * Math.sin(angle));
        }
        ring[vertices] = ring[0].copy();
        return LON_LAT.createLinearRing(ring);
    }

    private static Geometry drawnBox() {
        return LON_LAT.toGeometry(new Envelope(-64, 4160, -64, 4160));
    }

    /** Straight lon/lat edges, cut so short that each is straight in Mercator too. */
    private static Geometry toUnits(TileId tile, Geometry lonLat) {
        TileProjection projection = new TileProjection(tile, 1);
        Geometry dense = Densifier.densify(lonLat, Math.max(tile.boxDeg().getWidth() / 40, 1e-7));
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence degrees, Geometry parent) {
                Coordinate[] units = degrees.toCoordinateArray();
                for (int i = 0; i < units.length; i++) {
                    units[i] = new Coordinate(projection.x(degrees.getX(i)), projection.y(degrees.getY(i)));
                }
                return createCoordinateSequence(units);
            }
        }.transform(dense);
    }
}
