package org.onemap.locate;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Location;
import org.onemap.InvalidInput;
import org.onemap.crs.Cgcs2000;

/**
 * Point → division of one level at memory speed. Immutable, lock-free, safe for any number of threads.
 *
 * <p>Divisions are numbered: <i>ordinals</i> run from 0 in ascending order of the codes. {@link #find} and
 * {@link #findAll} answer the lowest code that covers a position, exactly as JTS {@code covers} over all divisions would;
 * {@link #locate} answers all that cover it. Polygons are valid in the sense of OGC; holes, islands, any number of parts,
 * gaps and overlaps are allowed. Longitude is a plain number: what crosses the antimeridian is cut there, as GeoJSON has it.
 *
 * <p>Coordinates and cells lie outside the heap, within what {@code -XX:MaxDirectMemorySize} allows (by default as much as
 * the heap).
 */
public final class GridIndex implements DivisionIndex {

    /** The ordinal of no division: the position lies outside, or is not a number. */
    public static final int NONE = -1;

    private static final int[] NOBODY = {};

    /** One word, so that there is something to read. */
    private static final IntBuffer NO_BLOCKS =
            ByteBuffer.allocateDirect(Integer.BYTES).asIntBuffer().asReadOnlyBuffer();

    /** Positions that go through the stages of {@link #findAll} together. */
    private static final int STAGE = 256;

    private final String[] codes;
    private final Rings rings;
    private final Cells cells;
    private @Nullable BoundaryIndex boundaries;

    private final double west;
    private final double south;
    private final double perDeg;
    private final int columns;
    private final int rows;
    private final LongBuffer top;
    private final IntBuffer[] blocks;

    /** All blocks lie in the first buffer: then it need not be looked up for each. */
    private final boolean oneBuffer;

    private final IntBuffer firstBuffer;

    GridIndex(String[] codes, Rings rings, Cells cells, @Nullable BoundaryIndex boundaries) {
        this.boundaries = boundaries;
        this.codes = codes.clone();
        this.rings = rings;
        this.cells = cells;
        CellGrid grid = cells.grid();
        this.west = grid.westDeg();
        this.south = grid.southDeg();
        this.perDeg = grid.cellsPerDeg();
        this.columns = grid.columns();
        this.rows = grid.rows();
        this.top = cells.top();
        this.blocks = cells.blocks();
        this.oneBuffer = blocks.length <= 1;
        this.firstBuffer = blocks.length == 0 ? NO_BLOCKS : blocks[0];
    }

    private IntBuffer buffer(long word) {
        return oneBuffer ? firstBuffer : blocks[Cells.buffer(word)];
    }

    /**
     * Indexes these divisions. Areas of the same code count as one division; those without an area get no ordinal.
     *
     * @param shapes read once, in any order
     * @throws InvalidInput if there are more vertices than an index can number (2^31)
     */
    public static GridIndex of(Iterable<DivisionShape> shapes) {
        Builder builder = new Builder();
        shapes.forEach(builder::add);
        return builder.build();
    }

    /** Takes divisions one by one, so that their geometries need not be held together. Confined to one thread. */
    public static final class Builder {

        private final List<Outline> outlines = new ArrayList<>();

        /** Takes a division; its geometry is not kept. */
        public Builder add(DivisionShape shape) {
            Outline outline = Outline.of(shape);
            if (!outline.isEmpty()) {
                outlines.add(outline);
            }
            return this;
        }

        /**
         * Builds the index, with all processors. The builder is empty afterwards.
         *
         * @throws InvalidInput if there are more vertices than an index can number (2^31)
         */
        public GridIndex build() {
            outlines.sort(Comparator.comparing(Outline::code));
            String[] codes = outlines.stream().map(Outline::code).distinct().toArray(String[]::new);
            Rings rings = RingsBuilder.build(outlines, codes.length);
            outlines.clear();
            return new GridIndex(codes, rings, CellsBuilder.build(rings), null);
        }
    }

    /**
     * The division that answers: the lowest code whose closed polygon holds the position.
     *
     * @param lonDeg longitude in EPSG:4490; any number, also not a number
     * @param latDeg latitude
     * @return its ordinal, or {@link #NONE}
     */
    public int find(double lonDeg, double latDeg) {
        int found = findByIntegers(lonDeg, latDeg);
        return found == CellRecord.UNSURE ? findExactly(lonDeg, latDeg) : found;
    }

