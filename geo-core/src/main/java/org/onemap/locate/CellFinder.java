package org.onemap.locate;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** One position → its sub-cell → the division, by integers; one access to memory where no edge is near, else two. Immutable. */
final class CellFinder {

    private static final int[] NOBODY = {};

    private final double west;
    private final double south;
    private final double perDeg;
    private final int columns;
    private final int rows;
    private final IntBuffer top;
    private final IntBuffer[] records;

    /** All records lie in the first buffer: then it need not be looked up for each. */
    private final boolean oneBuffer;

    private final IntBuffer firstBuffer;

    CellFinder(Cells cells) {
        CellGrid grid = cells.grid();
        this.west = grid.westDeg();
        this.south = grid.southDeg();
        this.perDeg = grid.cellsPerDeg();
        this.columns = grid.columns();
        this.rows = grid.rows();
        this.top = cells.top();
        this.records = cells.records();
        this.oneBuffer = records.length == 1;
        this.firstBuffer = records[0];
    }

    /** The lowest ordinal, {@link GridIndex#NONE}, or {@link SubCell#UNSURE} where only the exact rings can tell. */
    int find(double lonDeg, double latDeg) {
        double gx = (lonDeg - west) * perDeg;
        double gy = (latDeg - south) * perDeg;
        int column = (int) gx;
        int row = (int) gy;
        if (!(gx >= 0 && gy >= 0) || column >= columns || row >= rows) {
            return GridIndex.NONE;
        }
        int line = (row * columns + column) << CellLine.WORDS_BITS;
        double x = (gx - column) * CellLine.SIDE;
        double y = (gy - row) * CellLine.SIDE;
        int subColumn = (int) x;
        int subRow = (int) y;
        int rowWord = top.get(line + subRow);
        int code = CellLine.code(rowWord, subColumn);
        if (code != CellLine.RECORD) {
            return top.get(line + CellLine.DIVISIONS + code);
        }
        int record = top.get(line + CellLine.BASE) + CellLine.rank(rowWord, subColumn);
        IntBuffer d = buffer(record);
        int at = Cells.place(record);
        int header = d.get(at);
        if (SubCell.kind(header) == SubCell.SHORT) {
            int found = SubCell.findCode(
                    d, at, header, SubCellSteps.position(x - subColumn), SubCellSteps.position(y - subRow));
            return found < 0 ? found : top.get(line + CellLine.DIVISIONS + found);
        }
        return findElsewhere(d, at, header, x - subColumn, y - subRow);
    }

    /** By a record that is not short: x and y say where in its sub-cell the position lies, 0 to 1. */
    private static int findElsewhere(IntBuffer d, int at, int header, double x, double y) {
        int target = d.get(at + 1);
        return switch (SubCell.kind(header)) {
            case SubCell.LONG -> LongRecord.find(d, at + target, SubCellSteps.position(x), SubCellSteps.position(y));
            case SubCell.CELL -> findWithin(d, at + target, x * CellLine.SIDE, y * CellLine.SIDE);
            default -> target;
        };
    }

    /** In a cell within a cell. */
    private static int findWithin(IntBuffer d, int line, double x, double y) {
        int subColumn = (int) x;
        int subRow = (int) y;
        int rowWord = d.get(line + subRow);
        int code = CellLine.code(rowWord, subColumn);
        if (code != CellLine.RECORD) {
            return d.get(line + CellLine.DIVISIONS + code);
        }
        int at = line + d.get(line + CellLine.BASE) + (CellLine.rank(rowWord, subColumn) << SubCell.WORDS_BITS);
        int header = d.get(at);
        if (SubCell.kind(header) == SubCell.SHORT) {
            int found = SubCell.findCode(
                    d, at, header, SubCellSteps.position(x - subColumn), SubCellSteps.position(y - subRow));
            return found < 0 ? found : d.get(line + CellLine.DIVISIONS + found);
        }
        return findElsewhere(d, at, header, x - subColumn, y - subRow);
    }

