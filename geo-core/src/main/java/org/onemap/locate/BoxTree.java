package org.onemap.locate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * A packed R-tree over the blocks of {@link Rings}, for nearest-neighbour search under a metric that is not that of the
 * plane: the caller says how near a box can be at least. (JTS STRtree knows only plane distances between boxes.) Blocks stand
 * along a Hilbert curve; each node is {@value #FAN_OUT} in a row of what stands below it. The boxes of the blocks are kept once
 * more in that order, so that those of a node lie side by side: reading them from {@link Rings} cost most of a search. So does
 * the place of each block: its ring, first vertex and number of edges in one number, instead of a search for its ring. Immutable.
 */
final class BoxTree {

    static final int FAN_OUT = 16;

    private static final int HILBERT_BITS = 16;

    private static final int VERTEX_BITS = 31;
    private static final int EDGE_BITS = 4;
    private static final int RING_SHIFT = VERTEX_BITS + EDGE_BITS; // a ring has four vertices or more: 29 bits do

    private final int blocks;
    private final LongBuffer places;
    /** Of the blocks, along the curve; then of the nodes. */
    private final FloatBuffer boxes;

    /** First node of each level above the blocks, counted in nodes; then the end. */
    private final int[] levels;

    BoxTree(LongBuffer places, FloatBuffer boxes) {
        this.blocks = places.capacity();
        this.places = places;
        this.boxes = boxes;
        this.levels = levels(blocks);
    }

    static BoxTree of(Rings rings) {
        int blocks = rings.blockCount();
        int[] order = alongTheCurve(rings);
        long[] placesByBlock = places(rings);
        LongBuffer places = direct(Math.multiplyExact(Long.BYTES, blocks)).asLongBuffer();
        int[] levels = levels(blocks);
        FloatBuffer boxes =
                direct(Math.multiplyExact(4 * Float.BYTES, boxes(blocks))).asFloatBuffer();
        for (int block : order) {
            places.put(placesByBlock[block]);
            for (int side = 0; side < 4; side++) {
                boxes.put(rings.box(block, side));
            }
        }
        BoxTree below = new BoxTree(places.clear(), boxes);
        for (int level = 0; level + 1 < levels.length; level++) {
            for (int node = levels[level]; node < levels[level + 1]; node++) {
                below.putBoxAround(level, node - levels[level]);
            }
        }
        return new BoxTree(places.asReadOnlyBuffer(), boxes.clear().asReadOnlyBuffer());
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private static long[] places(Rings rings) {
        long[] places = new long[rings.blockCount()];
        for (int ring = 0; ring < rings.ringCount(); ring++) {
            for (int block = rings.firstBlock(ring); block < rings.firstBlock(ring + 1); block++) {
                int first = rings.firstVertex(ring, block);
                int edges = rings.lastVertex(ring, first) - first;
                places[block] = (long) ring << RING_SHIFT | (long) (edges - 1) << VERTEX_BITS | first;
            }
        }
        return places;
    }

    /** The ring of a block. */
    static int ring(long place) {
        return (int) (place >>> RING_SHIFT);
    }

    /** The vertex with which a block begins. */
    static int firstVertex(long place) {
        return (int) place & Integer.MAX_VALUE;
    }

    /** How many edges a block has, 1 to {@value Rings#BLOCK}. */
    static int edges(long place) {
        return 1 + (int) (place >>> VERTEX_BITS & (1 << EDGE_BITS) - 1);
    }

    /** How many boxes the tree over so many blocks has. */
    private static int boxes(int blocks) {
        int[] levels = levels(blocks);
        return blocks + levels[levels.length - 1];
    }

    private static int[] levels(int blocks) {
        int[] levels = new int[10];
        int count = 0;
        int size = blocks;
        while (size > 1 || count == 0) {
            size = (size + FAN_OUT - 1) / FAN_OUT;
            levels[count + 1] = levels[count] + size;
            count++;
        }
        return Arrays.copyOf(levels, count + 1);
    }

    private void putBoxAround(int level, int node) {
        float[] around = {
            Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY
        };
        for (int child = node * FAN_OUT; child < Math.min(sizeBelow(level), (node + 1) * FAN_OUT); child++) {
            around[0] = Math.min(around[0], box(level - 1, child, 0));
            around[1] = Math.min(around[1], box(level - 1, child, 1));
            around[2] = Math.max(around[2], box(level - 1, child, 2));
            around[3] = Math.max(around[3], box(level - 1, child, 3));
        }
        boxes.put(around);
    }

    private int sizeBelow(int level) {
        return level == 0 ? blocks : levels[level] - levels[level - 1];
    }

    /** A side of a node; below level 0 are the blocks. */
    private float box(int level, int number, int side) {
        int before = level < 0 ? 0 : blocks + levels[level];
        return boxes.get(4 * (before + number) + side);
    }

    LongBuffer places() {
        return places;
    }

    FloatBuffer boxes() {
        return boxes;
    }

    /** What a search looks for. Confined to one thread. */
    interface Search {

        /** Grows with the least distance that anything in a box can have. */
        double key(double west, double south, double east, double north);

        /** What has this key or a larger one need not be looked at; it falls as nearer things are found. */
        double limit();

        /** Looks at a block. */
        void visit(long place);
    }

    /** Visits the blocks below the limit, those of the lowest key first within each node. */
    void search(Search search) {
        if (blocks > 0) {
            search(levels.length - 2, 0, search);
        }
    }

    private void search(int level, int node, Search search) {
        int first = node * FAN_OUT;
        int size = Math.min(sizeBelow(level) - first, FAN_OUT);
        int at = 4 * (first + (level == 0 ? 0 : blocks + levels[level - 1]));
        double[] keys = new double[size];
        for (int i = 0; i < size; i++, at += 4) {
            keys[i] = search.key(boxes.get(at), boxes.get(at + 1), boxes.get(at + 2), boxes.get(at + 3));
        }
        for (int i = lowest(keys, search.limit()); i >= 0; i = lowest(keys, search.limit())) {
            keys[i] = Double.POSITIVE_INFINITY;
            if (level == 0) {
                search.visit(places.get(first + i));
            } else {
                search(level - 1, first + i, search);
            }
        }
    }

    /** Visits the rings of the blocks whose boxes meet a box. */
    void forEachWithin(Envelope reach, IntConsumer action) {
        if (blocks > 0) {
            visit(levels.length - 2, 0, reach, action);
        }
    }

    private void visit(int level, int node, Envelope reach, IntConsumer action) {
        int first = node * FAN_OUT;
        for (int child = first; child < Math.min(sizeBelow(level), first + FAN_OUT); child++) {
            boolean apart = box(level - 1, child, 0) > reach.getMaxX()
                    || box(level - 1, child, 1) > reach.getMaxY()
                    || box(level - 1, child, 2) < reach.getMinX()
                    || box(level - 1, child, 3) < reach.getMinY();
            if (!apart && level == 0) {
                action.accept(ring(places.get(child)));
            } else if (!apart) {
                visit(level - 1, child, reach, action);
            }
        }
    }

    private static int lowest(double[] keys, double limit) {
        int lowest = -1;
        double least = limit;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] < least) {
                least = keys[i];
                lowest = i;
            }
        }
        return lowest;
    }

    private static int[] alongTheCurve(Rings rings) {
        int blocks = rings.blockCount();
        float west = Float.POSITIVE_INFINITY;
        float south = Float.POSITIVE_INFINITY;
        float east = Float.NEGATIVE_INFINITY;
        float north = Float.NEGATIVE_INFINITY;
        for (int block = 0; block < blocks; block++) {
            west = Math.min(west, rings.box(block, 0));
            south = Math.min(south, rings.box(block, 1));
            east = Math.max(east, rings.box(block, 2));
            north = Math.max(north, rings.box(block, 3));
        }
        double side = Math.max(Math.max(east - west, north - south), Float.MIN_NORMAL);
        double scale = ((1 << HILBERT_BITS) - 1) / side / 2;
        double x = west * 2.0;
        double y = south * 2.0;
        long[] keys = IntStream.range(0, blocks)
                .parallel()
                .mapToLong(block -> hilbert((int) ((rings.box(block, 0) + rings.box(block, 2) - x) * scale), (int)
                                        ((rings.box(block, 1) + rings.box(block, 3) - y) * scale))
                                << 31
                        | block)
                .toArray();
        Arrays.parallelSort(keys);
        int[] order = new int[blocks];
        Arrays.setAll(order, i -> (int) (keys[i] & Integer.MAX_VALUE));
        return order;
    }

    /** How far along the Hilbert curve a cell lies. Hilbert, Math. Ann. 38 (1891). */
    private static long hilbert(int cellX, int cellY) {
        int x = cellX;
        int y = cellY;
        long along = 0;
        for (int side = 1 << (HILBERT_BITS - 1); side > 0; side >>= 1) {
            int east = (x & side) > 0 ? 1 : 0;
            int north = (y & side) > 0 ? 1 : 0;
            along = along * 4 + ((3 * east) ^ north);
            if (north == 0) {
                int turned = east == 1 ? side - 1 - (x & (side - 1)) : x & (side - 1);
                x = east == 1 ? side - 1 - (y & (side - 1)) : y & (side - 1);
                y = turned;
            }
        }
        return along;
    }
}
