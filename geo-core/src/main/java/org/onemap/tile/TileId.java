package org.onemap.tile;

import org.locationtech.jts.geom.Envelope;

/**
 * A tile of WebMercatorQuad, in the order of OGC paths: zoom, row from the north, column from the west. Immutable.
 *
 * @param zoom 0 to 24
 * @param row 0 to 2^zoom − 1
 * @param col 0 to 2^zoom − 1
 */
public record TileId(int zoom, int row, int col) {

    public TileId {
        if (zoom < 0 || zoom > TileMatrixSet.MAX_ZOOM) {
            throw new IllegalArgumentException("zoom " + zoom);
        }
        int size = 1 << zoom;
        if (row < 0 || row >= size || col < 0 || col >= size) {
            throw new IllegalArgumentException("no tile " + zoom + "/" + row + "/" + col);
        }
    }

    /** Its box in EPSG:4490, longitude first, degrees. */
    public Envelope boxDeg() {
        return boxDeg(0);
    }

    /**
     * The box of everything that is drawn into it, buffer included, in EPSG:4490, longitude first: what a store is asked
     * for. At the edges of the world it ends there.
     */
    public Envelope queryBoxDeg() {
        return boxDeg(TileBuilder.BUFFER / (double) TileBuilder.EXTENT);
    }

    /** Its box in EPSG:3857, metres. */
    public Envelope box3857M() {
        double size = 2 * TileMatrixSet.HALF_WIDTH_M / Math.scalb(1.0, zoom);
        double west = col * size - TileMatrixSet.HALF_WIDTH_M;
        double north = TileMatrixSet.HALF_WIDTH_M - row * size;
        return new Envelope(west, west + size, north - size, north);
    }

    private Envelope boxDeg(double margin) {
        double size = Math.scalb(1.0, zoom);
        double west = Math.max(0, (col - margin) / size);
        double east = Math.min(1, (col + 1 + margin) / size);
        double north = Math.max(0, (row - margin) / size);
        double south = Math.min(1, (row + 1 + margin) / size);
        return new Envelope(
                Mercator.lonDeg(west), Mercator.lonDeg(east), Mercator.latDeg(south), Mercator.latDeg(north));
    }

    /** As in paths: {@code zoom/row/col}. */
    @Override
    public String toString() {
        return zoom + "/" + row + "/" + col;
    }
}
