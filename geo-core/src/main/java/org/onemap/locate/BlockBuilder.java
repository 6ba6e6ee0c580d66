package org.onemap.locate;

/** Builds the blocks of some top cells in a row. Confined to one thread. */
final class BlockBuilder {

    private final CellGrid grid;
    private final int firstCell;
    private final int[] ordinalOfPart;
    private final IntWriter out = new IntWriter();
    private final CellContents contents;
    private final SubGrid sub;
    private final CentreWalk walk;
    private final RecordWriter writer;

    /** The word of each cell; the place of a block is that in {@link #out}. */
    private final long[] words;

    BlockBuilder(Rings rings, CellEdges edges, CellGrid grid, PartTable parts, int firstCell, int endCell) {
        this.grid = grid;
        this.firstCell = firstCell;
        this.ordinalOfPart = parts.ordinalOfPart();
        this.words = new long[endCell - firstCell];
        this.contents = new CellContents(rings, edges, parts.partOfRing());
        this.sub = new SubGrid(grid);
        this.walk = new CentreWalk(rings, contents, sub);
        this.writer = new RecordWriter(contents, sub, walk, ordinalOfPart, out);
    }

    BlockBuilder build() {
        for (int i = 0; i < words.length; i++) {
            words[i] = build(firstCell + i);
        }
        out.trim();
        return this;
    }

    int firstCell() {
        return firstCell;
    }

    long[] words() {
        return words;
    }

    IntWriter out() {
        return out;
    }

    private long build(int cell) {
        contents.load(cell);
        if (contents.size() == 0 && contents.faceCount() <= 1) {
            return contents.faceCount() == 0 ? GridIndex.NONE : ordinalOfPart[contents.part(0)];
        }
        sub.cut(contents, cell % grid.columns(), cell / grid.columns());
        int base = out.size();
        out.skip(1 << (2 * sub.bits()));
        boolean more = true;
        int covered = 0; // where the record stands that the last sub-cell without edges needed
        for (walk.start(); more; more = walk.next()) {
            int place = walk.cell();
            boolean hasEdges = sub.start(place) < sub.start(place + 1);
            int owner = hasEdges ? CellRecord.UNSURE : writer.onlyOwner();
            if (owner != CellRecord.UNSURE) {
                out.set(base + place, owner);
            } else if (!hasEdges && covered > 0) {
                out.set(base + place, Cells.RECORD | covered);
            } else {
                int record = out.size() - base;
                covered = hasEdges ? 0 : record;
                out.set(base + place, Cells.RECORD | record);
                writer.write();
            }
        }
        return Cells.block(base, sub.bits());
    }
}
