package org.onemap.division.partition;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A first partition: halves, and halves of halves, each connected and near its target. Confined to one thread. */
final class RecursiveBisection {

    private static final double FIRST_TOLERANCE = 0.02;
    private static final double WIDENING = 2.5;
    private static final double WIDEST = 1e4;

    private final WeightedGraph graph;
    private final double[] targets;
    private final int[] least;
    private final int trees;
    private final SplittableRandom random;
    private final int[] part;

    private RecursiveBisection(WeightedGraph graph, double[] targets, int[] least, int trees, SplittableRandom random) {
        this.graph = graph;
        this.targets = targets;
        this.least = least;
        this.trees = trees;
        this.random = random;
        this.part = new int[graph.size()];
    }

    /**
     * A partition into connected parts, one for each target.
     *
     * @param graph connected over open edges, with at least as many nodes as targets
     * @return the part of each node
     */
    static int[] partition(WeightedGraph graph, double[] targets, int trees, SplittableRandom random) {
        int[] ones = new int[targets.length];
        Arrays.fill(ones, 1);
        return partition(graph, targets, ones, trees, random);
    }

    /**
     * A partition into connected parts of at least so many nodes, one for each target.
     *
     * @param graph connected over open edges
     * @param least how many nodes each part needs
     * @return the part of each node
     */
    static int[] partition(WeightedGraph graph, double[] targets, int[] least, int trees, SplittableRandom random) {
        if (graph.size() < Arrays.stream(least).sum()) {
            throw new IllegalArgumentException(
                    graph.size() + " nodes for " + targets.length + " parts of " + Arrays.toString(least) + " nodes");
        }
        RecursiveBisection run = new RecursiveBisection(graph, targets, least, trees, random);
        int[] all = new int[graph.size()];
        Arrays.setAll(all, i -> i);
        run.cut(all, 0, targets.length);
        return run.part;
    }

    private void cut(int[] nodes, int low, int high) {
        if (high - low == 1) {
            for (int v : nodes) {
                part[v] = low;
            }
            return;
        }
        int middle = (low + high) / 2;
        boolean[] second = halves(graph.induced(nodes), low, middle, high);
        int[] places = new int[nodes.length];
        Arrays.setAll(places, i -> i);
        cut(Arrays.stream(places).filter(i -> !second[i]).map(i -> nodes[i]).toArray(), low, middle);
        cut(Arrays.stream(places).filter(i -> second[i]).map(i -> nodes[i]).toArray(), middle, high);
    }

    private boolean[] halves(WeightedGraph piece, int low, int middle, int high) {
        double first = Arrays.stream(targets, low, middle).sum();
        double second = Arrays.stream(targets, middle, high).sum();
        double total = piece.totalLoad();
        double unit = total > 0 ? total / (high - low) : 1;
        Bisection bisection = new Bisection(
                piece,
                Arrays.stream(least, low, middle).sum(),
                Arrays.stream(least, middle, high).sum());
        for (double tolerance = FIRST_TOLERANCE; tolerance < WIDEST; tolerance *= WIDENING) {
            Bisection.Wanted wanted = new Bisection.Wanted(total * second / (first + second), unit, tolerance, 0);
            var found = bisection.cut(wanted, trees, random);
            if (found.isPresent()) {
                return found.get().second();
            }
        }
        throw new IllegalArgumentException("a graph of " + piece.size() + " nodes that is not connected");
    }
}
