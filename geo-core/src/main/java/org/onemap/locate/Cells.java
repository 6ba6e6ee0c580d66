package org.onemap.locate;

import java.nio.IntBuffer;

/**
 * The top cells and the records, outside the heap. Immutable.
 *
 * <p>The top cells are {@link CellLine}s, row by row. Their word {@link CellLine#BASE} numbers the first record, counted through
 * all buffers in units of {@link SubCell#WORDS} words; that of cells within cells says how many words from the line
 * on it stands. All that belongs to a top cell lies in one buffer.
 */
final class Cells {

    /** Records in one buffer: one gigabyte. */
    static final int BUFFER_SHIFT = 25;

    private final CellGrid grid;
    private final IntBuffer top;
    private final IntBuffer[] records;

    Cells(CellGrid grid, IntBuffer top, IntBuffer[] records) {
        this.grid = grid;
        this.top = top;
        this.records = records.clone();
    }

    /** Which buffer a record lies in. */
    static int buffer(int record) {
        return record >>> BUFFER_SHIFT;
    }

    /** Where in its buffer a record begins. */
    static int place(int record) {
        return (record & ((1 << BUFFER_SHIFT) - 1)) << SubCell.WORDS_BITS;
    }

    CellGrid grid() {
        return grid;
    }

    IntBuffer top() {
        return top;
    }

    IntBuffer[] records() {
        return records.clone();
    }

    long byteSize() {
        long words = top.capacity();
        for (IntBuffer buffer : records) {
            words += buffer.capacity();
        }
        return Integer.BYTES * words;
    }
}
