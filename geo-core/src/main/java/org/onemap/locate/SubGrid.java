package org.onemap.locate;

import java.util.Arrays;

/**
 * A cell cut into {@value CellLine#SIDE} × {@value CellLine#SIDE} sub-cells, numbered row by row from the south-west, and the
 * edges that touch each. The cell is a top cell or a sub-cell of another such grid. Confined to one thread, used again and again.
 */
final class SubGrid {

    private static final double SLACK = 1e-5;

    private final CellGrid grid;

    /** Sub-cells to a side of the top cell. */
    private final int fineness;

    private final CellSpan span = new CellSpan(CellLine.SIDE, CellLine.SIDE, SLACK);
    private final int[] starts = new int[CellLine.SUB_CELLS + 2];
    private int column;
    private int row;

    /** Of the top cell, to the west and to the south of this one. */
    private double partWest;

    private double partSouth;
    private int[] edges = new int[256];
    private int[] all = {};

    /** For top cells. */
    SubGrid(CellGrid grid) {
        this(grid, CellLine.SIDE);
    }

    private SubGrid(CellGrid grid, int fineness) {
        this.grid = grid;
        this.fineness = fineness;
    }

    /** A grid for sub-cells of this one. */
    SubGrid below() {
        return new SubGrid(grid, fineness * CellLine.SIDE);
    }

    /** Cuts a top cell. */
    void cut(CellContents contents, int cellColumn, int cellRow) {
        column = cellColumn;
        row = cellRow;
        partWest = 0;
        partSouth = 0;
        if (all.length < contents.size()) {
            all = new int[2 * contents.size()];
            Arrays.setAll(all, edge -> edge);
        }
        cut(contents, all, 0, contents.size());
    }

    /** Cuts a sub-cell of another grid. */
    void cut(CellContents contents, SubGrid above, int cell) {
        column = above.column;
        row = above.row;
        partWest = above.partWest(cell, 0);
        partSouth = above.partSouth(cell, 0);
        cut(contents, above.edges, above.start(cell), above.start(cell + 1));
    }

    private void cut(CellContents contents, int[] of, int from, int to) {
        Arrays.fill(starts, 0);
        pass(contents, of, from, to, false);
        for (int cell = 2; cell < starts.length; cell++) {
            starts[cell] += starts[cell - 1];
        }
        int count = starts[starts.length - 1];
        if (edges.length < count) {
            edges = new int[2 * count];
        }
        pass(contents, of, from, to, true); // afterwards each start has moved to where the next one was
    }

    private void pass(CellContents contents, int[] of, int from, int to, boolean fill) {
        double west = lonDeg(0, 0);
        double south = latDeg(0, 0);
        double perDeg = grid.cellsPerDeg() * fineness;
        for (int i = from; i < to; i++) {
            int edge = of[i];
            span.set(
                    (contents.ax(edge) - west) * perDeg,
                    (contents.ay(edge) - south) * perDeg,
                    (contents.bx(edge) - west) * perDeg,
                    (contents.by(edge) - south) * perDeg);
            for (int y = span.firstRow(); y <= span.lastRow(); y++) {
                span.row(y);
                for (int x = span.firstColumn(); x <= span.lastColumn(); x++) {
                    int cell = y * CellLine.SIDE + x;
                    if (fill) {
                        edges[starts[cell + 1]++] = edge;
                    } else {
                        starts[cell + 2]++;
                    }
                }
            }
        }
    }

    int start(int cell) {
        return starts[cell];
    }

    /** An edge of the top cell; those of a sub-cell stand from {@link #start} to that of the next one, ascending. */
    int edge(int place) {
        return edges[place];
    }

    private double partWest(int cell, double part) {
        return partWest + (cell % CellLine.SIDE + part) / fineness;
    }

    private double partSouth(int cell, double part) {
        return partSouth + ((cell >> CellLine.SIDE_BITS) + part) / fineness;
    }

    /** Longitude of the centre. */
    double centreLonDeg(int cell) {
        return lonDeg(cell, 0.5);
    }

    double centreLatDeg(int cell) {
        return latDeg(cell, 0.5);
    }

    /** Longitude of a place in a sub-cell, 0 to 1 from its west. */
    double lonDeg(int cell, double part) {
        return grid.lonDeg(column, partWest(cell, part));
    }

    /** Latitude of a place in a sub-cell, 0 to 1 from its south. */
    double latDeg(int cell, double part) {
        return grid.latDeg(row, partSouth(cell, part));
    }

    /** Local units per degree: a sub-cell reaches from −1 to 1 about its centre. */
    double perDeg() {
        return 2 * grid.cellsPerDeg() * fineness;
    }
}
