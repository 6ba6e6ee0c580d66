package org.onemap.tile;

import java.util.ArrayList;
import java.util.List;
import org.onemap.InvalidInput;
import org.onemap.crs.Cgcs2000;

/**
 * The tile matrix set WebMercatorQuad of OGC 17-083r4 (Annex D.1), zoom 0 to 24. CGCS2000 counts as WGS 84 here.
 * Immutable.
 *
 * @param id its identifier
 * @param uri its definition
 * @param crs URI of its CRS
 * @param matrices from zoom 0 upwards
 */
public record TileMatrixSet(String id, String uri, String crs, List<TileMatrix> matrices) {

    /** Width and height of a tile in pixels, by which scale denominators are counted. */
    public static final int TILE_PIXELS = 256;

    /** The largest zoom level. */
    public static final int MAX_ZOOM = 24;

    /** Half the width of the square in metres of EPSG:3857. */
    public static final double HALF_WIDTH_M = 20037508.342789244;

    private static final double PIXEL_M = 0.00028;

    private static final TileMatrixSet WEB_MERCATOR_QUAD = new TileMatrixSet(
            "WebMercatorQuad",
            "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad",
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            webMercatorMatrices());

    public TileMatrixSet {
        matrices = List.copyOf(matrices);
    }

    /** The one tile matrix set that onemap serves. */
    public static TileMatrixSet webMercatorQuad() {
        return WEB_MERCATOR_QUAD;
    }

    /**
     * The tile at these indices.
     *
     * @throws InvalidInput if there is no such zoom level, row or column
     */
    public TileId tile(int zoom, int row, int col) {
        if (zoom < 0 || zoom > MAX_ZOOM) {
            throw new InvalidInput(id + " has no tile matrix '" + zoom + "': zoom levels are 0 to " + MAX_ZOOM);
        }
        long last = matrices.get(zoom).matrixSize() - 1;
        if (row < 0 || row > last || col < 0 || col > last) {
            throw new InvalidInput(
                    "no tile at row " + row + ", column " + col + " of zoom " + zoom + ": both run from 0 to " + last);
        }
        return new TileId(zoom, row, col);
    }

    /** The tile that holds a position; beyond 85.0511° the outermost row. A position on an edge is in the tile right or below. */
    public TileId tileAt(Cgcs2000 position, int zoom) {
        double size = Math.scalb(1.0, zoom);
        int last = (int) size - 1;
        int col = clamp(Math.floor(Mercator.x(position.lonDeg()) * size), last);
        int row = clamp(Math.floor(Mercator.y(position.latDeg()) * size), last);
        return tile(zoom, row, col);
    }

    private static int clamp(double index, int last) {
        return (int) Math.max(0, Math.min(last, index));
    }

    private static List<TileMatrix> webMercatorMatrices() {
        List<TileMatrix> all = new ArrayList<>();
        for (int zoom = 0; zoom <= MAX_ZOOM; zoom++) {
            double cellSizeM = 2 * HALF_WIDTH_M / TILE_PIXELS / Math.scalb(1.0, zoom);
            all.add(new TileMatrix(Integer.toString(zoom), cellSizeM / PIXEL_M, cellSizeM, 1L << zoom));
        }
        return all;
    }
}
