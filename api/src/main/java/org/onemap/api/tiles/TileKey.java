package org.onemap.api.tiles;

import java.util.List;
import org.onemap.tile.TileId;

/**
 * Which tile of which layers. Immutable.
 *
 * @param layers names of the layers, in the order in which they stand in the tile
 * @param tile place and zoom
 */
record TileKey(List<String> layers, TileId tile) {

    TileKey {
        layers = List.copyOf(layers);
    }
}
