package org.onemap.locate;

import java.util.Arrays;

/**
 * A top cell cut into 2^k × 2^k sub-cells, and the edges that touch each. Confined to one thread, used again and again.
 */
final class SubGrid {

    /** Sub-cells per edge of the top cell; shared edges count twice. */
    private static final double DENSITY = 0.6;

    private static final int MOST_BITS = 9;
    private static final double SLACK = 1e-5;

    private final CellGrid grid;
    private final CellSpan[] spans = new CellSpan[MOST_BITS + 1];
    private int column;
    private int row;
    private int bits;
    private int[] starts = new int[64];
    private int[] edges = new int[256];

    SubGrid(CellGrid grid) {
        this.grid = grid;
        for (int k = 0; k <= MOST_BITS; k++) {
            spans[k] = new CellSpan(1 << k, 1 << k, SLACK);
        }
    }

    /** Cuts a cell as finely as its edges ask for. */
    void cut(CellContents contents, int cellColumn, int cellRow) {
        column = cellColumn;
        row = cellRow;
        bits = 0;
        while (bits < MOST_BITS && (1L << (2 * bits)) < DENSITY * contents.size()) {
            bits++;
        }
        int cells = 1 << (2 * bits);
        if (starts.length < cells + 2) {
            starts = new int[cells + 2];
        }
        Arrays.fill(starts, 0, cells + 2, 0);
        pass(contents, false);
        for (int cell = 2; cell < cells + 2; cell++) {
            starts[cell] += starts[cell - 1];
        }
        if (edges.length < starts[cells + 1]) {
            edges = new int[2 * starts[cells + 1]];
        }
        pass(contents, true); // afterwards each start has moved to where the next one was
    }

    private void pass(CellContents contents, boolean fill) {
        CellSpan span = spans[bits];
        double west = grid.lonDeg(column, 0);
        double south = grid.latDeg(row, 0);
        double perDeg = grid.cellsPerDeg() * (1 << bits);
        for (int edge = 0; edge < contents.size(); edge++) {
            span.set(
                    (contents.ax(edge) - west) * perDeg,
                    (contents.ay(edge) - south) * perDeg,
                    (contents.bx(edge) - west) * perDeg,
                    (contents.by(edge) - south) * perDeg);
            for (int y = span.firstRow(); y <= span.lastRow(); y++) {
                span.row(y);
                for (int x = span.firstColumn(); x <= span.lastColumn(); x++) {
                    if (fill) {
                        edges[starts[(y << bits) + x + 1]++] = edge;
                    } else {
                        starts[(y << bits) + x + 2]++;
                    }
                }
            }
        }
    }

    /** k: there are 2^k × 2^k sub-cells, numbered row by row. */
    int bits() {
        return bits;
    }

    int start(int cell) {
        return starts[cell];
    }

    /** An edge of the top cell; those of a sub-cell stand from {@link #start} to that of the next one, ascending. */
    int edge(int place) {
        return edges[place];
    }

    /** Longitude of the centre; the lookup computes it in the same way, to the bit. */
    double centreLonDeg(int cell) {
        return grid.lonDeg(column, ((cell & ((1 << bits) - 1)) + 0.5) / (1 << bits));
    }

    double centreLatDeg(int cell) {
        return grid.latDeg(row, ((cell >> bits) + 0.5) / (1 << bits));
    }

    /** Local units per degree: a sub-cell reaches from −1 to 1 about its centre. */
    double perDeg() {
        return 2 * grid.cellsPerDeg() * (1 << bits);
    }
}
