package org.onemap.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * From EPSG:4490 to the cells of one tile: x from its west edge eastwards, y from its north edge southwards. A cell is
 * {@code step} tile units wide. Immutable.
 */
final class TileProjection {

    /** How far, in cells, a drawn edge may lie beside the stored one before it gets more vertices. */
    private static final double MAX_SAG = 0.25;

    private static final int MAX_PIECES = 4096;

    private final TileId tile;
    private final double cellsPerWorld;
    private final double cellsPerTile;

    TileProjection(TileId tile, int step) {
        this.tile = tile;
        this.cellsPerTile = TileBuilder.EXTENT / (double) step;
        this.cellsPerWorld = Math.scalb(cellsPerTile, tile.zoom());
    }

    double x(double lonDeg) {
        return Mercator.x(lonDeg) * cellsPerWorld - tile.col() * cellsPerTile;
    }

    double y(double latDeg) {
        return Mercator.y(latDeg) * cellsPerWorld - tile.row() * cellsPerTile;
    }

    /** The tile and this many cells around it, in EPSG:4490; may reach beyond the antimeridian, never over a pole. */
    Envelope boxDeg(double marginCells) {
        double west = (tile.col() * cellsPerTile - marginCells) / cellsPerWorld;
        double east = ((tile.col() + 1) * cellsPerTile + marginCells) / cellsPerWorld;
        double north = (tile.row() * cellsPerTile - marginCells) / cellsPerWorld;
        double south = ((tile.row() + 1) * cellsPerTile + marginCells) / cellsPerWorld;
        return new Envelope(
                Mercator.lonDeg(west), Mercator.lonDeg(east), Mercator.latDeg(south), Mercator.latDeg(north));
    }

    /**
     * Projects a path whose edges are straight in lon/lat. In Mercator such an edge is bent unless it runs along a
     * meridian or a parallel; where the bend can be seen it is cut into equal pieces.
     */
    Coordinate[] path(List<Coordinate> path) {
        List<Coordinate> out = new ArrayList<>(path.size());
        for (int i = 0; i < path.size(); i++) {
            Coordinate b = path.get(i);
            if (i > 0) {
                addBetween(path.get(i - 1), b, out);
            }
            out.add(new Coordinate(x(b.x), y(b.y)));
        }
        return out.toArray(Coordinate[]::new);
    }

    private void addBetween(Coordinate a, Coordinate b, List<Coordinate> out) {
        int pieces = pieces(a, b);
        boolean forward = a.x < b.x || (a.x == b.x && a.y <= b.y); // both neighbours of an edge cut it alike
        Coordinate from = forward ? a : b;
        Coordinate to = forward ? b : a;
        for (int i = 1; i < pieces; i++) {
            double t = (forward ? i : pieces - i) / (double) pieces;
            out.add(new Coordinate(x(from.x + (to.x - from.x) * t), y(from.y + (to.y - from.y) * t)));
        }
    }

    /** The bend of y over latitude is sec φ · tan φ; the sag of one piece is an eighth of it by the square of its height. */
    private int pieces(Coordinate a, Coordinate b) {
        if (a.x == b.x || a.y == b.y) {
            return 1;
        }
        double height = Math.toRadians(Math.abs(b.y - a.y));
        double lat = Math.toRadians(Math.min(86, Math.max(Math.abs(a.y), Math.abs(b.y))));
        double sag = height * height / 8 * Math.tan(lat) / Math.cos(lat) * cellsPerWorld / (2 * Math.PI);
        return sag <= MAX_SAG ? 1 : (int) Math.min(MAX_PIECES, Math.ceil(Math.sqrt(sag / MAX_SAG)));
    }
}
