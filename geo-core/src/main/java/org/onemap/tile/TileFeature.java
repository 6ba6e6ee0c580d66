package org.onemap.tile;

import java.util.Map;

/** One feature of a tile layer, its geometry in commands. Immutable. */
record TileFeature(long oid, TileGeometry geometry, Map<String, Object> attributes) {}
