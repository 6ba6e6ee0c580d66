package org.onemap.locate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link CellLine} and the records of its sub-cells; sub-cells with very many edges are cut again by a writer of the
 * next level. Confined to one thread, used again and again.
 */
final class CellWriter {

    /** More edges than this are cut again; both sides of a shared edge count. */
    private static final int MOST_EDGES = 40;

    /** Levels of cells: sub-cells are never smaller than 1/512 of a top cell. */
    private static final int LEVELS = 3;

    private static final int SEVERAL = SubCell.UNSURE;

    private final Rings rings;
    private final CellContents contents;
    private final int[] ordinalOfPart;
    private final IntWriter out;
    private final int level;
    private final SubGrid sub;
    private final CentreWalk walk;
    private final SubCellWriter writer;
    private final int[] line = new int[CellLine.WORDS];
    private final int[] records = new int[CellLine.SUB_CELLS * SubCell.WORDS];
    private final int[] codes = new int[CellLine.SUB_CELLS];
    private int divisions;
    private @Nullable CellWriter below;

    /** @param out takes all but the line */
    CellWriter(Rings rings, CellContents contents, CellGrid grid, int[] ordinalOfPart, IntWriter out) {
        this(rings, contents, new SubGrid(grid), ordinalOfPart, out, 1);
    }

    private CellWriter(Rings rings, CellContents contents, SubGrid sub, int[] ordinalOfPart, IntWriter out, int level) {
        this.rings = rings;
        this.contents = contents;
        this.ordinalOfPart = ordinalOfPart;
        this.out = out;
        this.level = level;
        this.sub = sub;
        this.walk = new CentreWalk(rings, contents, sub);
        this.writer = new SubCellWriter(rings, contents, sub, walk, ordinalOfPart);
    }

    /** Writes the top cell that is loaded. Its base is a place in the output. */
    int[] write(int column, int row) {
        Arrays.fill(line, 0);
        divisions = 0;
        if (contents.size() == 0 && contents.faceCount() <= 1) {
            line[CellLine.DIVISIONS] = onlyOwner();
            return line;
        }
        sub.cut(contents, column, row);
        walk.start();
        writeSubCells();
        return line;
    }

    private void writeWithin(CellWriter above, int cell) {
        Arrays.fill(line, 0);
        divisions = 0;
        sub.cut(contents, above.sub, cell);
        walk.start(above.writer.edges());
        writeSubCells();
    }

    private void writeSubCells() {
        int covered = 0; // where the record stands that the last sub-cell under several divisions needed
        do {
            int cell = walk.cell();
            boolean hasEdges = sub.start(cell) < sub.start(cell + 1);
            int owner = hasEdges ? SEVERAL : onlyOwner();
            int at = cell * SubCell.WORDS;
            codes[cell] = owner == SEVERAL ? CellLine.RECORD : code(owner);
            if (hasEdges) {
                covered = 0;
                writeRecord(cell, at);
            } else if (owner == SEVERAL) {
                if (covered == 0) {
                    covered = out.size();
                    writer.collect();
                    writer.writeLong(out);
                }
                link(at, SubCell.LONG, covered);
            } else {
                records[at] = SubCell.WHOLE;
                records[at + 1] = owner;
            }
        } while (walk.next());
        finish();
    }

    private void writeRecord(int cell, int at) {
        writer.collect();
        if (level < LEVELS && sub.start(cell + 1) - sub.start(cell) > MOST_EDGES) {
            link(at, SubCell.CELL, writeBelow(cell));
        } else if (!writer.writeShort(records, at, this::code)) {
            link(at, SubCell.LONG, out.size());
            writer.writeLong(out);
        }
    }

    private int writeBelow(int cell) {
        CellWriter next =
                below == null ? new CellWriter(rings, contents, sub.below(), ordinalOfPart, out, level + 1) : below;
        below = next;
        out.align(CellLine.WORDS);
        int at = out.size();
        out.skip(CellLine.WORDS);
        boolean[] inside = contents.copyInside();
        next.writeWithin(this, cell);
        contents.restoreInside(inside);
        next.line[CellLine.BASE] -= at;
        for (int i = 0; i < CellLine.WORDS; i++) {
            out.set(at + i, next.line[i]);
        }
        return at;
    }

    /** Until it is known where the record will stand, the target is a place in the output. */
    private void link(int at, int kind, int target) {
        records[at] = kind;
        records[at + 1] = target;
    }

    /** Writes the line, and the records that are needed, in the order of their sub-cells. */
    private void finish() {
        out.align(SubCell.WORDS);
        line[CellLine.BASE] = out.size();
        int count = 0;
        for (int cell = 0; cell < CellLine.SUB_CELLS; cell++) {
            int row = cell / CellLine.SIDE;
            if (cell % CellLine.SIDE == 0) {
                line[row] |= CellLine.putRank(count);
            }
            line[row] |= CellLine.put(codes[cell], cell % CellLine.SIDE);
            if (codes[cell] == CellLine.RECORD) {
                putRecord(cell * SubCell.WORDS);
                count++;
            }
        }
    }

    private void putRecord(int at) {
        int kind = SubCell.kind(records[at]);
        if (kind == SubCell.LONG || kind == SubCell.CELL) {
            records[at + 1] -= out.size();
        }
        for (int i = 0; i < SubCell.WORDS; i++) {
            out.put(records[at + i]);
        }
    }

    /** The code of a division in this line; {@link CellLine#RECORD} if there is no room for it. */
    private int code(int ordinal) {
        for (int i = 0; i < divisions; i++) {
            if (line[CellLine.DIVISIONS + i] == ordinal) {
                return i;
            }
        }
        if (divisions == CellLine.MOST_DIVISIONS) {
            return CellLine.RECORD;
        }
        line[CellLine.DIVISIONS + divisions] = ordinal;
        return divisions++;
    }

    /** The division that holds the place where the walk stands, {@link GridIndex#NONE} or {@link #SEVERAL}. */
    private int onlyOwner() {
        int owner = GridIndex.NONE;
        for (int face = 0; face < contents.faceCount(); face++) {
            if (contents.isInside(face)) {
                if (owner != GridIndex.NONE) {
                    return SEVERAL;
                }
                owner = ordinalOfPart[contents.part(face)];
            }
        }
        return owner;
    }
}
