package org.onemap.tile;

import java.util.HashSet;
import java.util.Set;
import org.onemap.feature.LayerRole;

/**
 * What a layer of one tile leaves out. Confined to one thread.
 *
 * <p>From zoom {@value #FULL_DETAIL_ZOOM} on nothing: every vertex is rounded to the nearest of 4096 units, and what has
 * still an extent is drawn. Below, a tile shown at 512 pixels has eight units per pixel, and
 *
 * <ul>
 *   <li>vertices are snapped to every fourth unit, half a pixel. A vertex goes to the same place in whichever feature
 *       and tile it occurs, so neighbours that share an edge still share it; vertices that fall upon the one before
 *       disappear,
 *   <li>of layers of role ELEMENT and OTHER lines and polygons smaller than a pixel are left out; of points only the
 *       first of each cell of 64 units stays (with features in ascending oid, the oldest), the same one in every
 *       tile that shows the cell; at most {@value #MAX_FEATURES} features stay, the largest first, then the first
 *       added.
 * </ul>
 */
final class Generalisation {

    /** From this zoom level on nothing is left out. */
    static final int FULL_DETAIL_ZOOM = 14;

    /** The most features that a thinned layer keeps in one tile. */
    static final int MAX_FEATURES = 20_000;

    private static final int COARSE_STEP = 4;
    private static final int PIXEL = 8;
    private static final int POINT_CELL = 64;

    private final boolean coarse;
    private final boolean thinned;
    private final Set<Long> takenCells = new HashSet<>();

    Generalisation(TileId tile, LayerRole role) {
        this.coarse = tile.zoom() < FULL_DETAIL_ZOOM;
        this.thinned = coarse && (role == LayerRole.ELEMENT || role == LayerRole.OTHER);
    }

    /** Tile units between two places that a vertex can take. */
    int step() {
        return coarse ? COARSE_STEP : 1;
    }

    int maxFeatures() {
        return thinned ? MAX_FEATURES : Integer.MAX_VALUE;
    }

    /** Whether something of this width and height, in tile units, is drawn. */
    boolean keepsExtent(double width, double height) {
        return !thinned || Math.max(width, height) >= PIXEL;
    }

    /** Whether a point at this place, in tile units, is drawn; the first of its cell is. */
    boolean keepsPoint(int x, int y) {
        long cell = ((long) Math.floorDiv(x, POINT_CELL) << 32) | (Math.floorDiv(y, POINT_CELL) & 0xFFFFFFFFL);
        return !thinned || takenCells.add(cell);
    }
}
