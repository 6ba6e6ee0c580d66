/**
 * The tile cache of GeoServer: its grid sets, which tiles a change makes stale, throwing tiles away and making them
 * ahead.
 */
@NullMarked
package org.onemap.geoserver.tiles;

import org.jspecify.annotations.NullMarked;
