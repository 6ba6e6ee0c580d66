package org.onemap.locate;

/**
 * The cells of a grid that a segment touches: a range of rows, and for each row a range of columns. Cells that it misses by
 * less than the slack belong to them. Confined to one thread, used again and again.
 */
final class CellSpan {

    private final int columns;
    private final int rows;
    private final double slack;
    private double ax;
    private double ay;
    private double bx;
    private double by;
    private boolean oneRow;
    private int firstRow;
    private int lastRow;
    private int firstColumn;
    private int lastColumn;

    CellSpan(int columns, int rows, double slack) {
        this.columns = columns;
        this.rows = rows;
        this.slack = slack;
    }

    /** Takes a segment, its coordinates in cells. */
    void set(double fromX, double fromY, double toX, double toY) {
        ax = fromX;
        ay = fromY;
        bx = toX;
        by = toY;
        int low = floor(Math.min(ay, by) - slack);
        int high = floor(Math.max(ay, by) + slack);
        oneRow = low == high || ay == by;
        firstRow = Math.max(0, low);
        lastRow = Math.min(rows - 1, high);
    }

    int firstRow() {
        return firstRow;
    }

    int lastRow() {
        return lastRow;
    }

    /** Takes one of the rows. */
    void row(int row) {
        double west = Math.min(ax, bx);
        double east = Math.max(ax, bx);
        if (!oneRow) {
            double perRow = (bx - ax) / (by - ay);
            double low = ax + perRow * (Math.max(Math.min(ay, by), row - slack) - ay);
            double high = ax + perRow * (Math.min(Math.max(ay, by), row + 1 + slack) - ay);
            west = Math.max(west, Math.min(low, high) - slack);
            east = Math.min(east, Math.max(low, high) + slack);
        }
        firstColumn = Math.max(0, floor(west - slack));
        lastColumn = Math.min(columns - 1, floor(east + slack));
    }

    int firstColumn() {
        return firstColumn;
    }

    int lastColumn() {
        return lastColumn;
    }

    private static int floor(double value) {
        int whole = (int) value;
        return whole > value ? whole - 1 : whole;
    }
}
