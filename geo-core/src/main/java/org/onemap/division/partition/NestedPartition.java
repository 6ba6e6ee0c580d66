package org.onemap.division.partition;

import java.util.Comparator;
import java.util.SplittableRandom;

/** A nested partition: connected parts on every level, loads balanced, boundaries cheap. */
public final class NestedPartition {

    private static final int TREES = 40;
    private static final double GOAL = 0.001;
    private static final double LEAF_GOAL = 0.007;
    private static final int REDIVISIONS = 60;

    private final WeightedGraph graph;
    private final Nesting nesting;
    private final NestedSettings settings;
    private final Watch watch;

    private NestedPartition(WeightedGraph graph, Nesting nesting, NestedSettings settings, Watch watch) {
        this.graph = graph.withCostsDividedBy(graph.meanCost());
        this.nesting = nesting;
        this.settings = settings;
        this.watch = watch;
    }

    /**
     * The best partition of several starts.
     *
     * @param graph connected
     * @param nesting how many parts, which in which, with which targets
     */
    public static Partition find(
            WeightedGraph graph, Nesting nesting, NestedSettings settings, Starts starts, Watch watch) {
        NestedPartition search = new NestedPartition(graph, nesting, settings, watch);
        return starts.run(search::one).stream()
                .map(leaves -> Partition.of(graph, nesting, leaves))
                .min(Comparator.<Partition>comparingDouble(p -> Math.max(settings.tolerance(), p.worstDeviation()))
                        .thenComparingDouble(Partition::cut))
                .orElseThrow();
    }

    private int[] one(SplittableRandom random) {
        int[] first = new TopDown(graph, nesting, settings.effort(), random, watch).run();
        boolean equal = settings.tolerance() == 0;
        int[] joint = anneal(
                first,
                equal ? new Schedule(1.6, 0.067, 4_000, 160_000, 0) : new Schedule(4, 0.067, 1_300, 1_300_000, 0),
                1_300,
                random);
        int[] polished = equal
                ? new Recombination(new Levels(graph, nesting, joint), 400_000, TREES, random)
                        .run(GOAL, 8 * nesting.count(0), watch)
                : joint;
        int[] settled = anneal(
                polished,
                equal
                        ? new Schedule(0.16, 0.04, 160_000, 800_000, 0)
                        : new Schedule(0.16, 0.04, 1_300_000, 40_000_000, 0),
                530,
                random);
        return equal
                ? new Redivision(graph, nesting, settled, cutWeights(), new Redivision.Randomness(random, watch))
                        .run(LEAF_GOAL, REDIVISIONS)
                : settled;
    }

    private double[] cutWeights() {
        double[] weights = new double[nesting.levels()];
        for (int level = 0; level < weights.length; level++) {
            weights[level] = level < 2 ? 1 : 1.5;
        }
        return weights;
    }

    private int[] anneal(int[] leaves, Schedule schedule, int stepsPerNode, SplittableRandom random) {
        Balance balance =
                settings.tolerance() == 0 ? Balance.equal(nesting.levels()) : Balance.within(settings.tolerance());
        Objective objective = new Objective(cutWeights(), balance, Stability.none(graph.size()));
        return new Annealer(new Levels(graph, nesting, leaves), objective, random, watch)
                .run(schedule.withSteps((long) (stepsPerNode * settings.effort() * graph.size())));
    }
}
