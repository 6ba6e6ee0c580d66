package org.onemap.locate;

import org.onemap.crs.Cgcs2000;

/**
 * The port to point → division at one level. Implementations are immutable and safe for any number of threads; their
 * answers are those of JTS {@code covers} on the stored geometries.
 */
public interface DivisionIndex {

    /** The divisions whose closed polygon holds the position, and whether it lies on a boundary. */
    DivisionHit locate(Cgcs2000 position);

    /** How many divisions are indexed. */
    int size();
}
