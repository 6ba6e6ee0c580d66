package org.onemap.locate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;

/**
 * What lies in each top cell: the edges that touch it, by their first vertex, and the parts whose rings hold its centre,
 * both ascending. Built in two passes over the rings, counting and filling, by several threads. Immutable.
 *
 * <p>That a ring holds the centre is decided with rounding, and only where no edge of the ring touches the cell, so that it
 * lies half a cell away, may it be relied on.
 */
final class CellEdges {

    private static final double SLACK = 1e-6;

    private final int[] starts;
    private final int[] edges;
    private final int[] centreStarts;
    private final int[] centreParts;

    private CellEdges(int[] starts, int[] edges, int[] centreStarts, int[] centreParts) {
        this.starts = starts;
        this.edges = edges;
        this.centreStarts = centreStarts;
        this.centreParts = centreParts;
    }

    static CellEdges of(Rings rings, CellGrid grid) {
        int chunks = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), 8));
        Chunk[] all = new Chunk[chunks];
        IntStream.range(0, chunks).parallel().forEach(i -> {
            all[i] = new Chunk(rings, grid, partAt(rings, i, chunks), partAt(rings, i + 1, chunks));
            all[i].pass(null);
        });
        int[] starts = starts(all, grid.cells());
        int[] edges = new int[starts[grid.cells()]];
        IntStream.range(0, chunks).parallel().forEach(i -> all[i].pass(edges));
        int[] centreStarts = new int[grid.cells() + 1];
        int[] centreParts = centres(all, centreStarts);
        return new CellEdges(starts, edges, centreStarts, centreParts);
    }

    /** Where a chunk of about equal work begins. */
    private static int partAt(Rings rings, int chunk, int chunks) {
        if (chunk == chunks) {
            return rings.partCount();
        }
        long vertex = (long) rings.vertexCount() * chunk / chunks;
        int low = 0;
        int high = rings.partCount();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rings.firstVertex(rings.firstRing(middle)) < vertex) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Turns the counts of the chunks into the places where each begins to write. */
    private static int[] starts(Chunk[] chunks, int cells) {
        int[] starts = new int[cells + 1];
        long sum = 0;
        for (int cell = 0; cell < cells; cell++) {
            starts[cell] = (int) sum;
            for (Chunk chunk : chunks) {
                int count = chunk.places[cell];
                chunk.places[cell] = (int) sum;
                sum += count;
            }
            if (sum > Integer.MAX_VALUE - 8) {
                throw new InvalidInput("too many edges for one index; split the layer");
            }
        }
        starts[cells] = (int) sum;
        return starts;
    }

    private static int[] centres(Chunk[] chunks, int[] starts) {
        for (Chunk chunk : chunks) {
            chunk.centres.forEach((cell, part) -> starts[cell + 1]++);
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] parts = new int[starts[starts.length - 1]];
        for (Chunk chunk : chunks) {
            chunk.centres.forEach((cell, part) -> parts[next[cell]++] = part);
        }
        return parts;
    }

    int edgeStart(int cell) {
        return starts[cell];
    }

    /** First vertex of an edge; those of a cell stand from {@link #edgeStart} to that of the next cell. */
    int edge(int place) {
        return edges[place];
    }

    int centreStart(int cell) {
        return centreStarts[cell];
    }

    /** A part; those that hold the centre of a cell stand from {@link #centreStart} to that of the next cell. */
    int centrePart(int place) {
        return centreParts[place];
    }

    /** Some parts in a row, by one thread. */
    private static final class Chunk {

        private final Rings rings;
        private final CellGrid grid;
        private final int firstPart;
        private final int endPart;
        private final int[] places;
        private final CentreCells centres = new CentreCells();
        private final CellSpan span;
        private double[] xy = new double[512];

        private Chunk(Rings rings, CellGrid grid, int firstPart, int endPart) {
            this.rings = rings;
            this.grid = grid;
            this.firstPart = firstPart;
            this.endPart = endPart;
            this.places = new int[grid.cells()];
            this.span = new CellSpan(grid.columns(), grid.rows(), SLACK);
        }

        /** Counts where there is nothing to fill yet; then, too, looks for centres. */
        private void pass(int @Nullable [] edges) {
            for (int part = firstPart; part < endPart; part++) {
                for (int ring = rings.firstRing(part); ring < rings.firstRing(part + 1); ring++) {
                    int first = rings.firstVertex(ring);
                    int size = rings.firstVertex(ring + 1) - first;
                    load(first, size);
                    for (int i = 0; i + 1 < size; i++) {
                        span.set(xy[2 * i], xy[2 * i + 1], xy[2 * i + 2], xy[2 * i + 3]);
                        visit(first + i, edges);
                    }
                    if (edges == null) {
                        centres.addRing(xy, size);
                    }
                }
                if (edges == null) {
                    centres.finishPart(part, grid);
                }
            }
        }

        private void load(int first, int size) {
            if (xy.length < 2 * size) {
                xy = new double[Math.max(2 * size, 2 * xy.length)];
            }
            rings.copy(first, size, xy);
            double perDeg = grid.cellsPerDeg();
            for (int i = 0; i < 2 * size; i += 2) {
                xy[i] = (xy[i] - grid.westDeg()) * perDeg;
                xy[i + 1] = (xy[i + 1] - grid.southDeg()) * perDeg;
            }
        }

        private void visit(int vertex, int @Nullable [] edges) {
            for (int row = span.firstRow(); row <= span.lastRow(); row++) {
                span.row(row);
                for (int column = span.firstColumn(); column <= span.lastColumn(); column++) {
                    int place = places[row * grid.columns() + column]++;
                    if (edges != null) {
                        edges[place] = vertex;
                    }
                }
            }
        }
    }
}
