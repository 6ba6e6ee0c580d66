package org.onemap.division.partition;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The first nested partition, level by level from the top: every part is cut into its children, several times, and the
 * best cut stays. Confined to one thread.
 */
final class TopDown {

    private static final int ATTEMPTS = 3;
    private static final Schedule HIGHEST = new Schedule(20, 0.25, 400, 250_000, 0);
    private static final Schedule MIDDLE = new Schedule(8, 0.12, 400, 100_000, 0);
    private static final Schedule LOWEST = new Schedule(8, 0.12, 250, 50_000, 0);

    /** A deviation of one part in a hundred is as bad as this many mean edges cut. */
    private static final double PRICE_OF_DEVIATION = 13_000;

    private final WeightedGraph graph;
    private final Nesting nesting;
    private final double effort;
    private final SplittableRandom random;
    private final Watch watch;

    TopDown(WeightedGraph graph, Nesting nesting, double effort, SplittableRandom random, Watch watch) {
        this.graph = graph;
        this.nesting = nesting;
        this.effort = effort;
        this.random = random;
        this.watch = watch;
    }

    /** The leaf of each node. */
    int[] run() {
        return below(nesting.levels(), new int[graph.size()]);
    }

    /** Goes on below a level whose parts are given; {@code nesting.levels()} stands for one part that is everything. */
    int[] below(int level, int[] partOfNode) {
        int[] parts = partOfNode;
        for (int below = level - 1; below >= 0; below--) {
            parts = cutAll(parts, below);
        }
        return parts;
    }

    private int[] cutAll(int[] parents, int level) {
        int[] parts = new int[graph.size()];
        int count = level + 1 == nesting.levels() ? 1 : nesting.count(level + 1);
        for (int parent = 0; parent < count; parent++) {
            int wanted = parent;
            int[] nodes = IntStream.range(0, graph.size())
                    .filter(v -> parents[v] == wanted)
                    .toArray();
            int[] children = nesting.children(level, parent);
            int[] cut = cut(graph.induced(nodes), children, level);
            for (int i = 0; i < nodes.length; i++) {
                parts[nodes[i]] = children[cut[i]];
            }
        }
        return parts;
    }

    private int[] cut(WeightedGraph piece, int[] children, int level) {
        double[] targets = Arrays.stream(children)
                .mapToDouble(child -> nesting.target(level, child))
                .toArray();
        double scale = piece.totalLoad() / Arrays.stream(targets).sum();
        Nesting flat = Nesting.flat(Arrays.stream(targets).map(t -> t * scale).toArray());
        int[] least = Arrays.stream(children)
                .map(child -> nesting.leaves(level, child))
                .toArray();
        int[] best = new int[piece.size()];
        double bestPrice = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < ATTEMPTS && children.length > 1; attempt++) {
            int[] leaves = attempt(piece, flat, least, level);
            Partition found = Partition.of(piece, flat, leaves);
            double price = found.cut() + PRICE_OF_DEVIATION * found.worstDeviation();
            if (price < bestPrice) {
                bestPrice = price;
                best = leaves;
            }
        }
        return best;
    }

    /** A part needs a node for each of its leaves: where one node is as heavy as several leaves, load alone would not see to that. */
    private int[] attempt(WeightedGraph piece, Nesting flat, int[] least, int level) {
        int[] first = RecursiveBisection.partition(piece, flat.targets(0), least, level == 0 ? 20 : 10, random);
        Objective objective = new Objective(new double[] {1}, Balance.equal(1), Stability.none(piece.size()));
        return new Annealer(new Levels(piece, flat, first), objective, random, watch)
                .keeping(least)
                .run(schedule(level, piece));
    }

    private Schedule schedule(int level, WeightedGraph piece) {
        if (level == 0) {
            return LOWEST.withSteps((long) (180 * effort * piece.size()));
        }
        return level == nesting.levels() - 1
                ? HIGHEST.withSteps((long) (25 * effort * piece.size()))
                : MIDDLE.withSteps((long) (150 * effort * piece.size()));
    }
}
