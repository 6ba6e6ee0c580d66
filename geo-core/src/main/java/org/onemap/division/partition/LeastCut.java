package org.onemap.division.partition;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The least cut with every part within a tolerance of its target: one level, several starts. */
public final class LeastCut {

    private static final int TREES = 20;
    /** Found on the tract instances of the benchmark: warm enough to cross the valleys, cold enough to settle. */
    private static final Schedule SCHEDULE = new Schedule(2.0, 0.15, 1_800, 36_000, 0);

    private static final int STEPS_PER_NODE = 1_500;
    /** Several short runs find the least cut more often than one long run of the same cost. */
    private static final int RUNS_PER_START = 4;

    private LeastCut() {}

    /**
     * The cheapest partition found; if no start found one within the tolerance, the one that misses it least.
     *
     * @param graph connected over open edges
     * @param targets the load each part should have
     * @param tolerance allowed relative deviation
     */
    public static Partition find(WeightedGraph graph, double[] targets, double tolerance, Starts starts, Watch watch) {
        Nesting nesting = Nesting.flat(targets);
        WeightedGraph scaled = graph.withCostsDividedBy(graph.meanCost());
        return starts
                .run(random -> IntStream.range(0, RUNS_PER_START)
                        .mapToObj(run -> one(scaled, nesting, tolerance, random.split(), watch))
                        .map(leaves -> Partition.of(graph, nesting, leaves))
                        .toList())
                .stream()
                .flatMap(java.util.List::stream)
                .min(Comparator.<Partition>comparingDouble(p -> Math.max(tolerance, p.worstDeviation()))
                        .thenComparingDouble(Partition::cut))
                .orElseThrow();
    }

    private static int[] one(
            WeightedGraph graph, Nesting nesting, double tolerance, SplittableRandom random, Watch watch) {
        int[] first = RecursiveBisection.partition(graph, nesting.targets(0), TREES, random);
        Objective objective = new Objective(new double[] {1}, Balance.within(tolerance), Stability.none(graph.size()));
        return new Annealer(new Levels(graph, nesting, first), objective, random, watch)
                .run(SCHEDULE.withSteps((long) STEPS_PER_NODE * graph.size()));
    }
}
