package org.onemap.locate;

import java.nio.IntBuffer;

/**
 * The record of a sub-cell: which division holds a position in it, by integers alone ({@link SubCellSteps}). Records have
 * {@value #WORDS} words, half a cache line. The lowest {@value #KIND_BITS} bits of the first word are the kind:
 *
 * <ul>
 *   <li>{@link #SHORT}, for few edges between at most {@value #MOST_FACES} divisions of its {@link CellLine}: from the bit
 *       after the kind on, 3 bits number of vertices; 2 bits number of divisions; 3 bits which of them hold the place in the
 *       west; 3 · 3 bits their codes, in ascending order of the divisions; for each edge from a vertex to the next as many
 *       bits as there are divisions: those that it turns over, none where it is only the way to the next chain. The other
 *       words are the vertices
 *   <li>{@link #LONG}: the second word says how many words further on its {@link LongRecord} stands
 *   <li>{@link #CELL}, for very many edges: how many words further on the {@link CellLine} stands in which it is cut again
 *   <li>{@link #WHOLE}: the second word is the division that holds all of it, for which its line has no room
 * </ul>
 */
final class SubCell {

    /** The rings themselves must be asked. */
    static final int UNSURE = -2;

    static final int WORDS_BITS = 3;
    static final int WORDS = 1 << WORDS_BITS;
    static final int MOST_FACES = 3;
    static final int MOST_VERTICES = WORDS - 1;

    static final int WHOLE = 0;
    static final int SHORT = 1;
    static final int LONG = 2;
    static final int CELL = 3;

    private static final int KIND_BITS = 2;
    private static final int VERTICES_SHIFT = KIND_BITS;
    private static final int VERTICES_MASK = 7;
    private static final int FACES_SHIFT = VERTICES_SHIFT + 3;
    private static final int FACES_MASK = 3;
    private static final int HOLDING_SHIFT = FACES_SHIFT + 2;
    private static final int CODES_SHIFT = HOLDING_SHIFT + MOST_FACES;
    private static final int TURNS_SHIFT = CODES_SHIFT + MOST_FACES * CellLine.CODE_BITS;
    private static final int CODE_MASK = 7;

    private SubCell() {}

    static int kind(int header) {
        return header & ((1 << KIND_BITS) - 1);
    }

    /** Whether so many fit the short form. */
    static boolean isShort(int faces, int vertices) {
        return faces <= MOST_FACES
                && vertices >= 2
                && vertices <= MOST_VERTICES
                && faces * (vertices - 1) <= Integer.SIZE - TURNS_SHIFT;
    }

    /**
     * The header of the short form without codes and turns.
     *
     * @param holding one bit for each division that holds the place in the west
     */
    static int header(int faces, int vertices, int holding) {
        return SHORT | vertices << VERTICES_SHIFT | faces << FACES_SHIFT | holding << HOLDING_SHIFT;
    }

    /** The code of a division at its place in the header. */
    static int putCode(int face, int code) {
        return code << (CODES_SHIFT + face * CellLine.CODE_BITS);
    }

    /** What an edge turns over at its place in the header; the edge that ends at the second vertex is 0. */
    static int putTurns(int faces, int edge, int turns) {
        return turns << (TURNS_SHIFT + edge * faces);
    }

    /** How many divisions the short form names. */
    static int faces(int header) {
        return (header >>> FACES_SHIFT) & FACES_MASK;
    }

    /** The code of one of them; ascending by division. */
    static int code(int header, int face) {
        return (header >>> (CODES_SHIFT + face * CellLine.CODE_BITS)) & CODE_MASK;
    }

    /**
     * Who holds a position, by the short form. Without branches in the loop, which are as good as random: a fifth faster.
     *
     * @param d the records
     * @param at where this one begins
     * @param header its first word
     * @param px longitude of the position, local, in steps of the position
     * @param py latitude
     * @return the code of the lowest division, {@link GridIndex#NONE} or {@link #UNSURE}
     */
    static int findCode(IntBuffer d, int at, int header, long px, long py) {
        int faces = faces(header);
        int end = at + ((header >>> VERTICES_SHIFT) & VERTICES_MASK);
        int turns = header >>> TURNS_SHIFT;
        int turned = header >>> HOLDING_SHIFT;
        int vertex = at + 1;
        int word = d.get(vertex);
        long ax = (long) (short) word << SubCellSteps.FINER_BITS;
        long north = ((long) (word >> 16) << SubCellSteps.FINER_BITS) - py;
        long unsure = Math.abs(north) - SubCellSteps.LEVEL_BAND;
        while (vertex < end) {
            word = d.get(++vertex);
            long bx = (long) (short) word << SubCellSteps.FINER_BITS;
            long nextNorth = ((long) (word >> 16) << SubCellSteps.FINER_BITS) - py;
            long between = (north ^ nextNorth) >> 63;
            long side = (nextNorth - north) * (px - ax) + (bx - ax) * north;
            unsure |= (Math.abs(nextNorth) - SubCellSteps.LEVEL_BAND)
                    | (between & (Math.abs(side) - SubCellSteps.EDGE_BAND));
            turned ^= (int) (between & ~((side ^ nextNorth) >> 63)) & turns;
            turns >>>= faces;
            ax = bx;
            north = nextNorth;
        }
        int holding = turned & ((1 << faces) - 1);
        if (unsure < 0) {
            return UNSURE;
        }
        return holding == 0 ? GridIndex.NONE : code(header, Integer.numberOfTrailingZeros(holding));
    }
}
