package org.onemap.locate;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Location;

/**
 * The exact rings of all divisions outside the heap, in ascending ordinal; each is cut into blocks of consecutive segments
 * with their boxes, so that most segments are passed over. Immutable.
 *
 * <p>A division has parts (polygons), a part has rings (the shell first), a ring has vertices (the first again at the
 * end). Each table holds where the next thing begins, and one entry more for the end.
 */
final class Rings {

    /** Segments in a block. */
    static final int BLOCK = 16;

    /** Doubles in one buffer: whole vertices, below the 2 GB that a buffer can hold. */
    static final int BUFFER_SHIFT = 27;

    private static final int ON_SEGMENT = -1;
    private static final int BUFFER_MASK = (1 << BUFFER_SHIFT) - 1;

    private final IntBuffer parts;
    private final IntBuffer rings;
    private final IntBuffer vertices;
    private final IntBuffer blocks;
    private final FloatBuffer boxes;
    private final DoubleBuffer[] xy;

    Rings(Tables tables, FloatBuffer boxes, DoubleBuffer[] xy) {
        this.parts = tables.parts();
        this.rings = tables.rings();
        this.vertices = tables.vertices();
        this.blocks = tables.blocks();
        this.boxes = boxes;
        this.xy = xy.clone();
    }

    /**
     * Where things begin.
     *
     * @param parts first part of each division
     * @param rings first ring of each part
     * @param vertices first vertex of each ring
     * @param blocks first block of each ring
     */
    record Tables(IntBuffer parts, IntBuffer rings, IntBuffer vertices, IntBuffer blocks) {}

    Tables tables() {
        return new Tables(parts, rings, vertices, blocks);
    }

    FloatBuffer boxes() {
        return boxes;
    }

    DoubleBuffer[] coordinates() {
        return xy.clone();
    }

    int size() {
        return parts.capacity() - 1;
    }

    int partCount() {
        return rings.capacity() - 1;
    }

    int ringCount() {
        return vertices.capacity() - 1;
    }

    int vertexCount() {
        return vertices.get(ringCount());
    }

    int blockCount() {
        return blocks.get(ringCount());
    }

    long byteSize() {
        long tables = (long) parts.capacity() + rings.capacity() + vertices.capacity() + blocks.capacity();
        return Integer.BYTES * tables + Float.BYTES * (long) boxes.capacity() + 2L * Double.BYTES * vertexCount();
    }

    int firstPart(int ordinal) {
        return parts.get(ordinal);
    }

    int firstRing(int part) {
        return rings.get(part);
    }

    int firstVertex(int ring) {
        return vertices.get(ring);
    }

    int firstBlock(int ring) {
        return blocks.get(ring);
    }

    /** The ring that a vertex belongs to. */
    int ringOf(int vertex) {
        return last(vertices, vertex);
    }

    /** The division that a ring belongs to. */
    int ordinalOf(int ring) {
        return last(parts, last(rings, ring));
    }