    /** {@link CellRecord#UNSURE} where only the exact rings can tell. */
    int findByIntegers(double lonDeg, double latDeg) {
        double gx = (lonDeg - west) * perDeg;
        double gy = (latDeg - south) * perDeg;
        int column = (int) gx;
        int row = (int) gy;
        if (!(gx >= 0 && gy >= 0) || column >= columns || row >= rows) {
            return NONE;
        }
        long word = top.get(row * columns + column);
        if (word >= NONE) {
            return (int) word;
        }
        IntBuffer block = buffer(word);
        int bits = Cells.bits(word);
        int base = Cells.base(word);
        int subColumn = (int) ((gx - column) * (1 << bits));
        int subRow = (int) ((gy - row) * (1 << bits));
        int entry = block.get(base + (subRow << bits) + subColumn);
        if (entry >= NONE) {
            return entry;
        }
        int record = base + (entry & ~Cells.RECORD);
        return CellRecord.find(block, record, block.get(record), local(gx, 1 << bits), local(gy, 1 << bits));
    }

    private int findExactly(double lonDeg, double latDeg) {
        for (int ordinal : candidates(lonDeg, latDeg)) {
            if (rings.locate(ordinal, lonDeg, latDeg) != Location.EXTERIOR) {
                return ordinal;
            }
        }
        return NONE;
    }

    /**
     * {@link #find} for many positions; about four times as fast, because the memory is asked for many at a time.
     *
     * @param lonLatDeg longitude, latitude, longitude, …
     * @param count how many positions are read, from the first on
     * @param ordinals takes one answer per position
     */
    public void findAll(double[] lonLatDeg, int count, int[] ordinals) {
        Stage stage = new Stage(Math.min(count, STAGE));
        for (int from = 0; from < count; from += STAGE) {
            findSome(lonLatDeg, from, Math.min(STAGE, count - from), ordinals, stage);
        }
    }

    /**
     * Stages that work out where something lies take turns with stages that do nothing but ask the memory for it: the leaner
     * these are, the more of their questions are under way at a time.
     */
    private void findSome(double[] lonLatDeg, int from, int count, int[] ordinals, Stage stage) {
        placeCells(lonLatDeg, from, count, stage);
        readCells(count, stage);
        placeEntries(count, stage);
        read(stage.places, count, stage.entries, stage.words);
        int open = placeRecords(from, count, ordinals, stage);
        read(stage.records, open, stage.headers, stage.openWords);
        resolve(lonLatDeg, from, open, ordinals, stage);
    }

    private void placeCells(double[] lonLatDeg, int from, int count, Stage stage) {
        double[] columnsEast = stage.gx;
        double[] rowsNorth = stage.gy;
        int[] places = stage.places;
        for (int i = 0; i < count; i++) {
            double gx = (lonLatDeg[2 * (from + i)] - west) * perDeg;
            double gy = (lonLatDeg[2 * (from + i) + 1] - south) * perDeg;
            int column = (int) gx;
            int row = (int) gy;
            boolean outside = !(gx >= 0 && gy >= 0) || column >= columns || row >= rows;
            columnsEast[i] = gx;
            rowsNorth[i] = gy;
            places[i] = outside ? NONE : row * columns + column;
        }
    }

    private void readCells(int count, Stage stage) {
        LongBuffer cellWords = top;
        int[] places = stage.places;
        long[] words = stage.words;
        for (int i = 0; i < count; i++) {
            words[i] = cellWords.get(Math.max(0, places[i]));
        }
    }

    private void placeEntries(int count, Stage stage) {
        double[] columnsEast = stage.gx;
        double[] rowsNorth = stage.gy;
        long[] words = stage.words;
        int[] places = stage.places;
        for (int i = 0; i < count; i++) {
            long word = places[i] == NONE ? NONE : words[i];
            int side = 1 << Cells.bits(word);
            int subColumn = (int) ((columnsEast[i] - (int) columnsEast[i]) * side);
            int subRow = (int) ((rowsNorth[i] - (int) rowsNorth[i]) * side);
            words[i] = word;
            places[i] = word < NONE ? Cells.base(word) + subRow * side + subColumn : 0;
        }
    }

