package org.onemap.api.tiles;

import java.util.List;
import java.util.Optional;
import org.onemap.api.http.Precompressed;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.snapshot.Snapshot;
import org.onemap.snapshot.SnapshotHolder;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.tile.TileBuilder;
import org.onemap.tile.TileId;
import org.onemap.tile.TileLayer;

/** Makes tiles, or finds them made. Thread-safe. */
public final class Tiles {

    private final Store store;
    private final SnapshotHolder snapshots;
    private final TileCache cache;

    /** Reads from this store, for which these snapshots stand. */
    public Tiles(Store store, SnapshotHolder snapshots) {
        this.store = store;
        this.snapshots = snapshots;
        this.cache = new TileCache(store);
        snapshots.onSwap(cache::follow);
    }

    /** The snapshot that metadata is told from. */
    Snapshot snapshot() {
        return snapshots.current();
    }

    /** The layers that can be in a tile: those with a geometry. */
    static List<Layer> tileLayers(Snapshot snapshot) {
        return snapshot.layers().list().stream()
                .filter(layer -> layer.geometry().isSpatial())
                .toList();
    }

    /** The tile with these layers; a layer that is no longer there is left out. */
    EncodedTile get(List<Layer> layers, TileId tile) {
        TileKey key = new TileKey(layers.stream().map(Layer::name).toList(), tile);
        Optional<EncodedTile> kept = cache.find(key, snapshots.current().changeNumber());
        if (kept.isPresent()) {
            return kept.get();
        }
        EncodedTile made = make(layers, tile);
        cache.put(key, made);
        return made;
    }

    private EncodedTile make(List<Layer> layers, TileId tile) {
        try (ReadView view = store.read()) {
            TileBuilder builder = new TileBuilder(tile);
            for (Layer layer : layers) {
                FeatureQuery query = FeatureQuery.of(layer.name()).within(tile.queryBoxDeg());
                if (view.layers(Principal.anonymous()).find(layer.name()).isPresent()) {
                    TileLayer target = builder.layer(layer);
                    try (FeatureCursor cursor = view.query(Principal.anonymous(), query)) {
                        while (cursor.hasNext()) {
                            target.add(cursor.next());
                        }
                    }
                }
            }
            return new EncodedTile(view.changeNumber(), Precompressed.of(builder.build()));
        }
    }
}
