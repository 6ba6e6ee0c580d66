package org.onemap.tile;

import org.onemap.feature.LayerRole;

/** What becomes smaller at small scales. */
final class Generalisation {

    static final int FULL_DETAIL_ZOOM = 14;

    Generalisation(TileId tile, LayerRole role) {}
}
