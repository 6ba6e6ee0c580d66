package org.onemap.locate;

import java.util.Arrays;

/** Writes the records of a top cell. Confined to one thread. The forms are told at {@link CellRecord}. */
final class RecordWriter {

    /** An edge whose line runs closer to the centre has no side of its own there: 30 steps. */
    private static final double TOO_CLOSE = 3e-3;

    /** With more edges than this in a sub-cell nobody looks for twins: each edge stands for itself. */
    private static final int TWIN_LIMIT = 512;

    private final CellContents contents;
    private final SubGrid sub;
    private final CentreWalk walk;
    private final int[] ordinalOfPart;
    private final IntWriter out;
    private int[] placeOfFace = new int[16];
    private int[] faces = new int[16];
    private int faceCount;
    private int words;
    private int[] edges = new int[64];
    private int[] masks = new int[64];
    private int edgeCount;
    private double x;
    private double y;
    private double perDeg;
    private int firstLength;

    RecordWriter(CellContents contents, SubGrid sub, CentreWalk walk, int[] ordinalOfPart, IntWriter out) {
        this.contents = contents;
        this.sub = sub;
        this.walk = walk;
        this.ordinalOfPart = ordinalOfPart;
        this.out = out;
    }

    /** The division that holds all of a sub-cell without edges; {@link CellRecord#UNSURE} if there are several. */
    int onlyOwner() {
        int owner = GridIndex.NONE;
        for (int face = 0; face < contents.faceCount(); face++) {
            if (contents.isInside(face)) {
                if (owner != GridIndex.NONE) {
                    return CellRecord.UNSURE;
                }
                owner = ordinalOfPart[contents.part(face)];
            }
        }
        return owner;
    }

    /** Writes the record of the sub-cell at which the walk stands. */
    void write() {
        x = sub.centreLonDeg(walk.cell());
        y = sub.centreLatDeg(walk.cell());
        perDeg = sub.perDeg();
        collectFaces();
        collectEdges();
        if (walk.isLost() || faceCount >= CellRecord.COUNT_LIMIT || runsTooClose()) {
            writeExact();
            return;
        }
        int start = out.size();
        int header = out.size();
        out.skip(1);
        boolean simple = isSimple();
        if (simple) {
            writeSides();
        } else {
            writeFaces();
        }
        int chains = writeChains(simple);
        if (chains < 0) {
            out.cutBackTo(start);
            writeExact();
        } else if (simple) {
            out.set(header, CellRecord.SIMPLE | chains << CellRecord.FORM_BITS | firstLength << CellRecord.COUNT_SHIFT);
        } else {
            int form = isWide() ? CellRecord.WIDE : CellRecord.GENERAL;
            out.set(header, form | chains << CellRecord.FORM_BITS | faceCount << CellRecord.COUNT_SHIFT);
        }
    }

    /** The faces with an edge in the sub-cell and those that hold all of it. */
    private void collectFaces() {
        int all = contents.faceCount();
        if (faces.length < all) {
            faces = new int[2 * all];
            placeOfFace = new int[2 * all];
        }
        Arrays.fill(placeOfFace, 0, all, -1);
        for (int i = sub.start(walk.cell()); i < sub.start(walk.cell() + 1); i++) {
            placeOfFace[contents.face(sub.edge(i))] = 0;
        }
        faceCount = 0;
        for (int face = 0; face < all; face++) {
            if (placeOfFace[face] == 0 || contents.isInside(face) || walk.isLost()) {
                placeOfFace[face] = faceCount;
                faces[faceCount++] = face;
            }
        }
        words = isWide() ? (faceCount + 31) >>> 5 : 1;
    }

    private boolean isWide() {
        return faceCount > CellRecord.MASK_BITS;
    }

    /** Each edge once, with the mask of the faces on its sides. */
    private void collectEdges() {
        int from = sub.start(walk.cell());
        int size = sub.start(walk.cell() + 1) - from;
        if (edges.length < size || masks.length < size * words) {
            edges = new int[2 * size];
            masks = new int[2 * size * words];
        }
        edgeCount = 0;
        for (int i = 0; i < size; i++) {
            int edge = sub.edge(from + i);
            int place = placeOfFace[contents.face(edge)];
            int twin = size > TWIN_LIMIT ? -1 : findTwin(edge);
            if (twin < 0) {
                twin = edgeCount++;
                edges[twin] = edge;
                Arrays.fill(masks, twin * words, (twin + 1) * words, 0);
            }
            masks[twin * words + (place >>> 5)] ^= 1 << place;
        }
    }

    private int findTwin(int edge) {
        for (int i = 0; i < edgeCount; i++) {
            if (contents.isTwin(edges[i], edge)) {
                return i;
            }
        }
        return -1;
    }

    private boolean runsTooClose() {
        for (int i = 0; i < edgeCount; i++) {
            double ax = (contents.ax(edges[i]) - x) * perDeg;
            double ay = (contents.ay(edges[i]) - y) * perDeg;
            double bx = (contents.bx(edges[i]) - x) * perDeg;
            double by = (contents.by(edges[i]) - y) * perDeg;
            double dx = bx - ax;
            double dy = by - ay;
            double away = Math.abs(ax * by - ay * bx);
            if (!(away > TOO_CLOSE * Math.sqrt(dx * dx + dy * dy))) {
                return true;
            }
        }
        return false;
    }

