package org.onemap.ingest.locate;

/**
 * What became of the rows. Immutable.
 *
 * @param rows all rows with content, the names not counted
 * @param inside rows that lie in a division of the answering level
 * @param outside rows that lie in none
 * @param marked rows that could not be used
 */
public record LocateCounts(long rows, long inside, long outside, long marked) {

    /** Nothing yet. */
    public static final LocateCounts NONE = new LocateCounts(0, 0, 0, 0);
}
