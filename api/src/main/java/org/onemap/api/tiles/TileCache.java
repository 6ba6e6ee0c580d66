package org.onemap.api.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.onemap.snapshot.Snapshot;
import org.onemap.store.ChangeLogEntry;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * Keeps encoded tiles, bounded by bytes, and forgets exactly those that a change touched. Thread-safe.
 *
 * <p>Each tile carries the change number at which it was known to be right; one that lags behind the current snapshot is
 * not served. After a swap the change log tells which tiles a change could be seen in (old box or new box); those are
 * dropped, all others are carried on to the new number. A tile that a slow request brings in late carries its old number
 * and is never served.
 */
public final class TileCache {

    private static final long LARGEST_BYTES = 64L * 1024 * 1024;

    /** Beyond this many changed rows a layer's tiles are dropped as a whole: comparing boxes would cost more. */
    private static final int MOST_BOXES = 5_000;

    private final Store store;
    private final Cache<TileKey, EncodedTile> tiles = Caffeine.newBuilder()
            .maximumWeight(LARGEST_BYTES)
            .weigher((TileKey key, EncodedTile tile) -> tile.weight())
            .build();

    /** An empty cache that reads the change log of this store. */
    public TileCache(Store store) {
        this.store = store;
    }

    /** The tile as it is at this change number or later. */
    Optional<EncodedTile> find(TileKey key, long changeNumber) {
        return Optional.ofNullable(tiles.getIfPresent(key)).filter(tile -> tile.changeNumber() >= changeNumber);
    }

    void put(TileKey key, EncodedTile tile) {
        tiles.put(key, tile);
    }

    /** Carries what is untouched on to the number of the new snapshot and drops the rest. */
    public void follow(Snapshot snapshot) {
        Map<TileKey, EncodedTile> before = new HashMap<>(tiles.asMap());
        long oldest = before.values().stream()
                .mapToLong(EncodedTile::changeNumber)
                .min()
                .orElse(snapshot.changeNumber());
        Changes changes = changesSince(oldest);
        before.forEach((key, tile) -> {
            if (tile.changeNumber() < changes.upTo()) {
                if (changes.touch(key, tile.changeNumber())) {
                    tiles.asMap().remove(key, tile);
                } else {
                    tiles.asMap().replace(key, tile, tile.at(changes.upTo()));
                }
            }
        });
    }

    private Changes changesSince(long changeNumber) {
        try (ReadView view = store.read()) {
            Changes changes = new Changes(view.changeNumber());
            view.forEachChangeSince(changeNumber, changes::add);
            return changes;
        }
    }

    /** What the change log tells, by layer. Confined to one thread. */
    private static final class Changes {

        private final long upTo;
        private final Map<String, List<ChangeLogEntry>> entries = new HashMap<>();
        private final Set<String> wholeLayers = new HashSet<>();

        private Changes(long upTo) {
            this.upTo = upTo;
        }

        private long upTo() {
            return upTo;
        }

        private void add(ChangeLogEntry entry) {
            if (wholeLayers.contains(entry.layer())) {
                return;
            }
            List<ChangeLogEntry> ofLayer = entries.computeIfAbsent(entry.layer(), layer -> new ArrayList<>());
            ofLayer.add(entry);
            if (ofLayer.size() > MOST_BOXES) {
                entries.remove(entry.layer());
                wholeLayers.add(entry.layer());
            }
        }

        private boolean touch(TileKey key, long since) {
            for (String layer : key.layers()) {
                if (wholeLayers.contains(layer)) {
                    return true;
                }
                for (ChangeLogEntry entry : entries.getOrDefault(layer, List.of())) {
                    if (entry.changeNumber() > since && (meets(key, entry.oldBox()) || meets(key, entry.newBox()))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static boolean meets(TileKey key, Optional<Envelope> box) {
            return box.isPresent() && key.tile().queryBoxDeg().intersects(box.get());
        }
    }
}