    private void writeExact() {
        out.put(CellRecord.EXACT);
        out.put(faceCount);
        for (int i = 0; i < faceCount; i++) {
            out.put(ordinal(i));
        }
    }

    private int ordinal(int place) {
        return ordinalOfPart[contents.part(faces[place])];
    }

    /** At most two faces, each edge divides them, one or none holds the centre. */
    private boolean isSimple() {
        if (faceCount > 2 || edgeCount == 0) {
            return false;
        }
        int full = (1 << faceCount) - 1;
        for (int i = 0; i < edgeCount; i++) {
            if (masks[i] != full) {
                return false;
            }
        }
        return holding() == 1 || (faceCount == 1 ? holding() == 0 : holding() == 2);
    }

    private int holding() {
        int holding = 0;
        for (int i = 0; i < faceCount; i++) {
            holding |= contents.isInside(faces[i]) ? 1 << i : 0;
        }
        return holding;
    }

    private void writeSides() {
        int other = faceCount == 1 ? GridIndex.NONE : ordinal(1);
        boolean first = holding() == 1;
        out.put(first ? ordinal(0) : other);
        out.put(first ? other : ordinal(0));
    }

    private void writeFaces() {
        for (int w = 0; w < words; w++) {
            int holding = 0;
            for (int i = 32 * w; i < Math.min(faceCount, 32 * w + 32); i++) {
                holding |= contents.isInside(faces[i]) ? 1 << i : 0;
            }
            out.put(holding);
        }
        for (int i = 0; i < faceCount; i++) {
            out.put(ordinal(i));
        }
    }

    /** Joins edges that follow one another; −1 if there are more chains, or longer ones, than can be written. */
    private int writeChains(boolean simple) {
        int chains = 0;
        int head = -1;
        int length = 0;
        for (int i = 0; i < edgeCount; i++) {
            boolean goesOn = i > 0 && follows(i);
            if (!goesOn) {
                finishChain(head, length, i - 1, simple);
                head = simple && chains == 0 ? -1 : out.size();
                chains++;
                out.skip(head < 0 ? 0 : 1 + (isWide() ? words : 0));
                putStart(edges[i]);
                length = 1;
            }
            putEnd(edges[i]);
            length++;
            if (simple && chains == 1) {
                firstLength = length;
            }
            if (chains >= CellRecord.CHAIN_LIMIT || length >= CellRecord.COUNT_LIMIT) {
                return -1;
            }
        }
        finishChain(head, length, edgeCount - 1, simple);
        return chains;
    }

    private void finishChain(int head, int length, int edge, boolean simple) {
        if (head < 0) {
            return;
        }
        if (simple) {
            out.set(head, length);
        } else if (!isWide()) {
            out.set(head, length << CellRecord.COUNT_SHIFT | masks[edge]);
        } else {
            out.set(head, length);
            for (int w = 0; w < words; w++) {
                out.set(head + 1 + w, masks[edge * words + w]);
            }
        }
    }

    /** Whether an edge begins where the last one ended, within reach, and divides the same faces. */
    private boolean follows(int i) {
        if (contents.vertex(edges[i]) != contents.vertex(edges[i - 1]) + 1 || !isWithinReach(edges[i])) {
            return false;
        }
        return Arrays.equals(masks, i * words, (i + 1) * words, masks, (i - 1) * words, i * words);
    }

    private boolean isWithinReach(int edge) {
        return Math.abs((contents.ax(edge) - x) * perDeg) <= CellRecord.REACH
                && Math.abs((contents.ay(edge) - y) * perDeg) <= CellRecord.REACH;
    }

    private void putStart(int edge) {
        put(contents.ax(edge), contents.ay(edge), contents.bx(edge), contents.by(edge));
    }

    private void putEnd(int edge) {
        put(contents.bx(edge), contents.by(edge), contents.ax(edge), contents.ay(edge));
    }

    /** An end of an edge; where it is out of reach, the place where the edge comes within. */
    private void put(double lon, double lat, double otherLon, double otherLat) {
        double px = (lon - x) * perDeg;
        double py = (lat - y) * perDeg;
        double dx = (otherLon - x) * perDeg - px;
        double dy = (otherLat - y) * perDeg - py;
        double t = Math.max(0, Math.min(1, Math.max(entry(px, dx), entry(py, dy))));
        int stepX = (int) Math.rint((px + t * dx) * CellRecord.STEPS);
        int stepY = (int) Math.rint((py + t * dy) * CellRecord.STEPS);
        out.put(CellRecord.packed(stepX, stepY));
    }

    private static double entry(double from, double step) {
        return Math.abs(from) > CellRecord.REACH && step != 0
                ? ((from > 0 ? CellRecord.REACH : -CellRecord.REACH) - from) / step
                : 0;
    }
}
