package org.onemap.ingest.locate;

import org.onemap.locate.batch.PointBatch;

/** Rows in the window that are answered together: where each stands, and its position. Confined to one thread. */
final class RowBlock {

    final PointBatch points = new PointBatch();
    final int[] start = new int[PointBatch.CAPACITY];
    final int[] contentEnd = new int[PointBatch.CAPACITY];
    final int[] end = new int[PointBatch.CAPACITY];
    /** Cells that a row has too few; −1 for a row without content, which is passed on as it is. */
    final int[] missing = new int[PointBatch.CAPACITY];
    /** Metres; not a number where none is given, infinite where what is given is none. */
    final double[] accuracyM = new double[PointBatch.CAPACITY];

    void clear() {
        points.clear();
    }

    /** Notes where the row stands that is added to the points next. */
    void at(int from, int content, int behind) {
        int row = points.size();
        start[row] = from;
        contentEnd[row] = content;
        end[row] = behind;
        missing[row] = 0;
        accuracyM[row] = Double.NaN;
    }

    boolean isBlank(int row) {
        return missing[row] < 0;
    }
}
