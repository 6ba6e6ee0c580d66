package org.onemap.locate;

import java.util.Arrays;

/**
 * Which cell centres lie within which part, by even and odd crossings of the line through the centres of each row. Confined
 * to one thread.
 */
final class CentreCells {

    /** A crossing: the row in the high bits, below it the column with ten binary places. */
    private static final int COLUMN_BITS = 27;

    private static final int FRACTION_BITS = 10;
    private static final int ROW_SHIFT = COLUMN_BITS + FRACTION_BITS;
    private static final long COLUMN_MASK = (1L << ROW_SHIFT) - 1;
    private static final double FRACTION = 1 << FRACTION_BITS;

    private long[] crossings = new long[64];
    private int crossingCount;
    private long[] found = new long[1024];
    private int foundCount;

    /** Takes what is found. */
    interface Action {
        void found(int cell, int part);
    }

    void forEach(Action action) {
        for (int i = 0; i < foundCount; i++) {
            action.found((int) (found[i] >>> 32), (int) found[i]);
        }
    }

    /** Takes a ring of the part, its coordinates in cells. */
    void addRing(double[] xy, int size) {
        for (int i = 0; i + 1 < size; i++) {
            double ay = xy[2 * i + 1];
            double by = xy[2 * i + 3];
            int low = (int) Math.ceil(Math.min(ay, by) - 0.5);
            int high = (int) Math.ceil(Math.max(ay, by) - 0.5);
            for (int row = low; row < high; row++) {
                double x = xy[2 * i] + (xy[2 * i + 2] - xy[2 * i]) * ((row + 0.5 - ay) / (by - ay));
                add(((long) row << ROW_SHIFT) | (long) (Math.max(0, x) * FRACTION));
            }
        }
    }

    private void add(long crossing) {
        if (crossingCount == crossings.length) {
            crossings = Arrays.copyOf(crossings, 2 * crossingCount);
        }
        crossings[crossingCount++] = crossing;
    }

    /** Notes the cells whose centre the rings taken since hold. */
    void finishPart(int part, CellGrid grid) {
        Arrays.sort(crossings, 0, crossingCount);
        for (int i = 0; i + 1 < crossingCount; i += 2) {
            int row = (int) (crossings[i] >>> ROW_SHIFT);
            int first = (int) Math.ceil((crossings[i] & COLUMN_MASK) / FRACTION - 0.5);
            int last = (int) Math.floor((crossings[i + 1] & COLUMN_MASK) / FRACTION - 0.5);
            for (int column = first; column <= Math.min(last, grid.columns() - 1); column++) {
                note(row * grid.columns() + column, part);
            }
        }
        crossingCount = 0;
    }

    private void note(int cell, int part) {
        if (foundCount == found.length) {
            found = Arrays.copyOf(found, 2 * foundCount);
        }
        found[foundCount++] = ((long) cell << 32) | part;
    }
}
