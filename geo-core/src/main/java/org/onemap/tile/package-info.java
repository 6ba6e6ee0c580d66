/**
 * Vector tiles: the tile grid, and the way from features in EPSG:4490 to the bytes of a Mapbox Vector Tile (version 2).
 *
 * <p>{@link org.onemap.tile.TileBuilder} takes the features of one tile one by one. Each geometry is
 *
 * <ol>
 *   <li>clipped to the tile and its buffer in lon/lat, where stored edges are straight,
 *   <li>densified where a straight lon/lat edge is bent in Mercator, and projected,
 *   <li>snapped to the integer grid of the tile (a coarser one at small scales), so that the shared edges of neighbours
 *       stay shared,
 *   <li>made valid on that grid, and encoded.
 * </ol>
 *
 * <p>Same features in the same order give the same bytes.
 */
@NullMarked
package org.onemap.tile;

import org.jspecify.annotations.NullMarked;
