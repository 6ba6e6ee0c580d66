package org.onemap.locate;

/** Builds the lines of some top cells in a row, and their blocks: all that belongs to a line. Confined to one thread. */
final class BlockBuilder {

    private final CellGrid grid;
    private final int firstCell;
    private final IntWriter out = new IntWriter();
    private final CellContents contents;
    private final CellWriter writer;
    private final int[] lines;
    private final int[] ends;

    BlockBuilder(Rings rings, CellEdges edges, CellGrid grid, PartTable parts, int firstCell, int endCell) {
        this.grid = grid;
        this.firstCell = firstCell;
        this.lines = new int[(endCell - firstCell) * CellLine.WORDS];
        this.ends = new int[endCell - firstCell];
        this.contents = new CellContents(rings, edges, parts.partOfRing());
        this.writer = new CellWriter(rings, contents, grid, parts.ordinalOfPart(), out);
    }

    BlockBuilder build() {
        for (int i = 0; i < ends.length; i++) {
            int cell = firstCell + i;
            contents.load(cell);
            int[] line = writer.write(cell % grid.columns(), cell / grid.columns());
            System.arraycopy(line, 0, lines, i * CellLine.WORDS, CellLine.WORDS);
            out.align(CellLine.WORDS);
            ends[i] = out.size();
        }
        out.trim();
        return this;
    }

    int size() {
        return ends.length;
    }

    /** The lines; their bases are places in the {@linkplain #out output}. */
    int[] lines() {
        return lines;
    }

    /** Where the block of a line begins: where the last one ends. */
    int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    int end(int number) {
        return ends[number];
    }

    IntWriter out() {
        return out;
    }
}
