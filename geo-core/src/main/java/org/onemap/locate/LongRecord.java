package org.onemap.locate;

import java.nio.IntBuffer;

/**
 * What is known about a sub-cell with more divisions or edges than the short form of {@link SubCell} has room for. Words of a record:
 *
 * <ol start="0">
 *   <li>the number of divisions
 *   <li>the number of chains; {@link #EXACT} if the rings must be asked for every position: then only the ordinals follow
 *   <li>masks of 32 bits a word: which of the divisions hold the place in the west
 *   <li>their ordinals, ascending
 *   <li>of each chain the number of its vertices, the masks of what it turns over, and its vertices
 * </ol>
 */
final class LongRecord {

    static final int EXACT = -1;

    private static final int HEAD = 2;

    private LongRecord() {}

    /** Words of the masks over so many divisions. */
    static int maskWords(int faces) {
        return (faces + Integer.SIZE - 1) / Integer.SIZE;
    }

    /** Word by word of the masks, so that nothing needs to be kept. */
    static int find(IntBuffer d, int record, long px, long py) {
        int faces = d.get(record);
        int chains = d.get(record + 1);
        if (chains == EXACT) {
            return SubCell.UNSURE;
        }
        int words = maskWords(faces);
        for (int w = 0; w < words; w++) {
            int holding = d.get(record + HEAD + w);
            int at = record + HEAD + words + faces;
            for (int chain = 0; chain < chains; chain++) {
                int vertices = d.get(at);
                int turned = turned(d, at + 1 + words, vertices, px, py);
                if (turned == SubCell.UNSURE) {
                    return SubCell.UNSURE;
                }
                holding ^= d.get(at + 1 + w) & turned;
                at += 1 + words + vertices;
            }
            if (holding != 0) {
                return d.get(record + HEAD + words + Integer.SIZE * w + Integer.numberOfTrailingZeros(holding));
            }
        }
        return GridIndex.NONE;
    }

    /** −1 if the ray crosses a chain an odd number of times, else 0. */
    private static int turned(IntBuffer d, int first, int vertices, long px, long py) {
        int word = d.get(first);
        long ax = (long) (short) word << SubCellSteps.FINER_BITS;
        long north = ((long) (word >> 16) << SubCellSteps.FINER_BITS) - py;
        long unsure = Math.abs(north) - SubCellSteps.LEVEL_BAND;
        long turned = 0;
        for (int vertex = first + 1; vertex < first + vertices; vertex++) {
            word = d.get(vertex);
            long bx = (long) (short) word << SubCellSteps.FINER_BITS;
            long nextNorth = ((long) (word >> 16) << SubCellSteps.FINER_BITS) - py;
            long between = (north ^ nextNorth) >> 63;
            long side = (nextNorth - north) * (px - ax) + (bx - ax) * north;
            unsure |= (Math.abs(nextNorth) - SubCellSteps.LEVEL_BAND)
                    | (between & (Math.abs(side) - SubCellSteps.EDGE_BAND));
            turned ^= between & ~((side ^ nextNorth) >> 63);
            ax = bx;
            north = nextNorth;
        }
        return unsure < 0 ? SubCell.UNSURE : (int) turned;
    }

    static int size(IntBuffer d, int record) {
        return d.get(record);
    }

    static int ordinal(IntBuffer d, int record, int number) {
        int words = d.get(record + 1) == EXACT ? 0 : maskWords(d.get(record));
        return d.get(record + HEAD + words + number);
    }
}
