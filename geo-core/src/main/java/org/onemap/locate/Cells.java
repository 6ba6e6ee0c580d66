package org.onemap.locate;

import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * The top cells and their blocks, outside the heap. Immutable.
 *
 * <p>A top cell is one word: an ordinal or {@link GridIndex#NONE} where no edge touches it and at most one division covers
 * it; else negative beyond that, with k and the place of its block. The block holds 2^k × 2^k words, row by row: an ordinal,
 * {@link GridIndex#NONE} or, with the highest bit set, how far from the beginning of the block a {@link CellRecord} stands.
 */
final class Cells {

    /** Words in one buffer, so that 2 GB are enough for none; a block lies in one. */
    static final int BUFFER_SHIFT = 28;

    static final int RECORD = Integer.MIN_VALUE;

    private static final int BITS_SHIFT = 40;
    private static final int BITS_MASK = 15;
    private static final long BLOCK = Long.MIN_VALUE;

    private final CellGrid grid;
    private final LongBuffer top;
    private final IntBuffer[] blocks;

    Cells(CellGrid grid, LongBuffer top, IntBuffer[] blocks) {
        this.grid = grid;
        this.top = top;
        this.blocks = blocks.clone();
    }

    /** The word of a top cell with a block. */
    static long block(long place, int bits) {
        return BLOCK | (long) bits << BITS_SHIFT | place;
    }

    static boolean isBlock(long word) {
        return word < GridIndex.NONE;
    }

    static int bits(long word) {
        return (int) (word >>> BITS_SHIFT) & BITS_MASK;
    }

    /** Which buffer a block lies in. */
    static int buffer(long word) {
        return (int) (word >>> BUFFER_SHIFT) & ((1 << (BITS_SHIFT - BUFFER_SHIFT)) - 1);
    }

    /** Where in its buffer a block begins. */
    static int base(long word) {
        return (int) word & ((1 << BUFFER_SHIFT) - 1);
    }

    CellGrid grid() {
        return grid;
    }

    LongBuffer top() {
        return top;
    }

    IntBuffer[] blocks() {
        return blocks.clone();
    }

    IntBuffer blocks(int buffer) {
        return blocks[buffer];
    }

    long byteSize() {
        long words = 0;
        for (IntBuffer buffer : blocks) {
            words += buffer.capacity();
        }
        return Long.BYTES * (long) top.capacity() + Integer.BYTES * words;
    }
}
