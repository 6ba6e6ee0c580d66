package org.onemap.locate;

/**
 * The local coordinates of a sub-cell: it reaches from −1 to 1 about its centre, to the east and to the north, in steps of
 * 1/{@value #STEPS}; a position is finer than a vertex by {@value #FINER_BITS} bits.
 *
 * <p><b>How a position is told.</b> From the position a ray goes west. Each edge that it crosses turns the divisions on the
 * sides of that edge over; what holds a place beyond the western side is known. A chain of edges that leaves the sub-cell
 * to the west, or meets an edge that divides others there, goes on to {@link #FAR}, in the north-west, so that it is crossed on the
 * way along that side, too.
 * An edge from a to b is crossed if one of them is north of the position and the other is not, and the position is east of it.
 *
 * <p><b>Why it is exact.</b> Vertices are off by half a step, positions by 1/64 step, and rounding in {@code double} adds
 * less than 0.1 step ({@link CellGrid}). So a vertex that lies {@value #LEVEL_BAND}/64 steps to the north or south of a
 * position does so in truth. Chains are cut off at {@link #REACH} units; with edges of at most 2 · 1.06 units either way, a
 * vertex at most 2.06 units off the position, the determinant that says on which side of an edge it lies is off by less than
 * 0.6 · 4.24 + 1.2 · 4.12 steps times units, 222,000 square steps: within {@link #EDGE_BAND} the answer is that the full
 * rings must be asked.
 */
final class SubCellSteps {

    static final int STEPS = 30_000;

    /** Edges are cut off that far from the centre. */
    static final double REACH = 1.06;

    static final int FINER_BITS = 6;

    /** Steps of the position in a local unit. */
    static final double POSITION_STEPS = (double) STEPS * (1 << FINER_BITS);

    /** In steps of the position. */
    static final long LEVEL_BAND = 48;

    /** In square steps of the position. */
    static final long EDGE_BAND = 280_000L << (2 * FINER_BITS);

    /** A vertex far in the north-west. */
    static final int FAR = packed(-Short.MAX_VALUE, Short.MAX_VALUE);

    private SubCellSteps() {}

    /** A vertex in one word. */
    static int packed(int x, int y) {
        return (x & 0xffff) | (y << 16);
    }

    static int x(int packed) {
        return (short) packed;
    }

    static int y(int packed) {
        return packed >> 16;
    }

    /**
     * How far a position lies from the centre of its sub-cell, in steps of the position.
     *
     * @param part of the way through the sub-cell, 0 to 1
     */
    static long position(double part) {
        return (long) ((2 * part - 1) * POSITION_STEPS);
    }
}
