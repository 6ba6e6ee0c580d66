package org.onemap.division.partition;

import java.util.Optional;
import java.util.SplittableRandom;

/** Cuts a connected graph into two connected sides at an edge of a random spanning tree. Confined to one thread. */
final class Bisection {

    private final WeightedGraph graph;
    private final SpanningTree tree;
    private final boolean[] below;
    private final int leastFirst;
    private final int leastSecond;

    /** A graph to cut, and how many nodes each side needs at least. */
    Bisection(WeightedGraph graph, int leastFirst, int leastSecond) {
        this.graph = graph;
        this.leastFirst = leastFirst;
        this.leastSecond = leastSecond;
        this.tree = new SpanningTree(graph);
        this.below = new boolean[graph.size()];
    }

    /**
     * The best cut met in some random trees.
     *
     * @param wanted what the second side should be
     * @param trees how many trees to draw
     * @return empty if the graph is not connected or no tree has a cut within the tolerance
     */
    Optional<Halves> cut(Wanted wanted, int trees, SplittableRandom random) {
        double total = graph.totalLoad();
        Halves best = new Halves(new boolean[0], Double.MAX_VALUE);
        for (int i = 0; i < trees; i++) {
            if (!tree.draw(random)) {
                return Optional.empty();
            }
            for (int at = 1; at < tree.order.length; at++) {
                double load = tree.subtree[tree.order[at]];
                double inside = Math.abs(load - wanted.load()) / wanted.unit();
                double outside = Math.abs(total - load - wanted.load()) / wanted.unit();
                boolean complement = outside < inside;
                double off = Math.min(inside, outside);
                if (off <= wanted.tolerance()
                        && wanted.balanceWeight() * off * off < best.price()
                        && hasNodes(tree.nodes[tree.order[at]], complement)) {
                    best = better(best, at, complement, wanted, off);
                }
            }
        }
        return best.second().length == 0 ? Optional.empty() : Optional.of(best);
    }

    private boolean hasNodes(int inside, boolean complement) {
        int outside = graph.size() - inside;
        return complement
                ? outside >= leastSecond && inside >= leastFirst
                : inside >= leastSecond && outside >= leastFirst;
    }

    private Halves better(Halves best, int at, boolean complement, Wanted wanted, double off) {
        double cut = markBelow(at);
        double price = cut + wanted.balanceWeight() * off * off;
        if (price >= best.price()) {
            return best;
        }
        boolean[] second = new boolean[below.length];
        for (int v = 0; v < second.length; v++) {
            second[v] = below[v] != complement;
        }
        return new Halves(second, price);
    }

    /** Marks the subtree at this place of the order; the cost of its cut. */
    private double markBelow(int at) {
        int[] order = tree.order;
        for (int i = 0; i < at; i++) {
            below[order[i]] = false;
        }
        below[order[at]] = true;
        for (int i = at + 1; i < order.length; i++) {
            below[order[i]] = below[tree.parent[order[i]]];
        }
        double cut = 0;
        for (int i = at; i < order.length; i++) {
            int v = order[i];
            for (int arc = graph.start[v]; below[v] && arc < graph.start[v + 1]; arc++) {
                cut += below[graph.head[arc]] ? 0 : graph.cost[arc];
            }
        }
        return cut;
    }

    /**
     * What is wanted of a cut.
     *
     * @param load load of the second side
     * @param unit what a deviation is measured against
     * @param tolerance greatest deviation, in units
     * @param balanceWeight price of a deviation: weight × deviation²
     */
    record Wanted(double load, double unit, double tolerance, double balanceWeight) {}

    /** Two connected sides. */
    static final class Halves {

        private final boolean[] second;
        private final double price;

        Halves(boolean[] second, double price) {
            this.second = second;
            this.price = price;
        }

        /** Whether each node is on the second side. */
        boolean[] second() {
            return second;
        }

        /** Cost of the cut and price of the deviation. */
        double price() {
            return price;
        }
    }
}
