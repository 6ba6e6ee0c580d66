package org.onemap.division.plan;

import java.util.Arrays;
import java.util.Map;
import org.onemap.InvalidInput;
import org.onemap.division.partition.NestedPartition;
import org.onemap.division.partition.NestedPartition.Keeping;
import org.onemap.division.partition.NestedPartition.Search;
import org.onemap.division.partition.NestedSettings;
import org.onemap.division.partition.Nesting;
import org.onemap.division.partition.Partition;

/** Makes plans. Thread-safe; a search can be ended through its watch, and then leaves nothing. */
public final class Planner {

    /**
     * New and improved plans aim at this share of the tolerance. Loads drift: a plan that used its tolerance up would be
     * beyond it a month later. Rebalancing moves as little as it can and may use all of it.
     */
    private static final double AIM = 0.72;

    private final PlanProblem problem;
    private final Search search;
    private final double effort;

    /**
     * A planner for a problem.
     *
     * @param search seed, starts, threads, and who may end the search
     * @param effort 1 for the default number of steps
     */
    public Planner(PlanProblem problem, Search search, double effort) {
        this.problem = problem;
        this.search = search;
        this.effort = effort;
    }

    /** A new plan, whatever was before. */
    public Plan create() {
        Nesting even = Nesting.even(problem.levels().counts(), problem.graph().totalLoad());
        var found = NestedPartition.find(
                problem.graph(), even, problem.stability(java.util.Set.of()), settings(AIM), search);
        return plan(found.nesting(), found.partition());
    }

    /**
     * Divisions as they are, as a plan.
     *
     * @param leafOfBlock number of the grid of each block, from 0
     * @param parents parent of each part, level by level from the top, as {@link Nesting#of} takes them
     * @throws InvalidInput if a part is empty or does not hang together
     */
    public Plan existing(int[] leafOfBlock, int[][] parents) {
        int leaves = parents[parents.length - 1].length;
        double[] targets = new double[leaves];
        Arrays.fill(targets, problem.graph().totalLoad() / leaves);
        Plan plan = new Plan(problem, Nesting.of(parents, targets), leafOfBlock);
        requireWholeCompounds(leafOfBlock);
        requireConnected(plan);
        return plan;
    }

    private void requireWholeCompounds(int[] leafOfBlock) {
        problem.groups().compounds().forEach(compound -> {
            if (compound.stream().mapToInt(b -> leafOfBlock[b]).distinct().count() > 1) {
                throw new InvalidInput("the compound of the blocks "
                        + compound.stream().sorted().limit(5).map(this::code).toList()
                        + " is split by a grid today; leave the compounds out, or make a new plan");
            }
        });
    }

    private String code(int block) {
        return problem.blocks().blocks().get(block).code();
    }

    private void requireConnected(Plan plan) {
        for (int level = 0; level < plan.levels(); level++) {
            Map<Integer, Integer> pieces = PlanPieces.count(plan, level);
            for (int part = 0; part < plan.count(level); part++) {
                int count = pieces.getOrDefault(part, 0);
                if (count != 1) {
                    throw new InvalidInput(problem.levels().layer(level) + " number " + (part + 1) + " of today "
                            + (count == 0 ? "has no block" : "falls into " + count + " pieces of blocks")
                            + "; only divisions that hang together can be improved or rebalanced: make a new plan");
                }
            }
        }
    }

    /** A plan made better from where it is; pinned blocks stay. */
    public Plan improve(Plan before) {
        Partition better =
                NestedPartition.improve(problem.graph(), before.nesting(), before.leafOfNode(), keeping(AIM), search);
        return plan(before.nesting(), better);
    }

    /** A plan within the rules' tolerance that moves as little load as it can; pinned blocks stay. */
    public Plan rebalance(Plan before) {
        if (!(problem.rules().tolerance() > 0)) {
            throw new InvalidInput("rebalancing needs a tolerance above 0, for instance --tolerance 10");
        }
        Partition better =
                NestedPartition.rebalance(problem.graph(), before.nesting(), before.leafOfNode(), keeping(1), search);
        return plan(before.nesting(), better);
    }

    /**
     * The least load that has to move for every grid of a plan to come within a tolerance: what is above the upper limit
     * has to leave, what is missing below the lower one has to come.
     */
    public static double leastMoved(Plan plan, double tolerance) {
        double above = 0;
        double below = 0;
        for (int grid = 0; grid < plan.count(0); grid++) {
            above += Math.max(0, plan.load(0, grid) - (1 + tolerance) * plan.meanGrid());
            below += Math.max(0, (1 - tolerance) * plan.meanGrid() - plan.load(0, grid));
        }
        return Math.max(above, below);
    }

    private Keeping keeping(double share) {
        return new Keeping(problem.stability(problem.groups().pinned()), settings(share));
    }

    private NestedSettings settings(double share) {
        return new NestedSettings(share * problem.rules().tolerance(), effort);
    }

    private Plan plan(Nesting nesting, Partition partition) {
        int[] leafOfNode = partition.leafOfNode();
        int[] leafOfBlock = new int[problem.blocks().blocks().size()];
        Arrays.setAll(leafOfBlock, block -> leafOfNode[problem.node(block)]);
        return new Plan(problem, nesting, leafOfBlock);
    }
}
