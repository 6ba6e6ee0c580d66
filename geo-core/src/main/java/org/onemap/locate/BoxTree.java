package org.onemap.locate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * A packed R-tree over the blocks of {@link Rings}, for nearest-neighbour search under a metric that is not that of the
 * plane: the caller says how near a box can be at least. (JTS STRtree knows only plane distances between boxes.) Blocks stand
 * along a Hilbert curve; each node is {@value #FAN_OUT} in a row of what stands below it. The boxes of the blocks are kept once
 * more in that order, so that those of a node lie side by side: reading them from {@link Rings} cost most of a search. Immutable.
 */
final class BoxTree {

    static final int FAN_OUT = 16;

    private static final int HILBERT_BITS = 16;

    private final Rings rings;
    private final IntBuffer order;
    /** Of the blocks, along the curve; then of the nodes. */
    private final FloatBuffer boxes;

    /** First node of each level above the blocks, counted in nodes; then the end. */
    private final int[] levels;

    BoxTree(Rings rings, IntBuffer order, FloatBuffer boxes) {
        this.rings = rings;
        this.order = order;
        this.boxes = boxes;
        this.levels = levels(rings.blockCount());
    }

    static BoxTree of(Rings rings) {
        IntBuffer order = ByteBuffer.allocateDirect(Integer.BYTES * rings.blockCount())
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        order.put(alongTheCurve(rings)).clear();
        int[] levels = levels(rings.blockCount());
        FloatBuffer boxes = ByteBuffer.allocateDirect(Math.multiplyExact(4 * Float.BYTES, boxes(rings.blockCount())))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < rings.blockCount(); i++) {
            for (int side = 0; side < 4; side++) {
                boxes.put(rings.box(order.get(i), side));
            }
        }
        BoxTree below = new BoxTree(rings, order, boxes);
        for (int level = 0; level + 1 < levels.length; level++) {
            for (int node = levels[level]; node < levels[level + 1]; node++) {
                below.putBoxAround(level, node - levels[level]);
            }
        }
        return new BoxTree(rings, order.asReadOnlyBuffer(), boxes.clear().asReadOnlyBuffer());
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
        return level == 0 ? rings.blockCount() : levels[level] - levels[level - 1];
    }

    /** A side of a node; below level 0 are the blocks. */
    private float box(int level, int number, int side) {
        int before = level < 0 ? 0 : rings.blockCount() + levels[level];
        return boxes.get(4 * (before + number) + side);
    }

    IntBuffer order() {
        return order;
    }

    FloatBuffer boxes() {
        return boxes;
    }

    /** How near anything in a box can be. */
    interface Bound {
        double atLeast(double west, double south, double east, double north);
    }

    /** The distance of a block; it may give any larger value than the best so far for one that is not nearer. */
    interface Distance {
        double of(int block, double best);
    }

    /**
     * Visits blocks until none can be nearer than the best.
     *
     * @return the smallest distance; infinity for an empty tree
     */
    double nearest(Bound bound, Distance distance) {
        return rings.blockCount() == 0
                ? Double.POSITIVE_INFINITY
                : nearest(levels.length - 2, 0, bound, distance, Double.POSITIVE_INFINITY);
    }

    private double nearest(int level, int node, Bound bound, Distance distance, double bestSoFar) {
        int first = node * FAN_OUT;
        int size = Math.min(sizeBelow(level) - first, FAN_OUT);
        double[] bounds = new double[size];
        for (int i = 0; i < size; i++) {
            bounds[i] = bound.atLeast(
                    box(level - 1, first + i, 0),
                    box(level - 1, first + i, 1),
                    box(level - 1, first + i, 2),
                    box(level - 1, first + i, 3));
        }
        double best = bestSoFar;
        for (int i = nextWithin(bounds, best); i >= 0; i = nextWithin(bounds, best)) {
            bounds[i] = Double.POSITIVE_INFINITY;
            best = level == 0
                    ? Math.min(best, distance.of(order.get(first + i), best))
                    : nearest(level - 1, first + i, bound, distance, best);
        }
        return best;
    }

    /** Visits the blocks whose boxes meet a box. */
    void forEachWithin(Envelope reach, IntConsumer action) {
        if (rings.blockCount() > 0) {
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
                action.accept(order.get(child));
            } else if (!apart) {
                visit(level - 1, child, reach, action);
            }
        }
    }

    private static int nextWithin(double[] bounds, double best) {
        int next = -1;
        double least = best;
        for (int i = 0; i < bounds.length; i++) {
            if (bounds[i] < least) {
                least = bounds[i];
                next = i;
            }
        }
        return next;
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
