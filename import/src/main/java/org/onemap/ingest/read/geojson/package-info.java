/**
 * GeoJSON (RFC 7946, and its 2008 forerunner with {@code crs}): one document, or one per line, or a sequence with record
 * separators (RFC 8142).
 *
 * <p>Accepted: feature collections, features, bare geometries, members in any order. Guaranteed: constant memory, two
 * passes over the file (columns and types, then rows); a column's type holds all its values without loss; nested values
 * become their JSON text; a geometry that is nested wrongly is an issue of its row. Not handled: TopoJSON.
 */
@NullMarked
package org.onemap.ingest.read.geojson;

import org.jspecify.annotations.NullMarked;
