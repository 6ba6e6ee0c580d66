package org.onemap.locate;

import java.nio.IntBuffer;

/**
 * The record of a sub-cell: which division holds a position in it, by integers alone.
 *
 * <p>Coordinates are local: the sub-cell reaches from −1 to 1 about its centre, in steps of 1/{@value #STEPS}. The record
 * knows which divisions hold the centre; each chain of edges between centre and position turns the divisions on either side of
 * it over. Words of a record:
 *
 * <ol start="0">
 *   <li>the header: form (2 bits), number of chains (14 bits), and 16 bits: the vertices of the first chain in the simple
 *       form, else the number of divisions
 *   <li>{@link #SIMPLE}, for at most two divisions that every edge divides: the one at the centre, the one beyond; then the
 *       vertices of the first chain, and of each other its length and vertices
 *   <li>{@link #GENERAL}, for at most {@value #MASK_BITS}: the mask of those at the centre; their ordinals; of each chain its
 *       length (high half) and the mask of what it turns over, and its vertices
 *   <li>{@link #WIDE}, for more: masks of 32 bits a word; of each chain its length, then its mask
 *   <li>{@link #EXACT}, where an edge runs too close to the centre: the number of divisions, their ordinals
 * </ol>
 *
 * <p><b>Why it is exact.</b> A vertex is off by half a step at most, the position by 1/64 step. So the determinant that says
 * on which side of the line centre → position a vertex lies is off by less than {@value #SIDE_BAND} at scale 64·STEPS², and
 * the one that says on which side of an edge the position lies by less than {@value #EDGE_BAND} (both with a margin of 1.4
 * and more). Within these bands the answer is {@link #UNSURE}, and the full rings decide. That the centre lies on the right
 * side is seen to when the record is written ({@link RecordWriter}).
 */
final class CellRecord {

    /** The rings themselves must be asked. */
    static final int UNSURE = -2;

    static final int EXACT = 0;
    static final int SIMPLE = 1;
    static final int GENERAL = 2;
    static final int WIDE = 3;

    /** Steps of a local unit; edges are cut off at {@value #REACH} units, so that they fit 16 bits. */
    static final int STEPS = 10_000;

    static final double REACH = 3;
    static final int MASK_BITS = 16;
    static final int FORM_BITS = 2;
    static final int COUNT_SHIFT = 16;
    static final int CHAIN_LIMIT = 1 << (COUNT_SHIFT - FORM_BITS);
    static final int COUNT_LIMIT = 1 << 16;

    /** The position is finer than the vertices by this factor. */
    private static final int FINER_BITS = 6;

    /** Steps of the position in a local unit. */
    static final double POSITION_STEPS = (double) STEPS * (1 << FINER_BITS);

    private static final long SIDE_BAND = 1_536_000; // 2.4e-4 · 64 · STEPS²
    private static final long EDGE_BAND = 12_800_000; // 2e-3 · 64 · STEPS²

    private CellRecord() {}

    static int packed(int x, int y) {
        return (x & 0xffff) | (y << 16);
    }

    /**
     * The lowest ordinal that holds a position.
     *
     * @param header its first word
     * @param px longitude of the position, local, in steps of {@link #POSITION_STEPS}
     * @param py latitude
     * @return an ordinal, {@link GridIndex#NONE} or {@link #UNSURE}
     */
    static int find(IntBuffer d, int record, int header, long px, long py) {
        return switch (header & ((1 << FORM_BITS) - 1)) {
            case SIMPLE -> simple(d, record, header, px, py);
            case GENERAL -> general(d, record, header, px, py);
            case WIDE -> wide(d, record, header, px, py);
            default -> UNSURE;
        };
    }

    private static int chains(int header) {
        return (header >>> FORM_BITS) & (CHAIN_LIMIT - 1);
    }

    /** Without branches in the loop, which are as good as random: a fifth faster. */
    private static int simple(IntBuffer d, int record, int header, long px, long py) {
        long unsure = 0;
        long turned = 0;
        int chains = chains(header);
        int vertices = header >>> COUNT_SHIFT;
        int at = record + 3;
        while (true) {
            int word = d.get(at++);
            long ax = (short) word;
            long ay = word >> 16;
            long side = px * ay - py * ax;
            unsure |= Math.abs(side) - SIDE_BAND;
            for (int i = 1; i < vertices; i++) {
                word = d.get(at++);
                long bx = (short) word;
                long by = word >> 16;
                long nextSide = px * by - py * bx;
                long between = side ^ nextSide;
                long position = (bx - ax) * (py - (ay << FINER_BITS)) - (by - ay) * (px - (ax << FINER_BITS));
                long centre = ax * by - ay * bx;
                unsure |= (Math.abs(nextSide) - SIDE_BAND) | ((between >> 63) & (Math.abs(position) - EDGE_BAND));
                turned ^= between & (position ^ centre);
                ax = bx;
                ay = by;
                side = nextSide;
            }
            if (--chains == 0) {
                break;
            }
            vertices = d.get(at++);
        }
        return unsure < 0 ? UNSURE : d.get(record + 1 + (int) (turned >>> 63));
    }

