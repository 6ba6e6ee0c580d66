package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.onemap.division.coverage.CoverageFault.Cover;
import org.onemap.division.coverage.CoverageFault.Kind;

/**
 * A made-up city of wavy quadrangles, 110 m wide with five segments on each side, and known defects in some of them. The
 * place of a vertex depends on its row and column only, so neighbours share it to the last bit.
 */
final class TiledCity {

    static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double SIDE_M = 110;
    private static final int SEGMENTS = 5;
    private static final double DEG_PER_M_EAST = 1 / 91_290.0;
    private static final double DEG_PER_M_NORTH = 1 / 110_950.0;

    private final int columns;
    private final Geometry[] tiles;
    private final List<Geometry> extra = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();

    TiledCity(int columns) {
        this.columns = columns;
        this.tiles = new Geometry[columns * columns];
        for (int i = 0; i < tiles.length; i++) {
            tiles[i] = FACTORY.createPolygon(ring(i, 1));
        }
    }

    /**
     * What was put in.
     *
     * @param kind what it has to be found as
     * @param cover whether it is a gap or an overlap
     * @param members the tiles concerned, ascending
     * @param at a position in or on it
     */
    record Defect(Kind kind, Cover cover, List<Integer> members, Coordinate at) {}

    /** Ways of breaking a tile; the last two change the list of tiles. */
    enum Way {
        LOSE_VERTEX,
        LOSE_CORNER,
        THIN_GAP,
        THIN_OVERLAP,
        WIDE_GAP,
        WIDE_OVERLAP,
        LOSE_TILE,
        TWICE
    }

    /** Breaks this many tiles, all ways in turn, never two next to each other. */
    TiledCity breakTiles(int count, long seed) {
        Random random = new Random(seed);
        int slots = (columns - 2) / 4;
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < slots * slots; i++) {
            places.add(i);
        }
        java.util.Collections.shuffle(places, random);
        if (count > places.size()) {
            throw new IllegalArgumentException(count + " defects do not fit into " + columns + " columns");
        }
        for (int i = 0; i < count; i++) {
            int column = 1 + 4 * (places.get(i) % slots) + random.nextInt(2);
            int row = 1 + 4 * (places.get(i) / slots) + random.nextInt(2);
            breakTile(row * columns + column, Way.values()[i % Way.values().length], random);
        }
        return this;
    }

    List<Geometry> areas() {
        List<Geometry> all = new ArrayList<>(Arrays.asList(tiles));
        all.addAll(extra);
        return all;
    }

    List<Defect> defects() {
        return defects;
    }

    int columns() {
        return columns;
    }

    private void breakTile(int tile, Way way, Random random) {
        int below = tile - columns;
        int vertex = 1 + random.nextInt(SEGMENTS - 1);
        Coordinate[] ring = ring(tile, 1);
        Coordinate at = ring[vertex].copy();
        switch (way) {
            case LOSE_VERTEX -> {
                tiles[tile] = without(ring, vertex);
                defects.add(new Defect(Kind.MISSING_VERTEX, Cover.ONE, List.of(below, tile), at));
            }
            case LOSE_CORNER -> {
                Coordinate[] wide = ring(tile, 2);
                tiles[tile] = without(wide, SEGMENTS);
                tiles[tile + 1] = FACTORY.createPolygon();
                defects.add(
                        new Defect(Kind.T_JUNCTION, Cover.ONE, List.of(below, below + 1, tile), wide[SEGMENTS].copy()));
            }
            case THIN_GAP -> move(tile, vertex, 0.06 + 0.4 * random.nextDouble(), Kind.SLIVER);
            case THIN_OVERLAP -> move(tile, vertex, -0.06 - 0.4 * random.nextDouble(), Kind.SLIVER);
            case WIDE_GAP -> move(tile, vertex, 3 + 7 * random.nextDouble(), Kind.GAP);
            case WIDE_OVERLAP -> move(tile, vertex, -3 - 7 * random.nextDouble(), Kind.OVERLAP);
            case LOSE_TILE -> {
                tiles[tile] = FACTORY.createPolygon();
                defects.add(new Defect(
                        Kind.GAP,
                        Cover.NONE,
                        List.of(below, tile - 1, tile + 1, tile + columns),
                        FACTORY.createPolygon(ring).getInteriorPoint().getCoordinate()));
            }
            case TWICE -> {
                defects.add(new Defect(
                        Kind.DUPLICATE,
                        Cover.SEVERAL,
                        List.of(tile, tiles.length + extra.size()),
                        tiles[tile].getInteriorPoint().getCoordinate()));
                extra.add(tiles[tile].copy());
            }
        }
    }

    /** Moves a vertex of the southern side: into the tile for a gap, out of it for an overlap. */
    private void move(int tile, int vertex, double northM, Kind kind) {
        Coordinate[] ring = ring(tile, 1);
        Coordinate at = new Coordinate(ring[vertex].x, ring[vertex].y + 0.5 * northM * DEG_PER_M_NORTH);
        ring[vertex].y += northM * DEG_PER_M_NORTH;
        tiles[tile] = FACTORY.createPolygon(ring);
        Cover cover = northM > 0 ? Cover.NONE : Cover.SEVERAL;
        defects.add(new Defect(kind, cover, List.of(tile - columns, tile), at));
    }

    private static Polygon without(Coordinate[] ring, int vertex) {
        List<Coordinate> rest = new ArrayList<>(Arrays.asList(ring));
        rest.remove(vertex);
        return FACTORY.createPolygon(rest.toArray(new Coordinate[0]));
    }

    /** The ring of a tile and, if it is more than one tile wide, of those east of it: from the south-west corner on. */
    private Coordinate[] ring(int tile, int wide) {
        int west = tile % columns * SEGMENTS;
        int south = tile / columns * SEGMENTS;
        int east = west + wide * SEGMENTS;
        int north = south + SEGMENTS;
        List<Coordinate> ring = new ArrayList<>();
        for (int u = west; u < east; u++) {
            ring.add(at(u, south));
        }
        for (int v = south; v < north; v++) {
            ring.add(at(east, v));
        }
        for (int u = east; u > west; u--) {
            ring.add(at(u, north));
        }
        for (int v = north; v > south; v--) {
            ring.add(at(west, v));
        }
        ring.add(ring.get(0).copy());
        return ring.toArray(new Coordinate[0]);
    }

    private static Coordinate at(int column, int row) {
        double u = column * SIDE_M / SEGMENTS;
        double v = row * SIDE_M / SEGMENTS;
        double x = u + 22 * Math.sin(v / 170) + 9 * Math.sin(v / 61) + 4 * Math.sin((u + v) / 33);
        double y = v + 22 * Math.sin(u / 190) + 9 * Math.sin(u / 57) + 4 * Math.sin((u - v) / 35);
        return new Coordinate(113.4 + x * DEG_PER_M_EAST, 34.7 + y * DEG_PER_M_NORTH);
    }
}
