package org.onemap.locate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.onemap.InvalidInput;

/** Builds {@link Cells} over rings, with all processors. */
final class CellsBuilder {

    /** Vertices to a top cell: with fewer of them more positions are answered by the line, but the lines fill the cache. */
    private static final int VERTICES_PER_CELL = 56;

    /** As long as there are no more than so many top cells, all of it lies in a cache, and they may be smaller. */
    private static final int FEW_CELLS = 2048;

    private static final int FEWEST_VERTICES_PER_CELL = 20;

    /** At least so many: a line has room for few divisions. */
    private static final double CELLS_PER_DIVISION = 0.7;

    private static final int CELLS_PER_TASK = 2048;
    private static final int CACHE_LINE = Integer.BYTES * CellLine.WORDS;
    private static final int BUFFER_WORDS = 1 << (Cells.BUFFER_SHIFT + SubCell.WORDS_BITS);

    private CellsBuilder() {}

    static Cells build(Rings rings) {
        CellGrid grid = grid(rings);
        CellEdges edges = CellEdges.of(rings, grid);
        PartTable parts = PartTable.of(rings);
        int tasks = (grid.cells() + CELLS_PER_TASK - 1) / CELLS_PER_TASK;
        List<BlockBuilder> built = IntStream.range(0, tasks)
                .parallel()
                .mapToObj(task -> new BlockBuilder(
                                rings,
                                edges,
                                grid,
                                parts,
                                task * CELLS_PER_TASK,
                                Math.min(grid.cells(), (task + 1) * CELLS_PER_TASK))
                        .build())
                .toList();
        return join(grid, built);
    }

    private static CellGrid grid(Rings rings) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int block = 0; block < rings.blockCount(); block++) {
            west = Math.min(west, rings.box(block, 0));
            south = Math.min(south, rings.box(block, 1));
            east = Math.max(east, rings.box(block, 2));
            north = Math.max(north, rings.box(block, 3));
        }
        if (rings.blockCount() == 0) {
            return CellGrid.over(0, 0, 0, 0, 1);
        }
        return CellGrid.over(west, south, east, north, cells(rings.size(), rings.vertexCount()));
    }

    private static long cells(int divisions, int vertices) {
        int few = Math.min(vertices / FEWEST_VERTICES_PER_CELL, FEW_CELLS);
        int byVertices = vertices / VERTICES_PER_CELL;
        int byDivisions = (int) (divisions * CELLS_PER_DIVISION);
        return Math.max(few, Math.max(byDivisions, byVertices));
    }

    /** Lays the blocks side by side; none reaches over the end of a buffer. */
    private static Cells join(CellGrid grid, List<BlockBuilder> built) {
        IntBuffer top = ints(grid.cells() * CellLine.WORDS);
        List<Run> runs = new ArrayList<>();
        int buffer = 0;
        int used = 0;
        for (BlockBuilder task : built) {
            int[] lines = task.lines();
            int from = 0;
            for (int i = 0; i < task.size(); i++) {
                int size = task.end(i) - task.start(i);
                if (size > BUFFER_WORDS) {
                    throw new InvalidInput("too many edges in one spot for an index; split the layer");
                }
                if (used + size > BUFFER_WORDS) {
                    runs.add(new Run(buffer, task.out(), from, task.start(i)));
                    from = task.start(i);
                    buffer++;
                    used = 0;
                }
                int at = i * CellLine.WORDS + CellLine.BASE;
                int place = size == 0 ? 0 : used + lines[at] - task.start(i);
                lines[at] = (buffer << Cells.BUFFER_SHIFT) + (place >>> SubCell.WORDS_BITS);
                used += size;
            }
            runs.add(new Run(buffer, task.out(), from, task.out().size()));
            top.put(lines);
        }
        IntBuffer[] records = IntStream.rangeClosed(0, buffer)
                .mapToObj(number -> joined(
                        runs.stream().filter(run -> run.buffer() == number).toList()))
                .toArray(IntBuffer[]::new);
        return new Cells(grid, top.clear().asReadOnlyBuffer(), records);
    }

    private static IntBuffer joined(List<Run> runs) {
        IntBuffer into = ints(runs.stream().mapToInt(Run::size).sum());
        runs.forEach(run -> run.writeTo(into));
        return into.clear().asReadOnlyBuffer();
    }

    /** Room that begins with a cache line, and is not less than one. */
    private static IntBuffer ints(int size) {
        int bytes = Math.max(CACHE_LINE, Math.multiplyExact(Integer.BYTES, size));
        return ByteBuffer.allocateDirect(Math.addExact(bytes, CACHE_LINE))
                .alignedSlice(CACHE_LINE)
                .limit(bytes)
                .slice()
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
    }

    /** A run of numbers that go into a buffer. */
    private record Run(int buffer, IntWriter from, int start, int end) {

        int size() {
            return end - start;
        }

        void writeTo(IntBuffer into) {
            from.writeTo(into, start, end);
        }
    }
}