    private IntBuffer buffer(int record) {
        return oneBuffer ? firstBuffer : records[Cells.buffer(record)];
    }

    /** The division that holds all of the sub-cell, {@link GridIndex#NONE}, or {@link SubCell#UNSURE} where an edge is near. */
    int findWithoutEdges(double lonDeg, double latDeg) {
        double gx = (lonDeg - west) * perDeg;
        double gy = (latDeg - south) * perDeg;
        int column = (int) gx;
        int row = (int) gy;
        if (!(gx >= 0 && gy >= 0) || column >= columns || row >= rows) {
            return GridIndex.NONE;
        }
        Line line = new Line(top, (row * columns + column) << CellLine.WORDS_BITS);
        int rowWord = line.word((int) ((gy - row) * CellLine.SIDE));
        int code = CellLine.code(rowWord, (int) ((gx - column) * CellLine.SIDE));
        return code == CellLine.RECORD ? SubCell.UNSURE : line.division(code);
    }

    /** The divisions that may cover a position, ascending: all that have an edge in its sub-cell or cover all of it. */
    int[] candidates(double lonDeg, double latDeg) {
        double gx = (lonDeg - west) * perDeg;
        double gy = (latDeg - south) * perDeg;
        int column = (int) gx;
        int row = (int) gy;
        if (!(gx >= 0 && gy >= 0) || column >= columns || row >= rows) {
            return NOBODY;
        }
        int line = (row * columns + column) << CellLine.WORDS_BITS;
        double x = (gx - column) * CellLine.SIDE;
        double y = (gy - row) * CellLine.SIDE;
        int rowWord = top.get(line + (int) y);
        int code = CellLine.code(rowWord, (int) x);
        if (code != CellLine.RECORD) {
            return only(top.get(line + CellLine.DIVISIONS + code));
        }
        int record = top.get(line + CellLine.BASE) + CellLine.rank(rowWord, (int) x);
        return candidates(buffer(record), Cells.place(record), x - (int) x, y - (int) y, new Line(top, line));
    }

    private static int[] candidates(IntBuffer d, int at, double partX, double partY, Line line) {
        int header = d.get(at);
        int target = d.get(at + 1);
        return switch (SubCell.kind(header)) {
            case SubCell.SHORT -> distinct(SubCell.faces(header), face -> line.division(SubCell.code(header, face)));
            case SubCell.LONG ->
                distinct(LongRecord.size(d, at + target), face -> LongRecord.ordinal(d, at + target, face));
            case SubCell.CELL ->
                candidatesWithin(new Line(d, at + target), partX * CellLine.SIDE, partY * CellLine.SIDE);
            default -> only(target);
        };
    }

    private static int[] candidatesWithin(Line line, double x, double y) {
        int rowWord = line.word((int) y);
        int code = CellLine.code(rowWord, (int) x);
        if (code != CellLine.RECORD) {
            return only(line.division(code));
        }
        int before = CellLine.rank(rowWord, (int) x) << SubCell.WORDS_BITS;
        int at = line.at + line.word(CellLine.BASE) + before;
        return candidates(line.d, at, x - (int) x, y - (int) y, line);
    }

    private static int[] only(int ordinal) {
        return ordinal == GridIndex.NONE ? NOBODY : new int[] {ordinal};
    }

    /** Each once: a division of several parts may be named for each. */
    private static int[] distinct(int count, IntUnaryOperator ordinal) {
        int[] named = new int[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            int next = ordinal.applyAsInt(i);
            if (size == 0 || named[size - 1] != next) {
                named[size++] = next;
            }
        }
        return Arrays.copyOf(named, size);
    }

    /** A line and where it stands. */
    private record Line(IntBuffer d, int at) {

        int word(int number) {
            return d.get(at + number);
        }

