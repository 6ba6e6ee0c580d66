package org.onemap.locate;

import org.onemap.crs.Cgcs2000;

/**
 * The port to point → division at one level. Implementations are immutable and safe for any number of threads.
 *
 * <p>A division is in {@link DivisionHit#covering()} exactly when JTS {@code covers} says so of its stored geometry:
 * straight edges in lon/lat, the boundary belonging to it, orientation decided without rounding error. Holes, parts,
 * gaps and overlaps between divisions are all allowed.
 */
public interface DivisionIndex {

    /** The divisions whose closed polygon holds the position, and whether it lies on a boundary of one of them. */
    DivisionHit locate(Cgcs2000 position);

    /** How many divisions are indexed. */
    int size();
}
