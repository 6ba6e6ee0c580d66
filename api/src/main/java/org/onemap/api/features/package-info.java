/**
 * OGC API Features Part 1 over the store: landing page, conformance, API definition, collections and their items, as
 * GeoJSON and as plain pages.
 *
 * <p>Each request reads one {@link org.onemap.store.ReadView}, so that everything in one answer is of one change number.
 * Positions are CGCS2000, longitude first, which counts as identical to OGC:CRS84 (WGS 84) and is announced as such.
 */
@NullMarked
package org.onemap.api.features;

import org.jspecify.annotations.NullMarked;