    /** The last thing that begins at a number or before it. */
    private static int last(IntBuffer starts, int number) {
        int low = 0;
        int high = starts.capacity() - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts.get(middle) <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** First vertex of a block of a ring. */
    int firstVertex(int ring, int block) {
        return vertices.get(ring) + (block - blocks.get(ring)) * BLOCK;
    }

    /** Last vertex of the block that begins at a vertex; the first one of the next block. */
    int lastVertex(int ring, int first) {
        return Math.min(first + BLOCK, vertices.get(ring + 1) - 1);
    }

    /** West, south, east or north (0 to 3) of a block, rounded outwards. */
    float box(int block, int side) {
        return boxes.get(4 * block + side);
    }

    double x(int vertex) {
        long at = 2L * vertex;
        return xy[(int) (at >>> BUFFER_SHIFT)].get((int) at & BUFFER_MASK);
    }

    double y(int vertex) {
        long at = 2L * vertex + 1;
        return xy[(int) (at >>> BUFFER_SHIFT)].get((int) at & BUFFER_MASK);
    }

    /** Copies vertices from the first on; {@code into} takes longitude, latitude, … */
    void copy(int firstVertex, int count, double[] into) {
        int done = 0;
        while (done < 2 * count) {
            long at = 2L * firstVertex + done;
            int offset = (int) at & BUFFER_MASK;
            int step = Math.min(2 * count - done, BUFFER_MASK + 1 - offset);
            xy[(int) (at >>> BUFFER_SHIFT)].get(offset, into, done, step);
            done += step;
        }
    }

    /**
     * Where a position lies to a division: {@link Location#INTERIOR}, {@code BOUNDARY} or {@code EXTERIOR}, as JTS
     * {@code covers} has it: the interior of any part counts before the boundary of another.
     */
    int locate(int ordinal, double x, double y) {
        int best = Location.EXTERIOR;
        int end = parts.get(ordinal + 1);
        for (int part = parts.get(ordinal); part < end; part++) {
            int location = locateInPart(part, x, y);
            if (location == Location.INTERIOR) {
                return location;
            }
            best = location == Location.BOUNDARY ? location : best;
        }
        return best;
    }

    /** As JTS {@code PointLocator} does it: shell first, then the holes in their order. */
    int locateInPart(int part, double x, double y) {
        int ring = rings.get(part);
        int end = rings.get(part + 1);
        int inShell = locateInRing(ring, x, y);
        if (inShell != Location.INTERIOR) {
            return inShell;
        }
        for (ring++; ring < end; ring++) {
            int inHole = locateInRing(ring, x, y);
            if (inHole != Location.EXTERIOR) {
                return inHole == Location.BOUNDARY ? Location.BOUNDARY : Location.EXTERIOR;
            }
        }
        return Location.INTERIOR;
    }

    private int locateInRing(int ring, double x, double y) {
        int last = vertices.get(ring + 1) - 1;
        int crossings = 0;
        int block = blocks.get(ring);
        for (int first = vertices.get(ring); first < last; first += BLOCK, block++) {
            if (boxes.get(4 * block + 1) > y || boxes.get(4 * block + 3) < y || boxes.get(4 * block + 2) < x) {
                continue; // cannot touch the ray to the east
            }
            int found = crossings(first, Math.min(first + BLOCK, last), x, y);
            if (found == ON_SEGMENT) {
                return Location.BOUNDARY;
            }
            crossings += found;
        }
        return (crossings & 1) == 1 ? Location.INTERIOR : Location.EXTERIOR;
    }

    private int crossings(int first, int last, double x, double y) {
        int crossings = 0;
        double fromX = x(first);
        double fromY = y(first);
        for (int vertex = first + 1; vertex <= last; vertex++) {
            double toX = x(vertex);
            double toY = y(vertex);
            int crossed = crossed(toX, toY, fromX, fromY, x, y);
            if (crossed == ON_SEGMENT) {
                return ON_SEGMENT;
            }
            crossings += crossed;
            fromX = toX;
            fromY = toY;
        }
        return crossings;
    }

    /** JTS {@code RayCrossingCounter.countSegment} without objects; the order of the arguments is that of JTS as well. */
    private static int crossed(double x1, double y1, double x2, double y2, double x, double y) {
        if (x1 < x && x2 < x) {
            return 0;
        }
        if (x == x2 && y == y2) {
            return ON_SEGMENT;
        }
        if (y1 == y && y2 == y) {
            return x >= Math.min(x1, x2) && x <= Math.max(x1, x2) ? ON_SEGMENT : 0;
        }
        if ((y1 > y) == (y2 > y)) {
            return 0;
        }
        int side = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
        if (side == 0) {
            return ON_SEGMENT;
        }
        return (y2 < y1 ? -side : side) == 1 ? 1 : 0;
    }
}
