/**
 * GeoPackages (OGC 12-128r18): each table of features or attributes that its contents list.
 *
 * <p>Accepted: all kinds of envelopes, empty geometries, stores of onemap themselves. Guaranteed: the file is opened for
 * reading only, and nothing is written beside it unless another process has it open just now; a geometry that is none is
 * an issue of its row. Not handled: curves, extended geometries, tiles.
 */
@NullMarked
package org.onemap.ingest.read.geopackage;

import org.jspecify.annotations.NullMarked;
