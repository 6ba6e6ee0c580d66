package org.onemap.locate;

/**
 * The square top cells over the box of all divisions, numbered row by row from the south-west. Immutable.
 *
 * <p>Its origin is moved by irrational fractions of a cell, so that data on a lattice (boundaries every 0.01°) hits neither
 * cell edges nor cell centres. Outside and on its outer edge there is nothing.
 */
record CellGrid(double westDeg, double southDeg, double cellDeg, int columns, int rows) {

    /**
     * Cells are not smaller than this part of the largest coordinate, three metres in China: then all rounding of a position
     * and of a vertex together is below 0.1 step of the smallest sub-cell, within the slack of {@link SubGrid} and the margin
     * of the bands of {@link SubCellSteps}.
     */
    private static final double SMALLEST_CELL = 2.4e-7;

    private static final double LEAST_REACH_DEG = 1e-3;

    private static final int MOST_CELLS = 1 << 25;
    private static final double SHIFT_X = 0.31830988618;
    private static final double SHIFT_Y = 0.36787944117;
    private static final double ROOM = 0.3;

    /** A grid of about so many cells over a box. */
    static CellGrid over(double west, double south, double east, double north, long cells) {
        double width = Math.max(east - west, 0);
        double height = Math.max(north - south, 0);
        double wanted = Math.max(1, Math.min(cells, MOST_CELLS / 2));
        // a long and narrow box: at least one cell across
        double cell = Math.max(Math.sqrt(width * height / wanted), Math.max(width, height) / wanted);
        double reach = Math.max(Math.max(Math.abs(west), Math.abs(east)), Math.max(Math.abs(south), Math.abs(north)));
        cell = Math.max(cell, SMALLEST_CELL * Math.max(LEAST_REACH_DEG, reach));
        double x = west - SHIFT_X * cell;
        double y = south - SHIFT_Y * cell;
        return new CellGrid(x, y, cell, cellsTo(east - x, cell), cellsTo(north - y, cell));
    }

    private static int cellsTo(double far, double cell) {
        return (int) Math.floor(far / cell + ROOM) + 1;
    }

    int cells() {
        return columns * rows;
    }

    double cellsPerDeg() {
        return 1 / cellDeg;
    }

    /** Longitude of a place in a column, 0 to 1 from its west. */
    double lonDeg(int column, double part) {
        return westDeg + (column + part) * cellDeg;
    }

    /** Latitude of a place in a row, 0 to 1 from its south. */
    double latDeg(int row, double part) {
        return southDeg + (row + part) * cellDeg;
    }
}
