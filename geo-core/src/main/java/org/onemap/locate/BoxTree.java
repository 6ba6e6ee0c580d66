package org.onemap.locate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Envelope;

/**
 * A packed R-tree for nearest-neighbour search under a metric that is not that of the plane: the caller says how near a
 * box can be at least. (JTS STRtree knows only plane distances between boxes.) Immutable.
 *
 * @param <T> what is found
 */
final class BoxTree<T> {

    private static final int FAN_OUT = 8;

    private final List<Node<T>> top;

    BoxTree(List<T> items, Function<T, Envelope> box) {
        List<Node<T>> level = new ArrayList<>(items.size());
        for (T item : items) {
            level.add(new Node<>(box.apply(item), List.of(), item));
        }
        tile(level);
        while (level.size() > FAN_OUT) {
            List<Node<T>> above = new ArrayList<>(level.size() / FAN_OUT + 1);
            for (int from = 0; from < level.size(); from += FAN_OUT) {
                above.add(Node.over(level.subList(from, Math.min(from + FAN_OUT, level.size()))));
            }
            level = above;
        }
        this.top = List.copyOf(level);
    }

    /** Sorts leaves into vertical slices and each slice upwards, so that neighbours in the list are neighbours. */
    private static <T> void tile(List<Node<T>> leaves) {
        leaves.sort(Comparator.comparingDouble(node -> node.box.getMinX() + node.box.getMaxX()));
        int groups = (leaves.size() + FAN_OUT - 1) / FAN_OUT;
        int slices = Math.max(1, (int) Math.ceil(Math.sqrt(groups)));
        int perSlice = Math.max(1, (groups + slices - 1) / slices * FAN_OUT);
        for (int from = 0; from < leaves.size(); from += perSlice) {
            leaves.subList(from, Math.min(from + perSlice, leaves.size()))
                    .sort(Comparator.comparingDouble(node -> node.box.getMinY() + node.box.getMaxY()));
        }
    }

    /**
     * Visits items until none can be nearer than the best.
     *
     * @param atLeast how near anything in a box can be
     * @param distance of an item; it may give any larger value than the best so far for one that is not nearer
     * @return the smallest distance; infinity for an empty tree
     */
    double nearest(ToDoubleFunction<Envelope> atLeast, Distance<T> distance) {
        return nearest(top, atLeast, distance, Double.POSITIVE_INFINITY);
    }

    private double nearest(
            List<Node<T>> nodes, ToDoubleFunction<Envelope> atLeast, Distance<T> distance, double bestSoFar) {
        double best = bestSoFar;
        double[] bounds = new double[nodes.size()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = atLeast.applyAsDouble(nodes.get(i).box);
        }
        for (int i = nextWithin(bounds, best); i >= 0; i = nextWithin(bounds, best)) {
            bounds[i] = Double.POSITIVE_INFINITY;
            Node<T> node = nodes.get(i);
            best = node.children.isEmpty()
                    ? Math.min(best, distance.of(node.item, best))
                    : nearest(node.children, atLeast, distance, best);
        }
        return best;
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

    /**
     * The distance of an item.
     *
     * @param <T> what is found
     */
    interface Distance<T> {
        double of(T item, double best);
    }

    private record Node<T>(Envelope box, List<Node<T>> children, T item) {

        static <T> Node<T> over(List<Node<T>> children) {
            Envelope box = new Envelope();
            children.forEach(child -> box.expandToInclude(child.box));
            return new Node<>(box, List.copyOf(children), children.get(0).item);
        }
    }
}
