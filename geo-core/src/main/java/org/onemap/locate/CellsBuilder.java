package org.onemap.locate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.onemap.InvalidInput;

/** Builds {@link Cells} over rings, with all processors. */
final class CellsBuilder {

    /** Edges for which a top cell is worth its while where divisions have more than that. */
    private static final int EDGES_PER_CELL = 128;

    private static final int CELLS_PER_TASK = 2048;

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
        long cells = Math.max(rings.size(), rings.vertexCount() / EDGES_PER_CELL);
        return CellGrid.over(west, south, east, north, cells);
    }

    /** Lays the blocks side by side; none reaches over the end of a buffer. */
    private static Cells join(CellGrid grid, List<BlockBuilder> built) {
        LongBuffer top = ByteBuffer.allocateDirect(Long.BYTES * grid.cells())
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
        List<Placed> placed = place(built, top);
        List<IntBuffer> buffers = new ArrayList<>();
        int at = 0;
        while (at < placed.size()) {
            int end = at;
            int buffer = placed.get(at).buffer();
            int size = 0;
            while (end < placed.size() && placed.get(end).buffer() == buffer) {
                size += placed.get(end).size();
                end++;
            }
            IntBuffer into = ByteBuffer.allocateDirect(Integer.BYTES * size)
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer();
            placed.subList(at, end).forEach(run -> run.writeTo(into));
            buffers.add(into.clear().asReadOnlyBuffer());
            at = end;
        }
        return new Cells(grid, top.clear().asReadOnlyBuffer(), buffers.toArray(IntBuffer[]::new));
    }

    private static List<Placed> place(List<BlockBuilder> built, LongBuffer top) {
        List<Placed> placed = new ArrayList<>();
        int buffer = 0;
        int used = 0;
        for (BlockBuilder task : built) {
            long[] words = task.words();
            int from = 0;
            for (int i = 0; i < words.length; i++) {
                if (!Cells.isBlock(words[i])) {
                    top.put(words[i]);
                    continue;
                }
                int base = Cells.base(words[i]);
                int end = end(task, i);
                if (end - base > 1 << Cells.BUFFER_SHIFT) {
                    throw new InvalidInput("too many edges in one spot for an index; split the layer");
                }
                if (used + (end - base) > 1 << Cells.BUFFER_SHIFT) {
                    placed.add(new Placed(buffer, task.out(), from, base));
                    from = base;
                    buffer++;
                    used = 0;
                }
                top.put(Cells.block(((long) buffer << Cells.BUFFER_SHIFT) + used, Cells.bits(words[i])));
                used += end - base;
            }
            placed.add(new Placed(buffer, task.out(), from, task.out().size()));
        }
        return placed.stream().filter(run -> run.size() > 0).toList();
    }

    /** Where the block of a cell ends: where the next one begins. */
    private static int end(BlockBuilder task, int cell) {
        long[] words = task.words();
        for (int next = cell + 1; next < words.length; next++) {
            if (Cells.isBlock(words[next])) {
                return Cells.base(words[next]);
            }
        }
        return task.out().size();
    }

    /** A run of numbers that go into a buffer. */
    private record Placed(int buffer, IntWriter from, int start, int end) {

        int size() {
            return end - start;
        }

        void writeTo(IntBuffer into) {
            from.writeTo(into, start, end);
        }
    }
}
