package org.onemap.locate;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.locationtech.jts.geom.Location;

/**
 * Writes what a sub-cell with edges or under several divisions needs, in the forms of {@link SubCell} and {@link LongRecord}.
 * Confined to one thread, used again and again.
 */
final class SubCellWriter {

    /**
     * Where in a sub-cell the faces are known, in parts of its sides: at the centre by the {@link CentreWalk}, elsewhere from
     * the rings. The second is asked where an edge runs too close to the first, and so on.
     */
    private static final double[][] KNOWN = {{0.5, 0.5}, {0.31, 0.72}, {0.67, 0.38}, {0.83, 0.91}, {0.14, 0.09}};

    private final Rings rings;
    private final CellContents contents;
    private final SubGrid sub;
    private final CentreWalk walk;
    private final int[] ordinalOfPart;
    private final SubCellEdges edges;
    private final SubCellChains chains;
    private int[] holding = new int[1];
    private boolean known;

    SubCellWriter(Rings rings, CellContents contents, SubGrid sub, CentreWalk walk, int[] ordinalOfPart) {
        this.rings = rings;
        this.contents = contents;
        this.sub = sub;
        this.walk = walk;
        this.ordinalOfPart = ordinalOfPart;
        this.edges = new SubCellEdges(contents, sub);
        this.chains = new SubCellChains(contents, sub, edges);
    }

    /** Takes the sub-cell at which the walk stands. */
    void collect() {
        edges.collect(walk.cell(), walk.isLost());
        chains.lay(walk.cell());
        known = findHolding();
    }

    /** The faces and edges of the sub-cell. */
    SubCellEdges edges() {
        return edges;
    }

    /** Which faces hold the place in the west: those that hold a place that is known, after all edges between. */
    private boolean findHolding() {
        if (holding.length < edges.maskWords()) {
            holding = new int[2 * edges.maskWords()];
        }
        for (int i = 0; i < KNOWN.length; i++) {
            Arrays.fill(holding, 0, edges.maskWords(), 0);
            boolean walked = i == 0;
            boolean told = !(walked && walk.isLost())
                    && chains.turn(SubCellSteps.position(KNOWN[i][0]), SubCellSteps.position(KNOWN[i][1]), holding);
            if (told) {
                turnThoseThatHold(KNOWN[i], walked);
                return true;
            }
        }
        return false;
    }

    private void turnThoseThatHold(double[] place, boolean walked) {
        double lonDeg = sub.lonDeg(walk.cell(), place[0]);
        double latDeg = sub.latDeg(walk.cell(), place[1]);
        for (int i = 0; i < edges.faceCount(); i++) {
            int face = edges.face(i);
            boolean inside = walked
                    ? contents.isInside(face)
                    : rings.locateInPart(contents.part(face), lonDeg, latDeg) != Location.EXTERIOR;
            holding[i / Integer.SIZE] ^= inside ? 1 << i : 0;
        }
    }

    private int ordinal(int place) {
        return ordinalOfPart[contents.part(edges.face(place))];
    }

    /**
     * Writes the short form.
     *
     * @param codeOf the code of an ordinal, {@link CellLine#RECORD} if it has none
     * @return false if it has no room for this sub-cell: then nothing of what was written counts
     */
    boolean writeShort(int[] records, int at, IntUnaryOperator codeOf) {
        int faces = edges.faceCount();
        if (!known || !SubCell.isShort(faces, chains.size())) {
            return false;
        }
        int header = SubCell.header(faces, chains.size(), holding[0]);
        for (int face = 0; face < faces; face++) {
            int code = codeOf.applyAsInt(ordinal(face));
            if (code == CellLine.RECORD) {
                return false;
            }
            header |= SubCell.putCode(face, code);
        }
        records[at + 1] = chains.vertex(0);
        for (int i = 1; i < chains.size(); i++) {
            int edge = chains.edgeBefore(i);
            int turns = edge == SubCellChains.NO_EDGE ? 0 : edges.mask(edge, 0);
            header |= SubCell.putTurns(faces, i - 1, turns);
            records[at + 1 + i] = chains.vertex(i);
        }
        records[at] = header;
        return true;
    }

    /** Writes the long form at the end of the output. */
    void writeLong(IntWriter out) {
        out.put(edges.faceCount());
        int chainsAt = out.size();
        out.put(known ? 0 : LongRecord.EXACT);
        for (int w = 0; known && w < edges.maskWords(); w++) {
            out.put(holding[w]);
        }
        for (int i = 0; i < edges.faceCount(); i++) {
            out.put(ordinal(i));
        }
        if (known) {
            out.set(chainsAt, writeChains(out));
        }
    }

    /** A chain ends where the edges go on elsewhere or divide other faces; how many there are. */
    private int writeChains(IntWriter out) {
        int written = 0;
        int from = 0;
        while (from + 1 < chains.size()) {
            int end = endOfChain(from);
            out.put(end - from);
            for (int w = 0; w < edges.maskWords(); w++) {
                out.put(edges.mask(chains.edgeBefore(from + 1), w));
            }
            for (int i = from; i < end; i++) {
                out.put(chains.vertex(i));
            }
            written++;
            from = end < chains.size() && chains.edgeBefore(end) != SubCellChains.NO_EDGE ? end - 1 : end;
        }
        return written;
    }

    private int endOfChain(int from) {
        int end = from + 2;
        while (end < chains.size()
                && chains.edgeBefore(end) != SubCellChains.NO_EDGE
                && edges.isSameMask(chains.edgeBefore(end), chains.edgeBefore(from + 1))) {
            end++;
        }
        return end;
    }
}
