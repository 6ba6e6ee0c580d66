package org.onemap.division.plan;

import java.util.Arrays;
import java.util.Optional;
import org.onemap.division.partition.WeightedGraph;

/**
 * What no plan can beat, so that a deviation can be judged by its distance from it. Immutable.
 *
 * @param granularity a block (or compound) heavier than a mean grid: its grid exceeds the mean by at least this; 0 if
 *     there is none
 * @param heaviest code of the heaviest block, or of the first block of the heaviest compound
 * @param heaviestShare its load in mean grids
 * @param barriers deviation that the regions between hard barriers force, max |load / number of grids / mean − 1|; 0
 *     without hard barriers
 * @param regions number of regions between hard barriers
 * @param rawCounts the least that the worst raw deviation of grids and of the level above can be
 *     together, because of unequal numbers of grids; 0 if the numbers
 *     divide evenly
 */
public record Certificates(
        double granularity, String heaviest, double heaviestShare, double barriers, int regions, double rawCounts) {

    /** The bounds of a problem. */
    public static Certificates of(PlanProblem problem) {
        int[] counts = problem.levels().counts();
        int grids = counts[counts.length - 1];
        WeightedGraph graph = problem.graph();
        double mean = graph.totalLoad() / grids;
        int heaviest = 0;
        for (int node = 1; node < graph.size(); node++) {
            heaviest = graph.load(node) > graph.load(heaviest) ? node : heaviest;
        }
        int wanted = heaviest;
        String code = Arrays.stream(blockNumbers(problem))
                .filter(block -> problem.node(block) == wanted)
                .mapToObj(block -> problem.blocks().blocks().get(block).code())
                .findFirst()
                .orElse("");
        double share = graph.load(heaviest) / mean;
        double[] regions = problem.regionLoads();
        return new Certificates(
                Math.max(0, share - 1),
                code,
                share,
                regions.length == 1 ? 0 : problem.apportionment().bound(),
                regions.length,
                rawCounts(counts));
    }

    private static int[] blockNumbers(PlanProblem problem) {
        int[] numbers = new int[problem.blocks().blocks().size()];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    /**
     * Where 189 grids lie in 30 zones, some zones have 7: their grids must be light for the zone not to be heavy. With all raw
     * deviations of both levels within d, 7 (1 − d) ≤ 6.3 (1 + d), so d ≥ (7 − 6.3) / (7 + 6.3); likewise for 6.
     */
    private static double rawCounts(int[] counts) {
        if (counts.length < 2) {
            return 0;
        }
        double mean = (double) counts[counts.length - 1] / counts[counts.length - 2];
        double many = Math.ceil(mean);
        double few = Math.floor(mean);
        return Math.max((many - mean) / (many + mean), (mean - few) / (mean + few));
    }

    /** The bound on the worst deviation of a grid. */
    public double bound() {
        return Math.max(granularity, barriers);
    }

    /** Which of the two binds, if any does. */
    public Optional<String> binding() {
        if (bound() <= 0) {
            return Optional.empty();
        }
        return Optional.of(granularity >= barriers ? "granularity" : "barriers");
    }
}
