package org.onemap.ingest.read;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a source. Valid until the next row is asked for.
 *
 * @param number 1-based number of the row in the source; deleted rows count
 * @param geometry in the source's coordinate reference system and axis order; null for a null shape
 * @param values in the order of the source's schema, of the class that the field's type names; null for no value
 */
@SuppressWarnings("ArrayRecordComponent") // a flyweight of the reading loop, never compared
public record SourceRow(
        long number, @Nullable Geometry geometry, @Nullable Object[] values) {}