    /** Reads one word of the blocks for each; what is read for a cell without a block means nothing. */
    private void read(int[] places, int count, int[] into, long[] words) {
        if (oneBuffer) {
            IntBuffer block = firstBuffer;
            for (int i = 0; i < count; i++) {
                into[i] = block.get(places[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                into[i] = words[i] < NONE ? buffer(words[i]).get(places[i]) : 0;
            }
        }
    }

    /** Answers where no record is needed; how many are left. */
    private static int placeRecords(int from, int count, int[] ordinals, Stage stage) {
        long[] words = stage.words;
        int[] entries = stage.entries;
        int[] waiting = stage.open;
        int[] records = stage.records;
        long[] openWords = stage.openWords;
        int open = 0;
        for (int i = 0; i < count; i++) {
            long word = words[i];
            int entry = word < NONE ? entries[i] : (int) word;
            ordinals[from + i] = entry;
            waiting[open] = i;
            records[open] = Cells.base(word) + (entry & ~Cells.RECORD);
            openWords[open] = word;
            open += entry < NONE ? 1 : 0;
        }
        return open;
    }

    private void resolve(double[] lonLatDeg, int from, int open, int[] ordinals, Stage stage) {
        double[] columnsEast = stage.gx;
        double[] rowsNorth = stage.gy;
        long[] words = stage.openWords;
        int[] waiting = stage.open;
        int[] records = stage.records;
        int[] headers = stage.headers;
        for (int j = 0; j < open; j++) {
            int i = waiting[j];
            int side = 1 << Cells.bits(words[j]);
            long px = local(columnsEast[i], side);
            long py = local(rowsNorth[i], side);
            int found = CellRecord.find(buffer(words[j]), records[j], headers[j], px, py);
            ordinals[from + i] = found == CellRecord.UNSURE
                    ? findExactly(lonLatDeg[2 * (from + i)], lonLatDeg[2 * (from + i) + 1])
                    : found;
        }
    }

    /**
     * How far a coordinate lies from the centre of its sub-cell, in steps of the position. The cells are never so small that
     * the rounding of the coordinates would show ({@link CellGrid}).
     *
     * @param inCells the coordinate in cells
     * @param side sub-cells to a side of the cell
     */
    private static long local(double inCells, int side) {
        double inSubCells = (inCells - (int) inCells) * side;
        return (long) ((2 * (inSubCells - (int) inSubCells) - 1) * CellRecord.POSITION_STEPS);
    }

    /** Where some positions stand between the stages. */
    private static final class Stage {

        private final double[] gx;
        private final double[] gy;
        private final long[] words;
        private final int[] open;
        private final int[] records;
        private final int[] headers;
        private final int[] places;
        private final int[] entries;
        private final long[] openWords;

        private Stage(int size) {
            gx = new double[size];
            gy = new double[size];
            words = new long[size];
            open = new int[size];
            records = new int[size];
            headers = new int[size];
            places = new int[size];
            entries = new int[size];
            openWords = new long[size];
        }
    }

    @Override
    public DivisionHit locate(Cgcs2000 position) {
        double lonDeg = position.lonDeg();
        double latDeg = position.latDeg();
        List<String> covering = new ArrayList<>(2);
        boolean onBoundary = false;
        for (int ordinal : candidates(lonDeg, latDeg)) {
            int location = rings.locate(ordinal, lonDeg, latDeg);
            if (location != Location.EXTERIOR) {
                covering.add(codes[ordinal]);
                onBoundary |= location == Location.BOUNDARY;
            }
        }
        return new DivisionHit(covering, onBoundary);
    }

    /** All that cover a position, ascending. */
    int[] covering(double lonDeg, double latDeg) {
        return Arrays.stream(candidates(lonDeg, latDeg))
                .filter(ordinal -> rings.locate(ordinal, lonDeg, latDeg) != Location.EXTERIOR)
                .toArray();
    }

    /** The divisions that may cover a position, ascending: all that have an edge in its sub-cell or cover all of it. */
    private int[] candidates(double lonDeg, double latDeg) {
        double gx = (lonDeg - west) * perDeg;
        double gy = (latDeg - south) * perDeg;
        int column = (int) gx;
        int row = (int) gy;
        if (!(gx >= 0 && gy >= 0) || column >= columns || row >= rows) {
            return NOBODY;
        }
        long word = top.get(row * columns + column);
        int entry = (int) word;
        if (Cells.isBlock(word)) {
            int side = 1 << Cells.bits(word);
            int subColumn = (int) ((gx - column) * side);
            int subRow = (int) ((gy - row) * side);
            entry = buffer(word).get(Cells.base(word) + subRow * side + subColumn);
        }
        if (entry >= NONE) {
            return entry == NONE ? NOBODY : new int[] {entry};
        }
        return named(buffer(word), Cells.base(word) + (entry & ~Cells.RECORD));
    }

    private static int[] named(IntBuffer block, int record) {
        int[] named = new int[CellRecord.size(block, record)];
        for (int i = 0; i < named.length; i++) {
            named[i] = CellRecord.ordinal(block, record, i);
        }
        Arrays.sort(named);
        int size = 0;
        for (int ordinal : named) {
            if (ordinal != NONE && (size == 0 || named[size - 1] != ordinal)) {
                named[size++] = ordinal;
            }
        }
        return Arrays.copyOf(named, size);
    }

    /** The code of an ordinal. */
    public String code(int ordinal) {
        return codes[ordinal];
    }

    @Override
    public int size() {
        return codes.length;
    }

    /** How many vertices the rings of all divisions have. */
    public int vertexCount() {
        return rings.vertexCount();
    }

    Rings rings() {
        return rings;
    }

    Cells cells() {
        return cells;
    }

    /** For distances to the boundaries; built at the first call if it did not come with the index. */
    synchronized BoundaryIndex boundaries() {
        if (boundaries == null) {
            boundaries = BoundaryIndex.of(rings);
        }
        return boundaries;
    }
}
