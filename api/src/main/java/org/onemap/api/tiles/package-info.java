/**
 * OGC API Tiles Part 1: vector tiles of one collection or of several in one tile, tileset metadata, TileJSON.
 *
 * <p>A tile is read by box from the store, encoded, hashed and compressed once, and kept in a cache bounded by bytes until a
 * change set touches it: the change log says which boxes are stale. Its entity tag is the hash of its bytes, so that an
 * unrelated change, and a restart, leave it as it is.
 */
@NullMarked
package org.onemap.api.tiles;

import org.jspecify.annotations.NullMarked;
