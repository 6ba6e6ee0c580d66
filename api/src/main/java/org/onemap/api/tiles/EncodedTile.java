package org.onemap.api.tiles;

import org.onemap.api.http.Precompressed;

/**
 * A tile as it goes out. Immutable.
 *
 * @param changeNumber the change number at which this is known to be the tile
 * @param body the Mapbox Vector Tile; no bytes where nothing lies in the tile
 */
record EncodedTile(long changeNumber, Precompressed body) {

    private static final int OVERHEAD = 300;

    /** The same tile, found to be unchanged up to a later change number. */
    EncodedTile at(long laterChangeNumber) {
        return new EncodedTile(laterChangeNumber, body);
    }

    /** Roughly what it takes in memory, in bytes. */
    int weight() {
        return body.plain().length + body.gzip().length + OVERHEAD;
    }
}