    private static int general(IntBuffer d, int record, int header, long px, long py) {
        long unsure = 0;
        int holding = d.get(record + 1);
        int at = record + 2 + (header >>> COUNT_SHIFT);
        for (int chains = chains(header); chains > 0; chains--) {
            int head = d.get(at++);
            int vertices = head >>> COUNT_SHIFT;
            int word = d.get(at++);
            long ax = (short) word;
            long ay = word >> 16;
            long side = px * ay - py * ax;
            long turned = 0;
            unsure |= Math.abs(side) - SIDE_BAND;
            for (int i = 1; i < vertices; i++) {
                word = d.get(at++);
                long bx = (short) word;
                long by = word >> 16;
                long nextSide = px * by - py * bx;
                long between = side ^ nextSide;
                long position = (bx - ax) * (py - (ay << FINER_BITS)) - (by - ay) * (px - (ax << FINER_BITS));
                long centre = ax * by - ay * bx;
                unsure |= (Math.abs(nextSide) - SIDE_BAND) | ((between >> 63) & (Math.abs(position) - EDGE_BAND));
                turned ^= between & (position ^ centre);
                ax = bx;
                ay = by;
                side = nextSide;
            }
            holding ^= head & (COUNT_LIMIT - 1) & (int) (turned >> 63);
        }
        if (unsure < 0) {
            return UNSURE;
        }
        return holding == 0 ? GridIndex.NONE : d.get(record + 2 + Integer.numberOfTrailingZeros(holding));
    }

    /** Word by word of the masks, so that nothing needs to be kept. */
    private static int wide(IntBuffer d, int record, int header, long px, long py) {
        int faces = header >>> COUNT_SHIFT;
        int words = (faces + 31) >>> 5;
        for (int w = 0; w < words; w++) {
            int holding = d.get(record + 1 + w);
            int at = record + 1 + words + faces;
            for (int chains = chains(header); chains > 0; chains--) {
                int vertices = d.get(at);
                int turned = turned(d, at + 1 + words, vertices, px, py);
                if (turned == UNSURE) {
                    return UNSURE;
                }
                holding ^= d.get(at + 1 + w) & turned;
                at += 1 + words + vertices;
            }
            if (holding != 0) {
                return d.get(record + 1 + words + 32 * w + Integer.numberOfTrailingZeros(holding));
            }
        }
        return GridIndex.NONE;
    }

    /** −1 if the way from the centre crosses a chain an odd number of times, else 0. */
    private static int turned(IntBuffer d, int chain, int vertices, long px, long py) {
        long turned = 0;
        int word = d.get(chain);
        long ax = (short) word;
        long ay = word >> 16;
        long side = px * ay - py * ax;
        long unsure = Math.abs(side) - SIDE_BAND;
        for (int i = 1; i < vertices; i++) {
            word = d.get(chain + i);
            long bx = (short) word;
            long by = word >> 16;
            long nextSide = px * by - py * bx;
            long between = side ^ nextSide;
            long position = (bx - ax) * (py - (ay << FINER_BITS)) - (by - ay) * (px - (ax << FINER_BITS));
            long centre = ax * by - ay * bx;
            unsure |= (Math.abs(nextSide) - SIDE_BAND) | ((between >> 63) & (Math.abs(position) - EDGE_BAND));
            turned ^= between & (position ^ centre);
            ax = bx;
            ay = by;
            side = nextSide;
        }
        return unsure < 0 ? UNSURE : (int) (turned >> 63);
    }

    /** How many divisions a record names. */
    static int size(IntBuffer d, int record) {
        int header = d.get(record);
        return switch (header & ((1 << FORM_BITS) - 1)) {
            case SIMPLE -> 2;
            case EXACT -> d.get(record + 1);
            default -> header >>> COUNT_SHIFT;
        };
    }

    /** A division that a record names, or {@link GridIndex#NONE}; ascending but for the simple form, some more than once. */
    static int ordinal(IntBuffer d, int record, int number) {
        int header = d.get(record);
        int before =
                switch (header & ((1 << FORM_BITS) - 1)) {
                    case SIMPLE -> 1;
                    case WIDE -> 1 + (((header >>> COUNT_SHIFT) + 31) >>> 5);
                    default -> 2;
                };
        return d.get(record + before + number);
    }
}
