package org.onemap.locate;

/**
 * A cell cut into {@value #SIDE} × {@value #SIDE} sub-cells, in one cache line of {@value #WORDS} words, so that one access to
 * memory answers wherever no edge is near:
 *
 * <ol start="0">
 *   <li>to 7: the rows, from the south; of each sub-cell, from the west, {@value #CODE_BITS} bits: which of the divisions of
 *       this line holds all of it, or {@link #RECORD}; in the highest eight bits how many sub-cells with a record stand in
 *       the rows before
 *   <li value="8">where the records begin ({@link SubCell}), which stand side by side in the order of their sub-cells
 *   <li value="9">to 15: the divisions of this line; {@link GridIndex#NONE} counts as one
 * </ol>
 */
final class CellLine {

    static final int SIDE_BITS = 3;
    static final int SIDE = 1 << SIDE_BITS;
    static final int SUB_CELLS = SIDE * SIDE;
    static final int WORDS_BITS = 4;
    static final int WORDS = 1 << WORDS_BITS;
    static final int CODE_BITS = 3;

    /** The code of a sub-cell that has a record. */
    static final int RECORD = 7;

    /** Where the records begin. */
    static final int BASE = 8;

    /** The first division. */
    static final int DIVISIONS = 9;

    /** So many divisions have room. */
    static final int MOST_DIVISIONS = WORDS - DIVISIONS;

    private static final int CODE_MASK = 7;
    private static final int RANK_SHIFT = 24;

    /** The lowest bit of each code. */
    private static final int LOWEST_BITS = 0x249249;

    private CellLine() {}

    static int code(int row, int column) {
        return (row >>> (CODE_BITS * column)) & CODE_MASK;
    }

    /** How many records stand before that of a sub-cell. */
    static int rank(int row, int column) {
        int before = LOWEST_BITS & ((1 << (CODE_BITS * column)) - 1);
        return (row >>> RANK_SHIFT) + Integer.bitCount(row & (row >>> 1) & (row >>> 2) & before);
    }

    /** A code at its place in the row. */
    static int put(int code, int column) {
        return code << (CODE_BITS * column);
    }

    static int putRank(int recordsBefore) {
        return recordsBefore << RANK_SHIFT;
    }
}
