package org.onemap.geoserver.tiles;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Work for the tile cache on one layer and grid set. Immutable.
 *
 * @param layer with its workspace
 * @param grid the grid set
 * @param firstLevel coarsest level, counted from 0
 * @param lastLevel finest level
 * @param area in the units of the grid set; empty for all
 */
public record TileTask(String layer, TileGrid grid, int firstLevel, int lastLevel, Optional<Envelope> area) {

    /** What is to be done with the tiles. */
    public enum Type {
        /** Make those that are missing. */
        SEED,
        /** Throw them away. */
        TRUNCATE
    }
}
