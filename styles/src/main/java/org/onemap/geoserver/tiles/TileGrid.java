package org.onemap.geoserver.tiles;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.onemap.geoserver.catalog.Wanted;
import org.onemap.geoserver.plan.ObjectState;

/**
 * A grid set: how the tile cache cuts the earth. Immutable. Levels are counted from 0 here, as the cache counts them in
 * its requests, whatever names they have.
 *
 * @param name as the tile cache knows it
 * @param extent of all tiles together at every level, x first, in the units of its reference system
 * @param firstSpan width of a tile at level 0
 * @param firstZoom the WebMercatorQuad level whose pixels are as large as those of level 0
 * @param levels how many there are
 */
public record TileGrid(String name, Envelope extent, double firstSpan, int firstZoom, int levels) {

    private static final double EARTH_RADIUS_M = 6_378_137;
    private static final double HALF_M = Math.PI * EARTH_RADIUS_M;
    private static final Envelope MERCATOR = new Envelope(-HALF_M, HALF_M, -HALF_M, HALF_M);
    private static final Envelope DEGREES = new Envelope(-180, 180, -90, 90);
    private static final int TIANDITU_LEVELS = 18;
    private static final int TILE_PX = 256;
    /** The cache renders blocks of this many tiles each way; a label moves inside its block. */
    private static final int META_TILES = 4;

    /** Web Mercator as every GeoServer has it. */
    public static final TileGrid MERCATOR_900913 = new TileGrid("EPSG:900913", MERCATOR, 2 * HALF_M, 0, 31);
    /** Web Mercator under the name of the OGC registry; newer GeoServers have it. */
    public static final TileGrid MERCATOR_QUAD = new TileGrid("WebMercatorQuad", MERCATOR, 2 * HALF_M, 0, 25);
    /**
     * CGCS2000 in degrees as the matrix set {@code c} of 天地图 has it: origin (−180, 90), 1.40625/2^z degrees a pixel,
     * levels named from 1 to 18.
     */
    public static final TileGrid TIANDITU_C = new TileGrid("Tianditu_c", DEGREES, 180, 1, TIANDITU_LEVELS);

    /** All grid sets that onemap publishes to. */
    public static List<TileGrid> all() {
        return List.of(MERCATOR_900913, MERCATOR_QUAD, TIANDITU_C);
    }

    /** The grid set of this name. */
    public static Optional<TileGrid> find(String name) {
        return all().stream().filter(grid -> grid.name().equals(name)).findFirst();
    }

    /** {@link #TIANDITU_C} as an object of GeoServer. */
    public static ObjectState tiandituC() {
        List<Double> resolutions = IntStream.rangeClosed(1, TIANDITU_LEVELS)
                .mapToObj(z -> 1.40625 / Math.pow(2, z))
                .toList();
        List<String> names = IntStream.rangeClosed(1, TIANDITU_LEVELS)
                .mapToObj(Integer::toString)
                .toList();
        return Wanted.gridSet(TIANDITU_C.name(), 4490, DEGREES, resolutions, names);
    }

    /** The level of the pixels of a WebMercatorQuad level; may lie outside {@code 0 … levels − 1}. */
    public int levelOf(int zoom) {
        return zoom - firstZoom;
    }

    /** A box in degrees, longitude first, in the units of this grid set, inside its extent. */
    public Envelope project(Envelope box) {
        boolean degrees = extent.getMaxX() == DEGREES.getMaxX();
        Envelope projected = degrees
                ? box
                : new Envelope(
                        mercatorX(box.getMinX()),
                        mercatorX(box.getMaxX()),
                        mercatorY(box.getMinY()),
                        mercatorY(box.getMaxY()));
        return projected.intersection(extent);
    }

    private static double mercatorX(double lonDeg) {
        return Math.toRadians(lonDeg) * EARTH_RADIUS_M;
    }

    private static double mercatorY(double latDeg) {
        double lat = Math.max(-85.06, Math.min(85.06, latDeg));
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2)) * EARTH_RADIUS_M;
    }

    /**
     * The area whose tiles show something of a box, at a level and at all finer ones: the box with half a tile around
     * for labels and symbols, out to the edges of the blocks that are rendered at once.
     */
    public Envelope staleArea(Envelope projected, int level) {
        double span = firstSpan / Math.pow(2, level);
        double block = META_TILES * span;
        double margin = span * (TILE_PX / 2.0) / TILE_PX;
        double minX = down(projected.getMinX() - margin - extent.getMinX(), block) + extent.getMinX();
        double minY = down(projected.getMinY() - margin - extent.getMinY(), block) + extent.getMinY();
        double maxX = down(projected.getMaxX() + margin - extent.getMinX(), block) + block + extent.getMinX();
        double maxY = down(projected.getMaxY() + margin - extent.getMinY(), block) + block + extent.getMinY();
        return new Envelope(minX, maxX, minY, maxY).intersection(extent);
    }

    private static double down(double value, double step) {
        return Math.floor(value / step) * step;
    }
}