        int division(int code) {
            return d.get(at + CellLine.DIVISIONS + code);
        }
    }

    /** Where the positions lie: the first stage of {@link BulkSearch}. */
    void placeRows(double[] lonLatDeg, int from, int count, BulkSearch.Stage stage) {
        double[] eastInCells = stage.x;
        double[] northInCells = stage.y;
        int[] places = stage.places;
        for (int i = 0; i < count; i++) {
            double gx = (lonLatDeg[2 * (from + i)] - west) * perDeg;
            double gy = (lonLatDeg[2 * (from + i) + 1] - south) * perDeg;
            int column = (int) gx;
            int row = (int) gy;
            boolean outside = !(gx >= 0 && gy >= 0) || column >= columns || row >= rows;
            double x = (gx - column) * CellLine.SIDE;
            double y = (gy - row) * CellLine.SIDE;
            eastInCells[i] = x;
            northInCells[i] = y;
            places[i] = outside ? GridIndex.NONE : ((row * columns + column) << CellLine.WORDS_BITS) + (int) y;
        }
    }

    /** Reads the rows of sub-cells, and with them their lines into the cache. */
    void readRows(int count, BulkSearch.Stage stage) {
        IntBuffer lines = top;
        int[] places = stage.places;
        int[] rowWords = stage.words;
        for (int i = 0; i < count; i++) {
            rowWords[i] = lines.get(Math.max(0, places[i]));
        }
    }

    /** Answers where no edge is near; the others, and where their records stand, go on. How many these are. */
    int answerOrPlaceRecords(int from, int count, int[] ordinals, BulkSearch.Stage stage) {
        IntBuffer lines = top;
        double[] eastInCells = stage.x;
        int[] places = stage.places;
        int[] rowWords = stage.words;
        int[] waiting = stage.open;
        int[] placed = stage.records;
        int open = 0;
        for (int i = 0; i < count; i++) {
            int place = Math.max(0, places[i]);
            int line = place & -CellLine.WORDS;
            int rowWord = rowWords[i];
            int subColumn = (int) eastInCells[i] & (CellLine.SIDE - 1);
            int code = CellLine.code(rowWord, subColumn);
            boolean outside = places[i] < 0;
            int division = lines.get(line + (code == CellLine.RECORD ? CellLine.BASE : CellLine.DIVISIONS + code));
            ordinals[from + i] = outside ? GridIndex.NONE : division;
            waiting[open] = i;
            placed[open] = division + CellLine.rank(rowWord, subColumn);
            open += code == CellLine.RECORD && !outside ? 1 : 0;
        }
        return open;
    }

    /** Reads the headers of records, and with them the records into the cache. */
    void readRecords(int count, BulkSearch.Stage stage) {
        int[] places = stage.records;
        int[] headers = stage.headers;
        if (oneBuffer) {
            IntBuffer d = firstBuffer;
            for (int i = 0; i < count; i++) {
                headers[i] = d.get(Cells.place(places[i]));
            }
        } else {
            for (int i = 0; i < count; i++) {
                headers[i] = records[Cells.buffer(places[i])].get(Cells.place(places[i]));
            }
        }
    }

    /** Answers by a record, which {@link #readRecords} has read. */
    int findInRecord(int open, BulkSearch.Stage stage) {
        int i = stage.open[open];
        int header = stage.headers[open];
        double x = stage.x[i] - (int) stage.x[i];
        double y = stage.y[i] - (int) stage.y[i];
        IntBuffer d = buffer(stage.records[open]);
        int at = Cells.place(stage.records[open]);
        if (SubCell.kind(header) == SubCell.SHORT) {
            int found = SubCell.findCode(d, at, header, SubCellSteps.position(x), SubCellSteps.position(y));
            return found < 0 ? found : top.get((stage.places[i] & -CellLine.WORDS) + CellLine.DIVISIONS + found);
        }
        return findElsewhere(d, at, header, x, y);
    }
}
