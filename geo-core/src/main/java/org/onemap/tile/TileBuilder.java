package org.onemap.tile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;

/**
 * Collects the layers of one vector tile. Confined to one thread.
 *
 * <p>Use: {@code builder.layer(grid).add(feature)} for each feature that meets {@link TileId#queryBoxDeg()}, in ascending
 * oid; then {@link #build()}. A layer without a feature in the tile is left out; a tile without layers has no bytes.
 */
public final class TileBuilder {

    /** Width and height of a tile in its own units. */
    public static final int EXTENT = 4096;

    /** How far geometries reach over the edge of the tile, in its own units. */
    public static final int BUFFER = 64;

    private final TileId tile;
    private final Map<String, TileLayer> layers = new LinkedHashMap<>();

    /** Starts the tile. */
    public TileBuilder(TileId tile) {
        this.tile = tile;
    }

    /** The tile that is built. */
    public TileId tile() {
        return tile;
    }

    /** The layer of this name, begun at the first call; its role says how it is thinned at small scales. */
    public TileLayer layer(Layer layer) {
        return layer(layer.name(), layer.role());
    }

    /** The layer of this name, begun at the first call; its role says how it is thinned at small scales. */
    public TileLayer layer(String name, LayerRole role) {
        return layers.computeIfAbsent(name, unused -> new TileLayer(tile, name, role));
    }

    /** The tile as a Mapbox Vector Tile, version 2.1. */
    public byte[] build() {
        Protobuf out = new Protobuf();
        for (TileLayer layer : layers.values()) {
            if (!layer.isEmpty()) {
                out.message(3, layer.encode());
            }
        }
        return out.toBytes();
    }
}
