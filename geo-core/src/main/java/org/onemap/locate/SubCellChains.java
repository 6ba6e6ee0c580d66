package org.onemap.locate;

import java.util.Arrays;

/**
 * The edges of a sub-cell as chains of vertices in steps ({@link SubCellSteps}): what ends out of reach is cut off there, what
 * ends in the west goes on to the north-west. Confined to one thread, laid again and again.
 */
final class SubCellChains {

    /** In place of an edge where a new chain begins. */
    static final int NO_EDGE = -1;

    private final CellContents contents;
    private final SubGrid sub;
    private final SubCellEdges edges;
    private double x;
    private double y;
    private int[] vertices = new int[64];
    private int[] edgeBefore = new int[64];
    private int size;

    /** Where the last vertex lies, before it is rounded to steps: to the west of the sub-cell or not must not depend on that. */
    private double lastX;

    SubCellChains(CellContents contents, SubGrid sub, SubCellEdges edges) {
        this.contents = contents;
        this.sub = sub;
        this.edges = edges;
    }

    /** Lays the edges of a sub-cell out. */
    void lay(int cell) {
        x = sub.centreLonDeg(cell);
        y = sub.centreLatDeg(cell);
        size = 0;
        for (int i = 0; i < edges.size(); i++) {
            int edge = edges.edge(i);
            double ax = localX(contents.ax(edge));
            double ay = localY(contents.ay(edge));
            double bx = localX(contents.bx(edge));
            double by = localY(contents.by(edge));
            double from = partOutOfReach(ax, ay, bx, by);
            double to = 1 - partOutOfReach(bx, by, ax, ay);
            if (i == 0 || from > 0 || !goesOn(i)) {
                finish(i - 1);
                begin(ax + from * (bx - ax), ay + from * (by - ay), i);
            }
            lastX = to == 1 ? bx : ax + to * (bx - ax);
            put(packed(lastX, to == 1 ? by : ay + to * (by - ay)), i);
        }
        finish(edges.size() - 1);
    }

    /** Whether an edge begins where the last one ended. In the west what the edges do not divide alike goes on to the north-west. */
    private boolean goesOn(int i) {
        return contents.vertex(edges.edge(i)) == contents.vertex(edges.edge(i - 1)) + 1
                && (lastX >= -1 || edges.isSameMask(i, i - 1));
    }

    private double localX(double lonDeg) {
        return (lonDeg - x) * sub.perDeg();
    }

    private double localY(double latDeg) {
        return (latDeg - y) * sub.perDeg();
    }

    /** Which part of an edge, from its start on, is out of reach; 0 if it starts within. */
    private static double partOutOfReach(double ax, double ay, double bx, double by) {
        return Math.max(0, Math.min(1, Math.max(entry(ax, bx - ax), entry(ay, by - ay))));
    }

    private static double entry(double from, double step) {
        return Math.abs(from) > SubCellSteps.REACH && step != 0
                ? ((from > 0 ? SubCellSteps.REACH : -SubCellSteps.REACH) - from) / step
                : 0;
    }

    private static int packed(double localX, double localY) {
        return SubCellSteps.packed(
                (int) Math.rint(localX * SubCellSteps.STEPS), (int) Math.rint(localY * SubCellSteps.STEPS));
    }

    private void begin(double localX, double localY, int edge) {
        if (localX < -1) {
            put(SubCellSteps.FAR, NO_EDGE);
            put(packed(localX, localY), edge);
        } else {
            put(packed(localX, localY), NO_EDGE);
        }
    }

    private void finish(int edge) {
        if (size > 0 && lastX < -1) {
            put(SubCellSteps.FAR, edge);
        }
    }

    private void put(int vertex, int edge) {
        if (size == vertices.length) {
            vertices = Arrays.copyOf(vertices, 2 * size);
            edgeBefore = Arrays.copyOf(edgeBefore, 2 * size);
        }
        vertices[size] = vertex;
        edgeBefore[size++] = edge;
    }

    /** How many vertices there are. */
    int size() {
        return size;
    }

    /** A vertex, packed. */
    int vertex(int number) {
        return vertices[number];
    }

    /** Which of the {@link SubCellEdges} leads from the vertex before to this one, or {@link #NO_EDGE}. */
    int edgeBefore(int number) {
        return edgeBefore[number];
    }

    /**
     * Turns over what the edges divide that lie between a position and the west, as a lookup does.
     *
     * @param holding one bit for each face
     * @return false if integers cannot tell
     */
    boolean turn(long px, long py, int[] holding) {
        for (int i = 0; i < size; i++) {
            long north = fine(SubCellSteps.y(vertices[i])) - py;
            if (Math.abs(north) < SubCellSteps.LEVEL_BAND) {
                return false;
            }
            if (edgeBefore[i] == NO_EDGE) {
                continue;
            }
            long northBefore = fine(SubCellSteps.y(vertices[i - 1])) - py;
            if ((north > 0) == (northBefore > 0)) {
                continue;
            }
            long ax = fine(SubCellSteps.x(vertices[i - 1]));
            long bx = fine(SubCellSteps.x(vertices[i]));
            long side = (north - northBefore) * (px - ax) + (bx - ax) * northBefore;
            if (Math.abs(side) < SubCellSteps.EDGE_BAND) {
                return false;
            }
            if ((side > 0) == (north > 0)) {
                for (int w = 0; w < edges.maskWords(); w++) {
                    holding[w] ^= edges.mask(edgeBefore[i], w);
                }
            }
        }
        return true;
    }

    private static long fine(int steps) {
        return (long) steps << SubCellSteps.FINER_BITS;
    }
}
