package org.onemap.tile;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** From a stored geometry to commands. */
final class GeometryPipeline {

    GeometryPipeline(TileId tile, Generalisation generalisation) {}

    List<TileGeometry> apply(Geometry geometry) {
        return List.of();
    }
}
