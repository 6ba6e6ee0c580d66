package org.onemap.division.plan;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.onemap.division.partition.Nesting;

/**
 * A plan: the part of every level that each block lies in. Level 0 is the lowest. Immutable and thread-safe.
 *
 * <p>Deviations are count-normalised: a part of a higher level is measured against its number of grids times the mean
 * grid, since 189 grids cannot be spread over 30 zones evenly. The raw deviation, against an equal share of the level, stands
 * beside it.
 */
public final class Plan {

    private final PlanProblem problem;
    private final Nesting nesting;
    private final int[] leafOfBlock;
    private final double[][] load;

    Plan(PlanProblem problem, Nesting nesting, int[] leafOfBlock) {
        this.problem = problem;
        this.nesting = nesting;
        this.leafOfBlock = leafOfBlock.clone();
        this.load = new double[nesting.levels()][];
        for (int level = 0; level < load.length; level++) {
            load[level] = new double[nesting.count(level)];
            for (int block = 0; block < leafOfBlock.length; block++) {
                load[level][nesting.ancestor(level, leafOfBlock[block])] += problem.load(block);
            }
        }
    }

    /** What was asked for. */
    public PlanProblem problem() {
        return problem;
    }

    /** How many levels. */
    public int levels() {
        return nesting.levels();
    }

    /** How many parts a level has. */
    public int count(int level) {
        return nesting.count(level);
    }

    /** The part of a level that a block lies in. */
    public int part(int level, int block) {
        return nesting.ancestor(level, leafOfBlock[block]);
    }

    /** The part of a higher level that a part of the level right below lies in; 0 above the highest level. */
    public int parent(int level, int part) {
        return nesting.parents(level)[part];
    }

    /** The blocks of a part. */
    public int[] blocks(int level, int part) {
        return IntStream.range(0, leafOfBlock.length)
                .filter(block -> part(level, block) == part)
                .toArray();
    }

    /** The load of a part. */
    public double load(int level, int part) {
        return load[level][part];
    }

    /** The load that a part should have: its number of grids times the mean grid. */
    public double target(int level, int part) {
        return meanGrid() * nesting.leaves(level, part);
    }

    /** load / target − 1. */
    public double deviation(int level, int part) {
        return load(level, part) / target(level, part) - 1;
    }

    /** load / equal share of the level − 1. */
    public double rawDeviation(int level, int part) {
        return load(level, part) * count(level) / totalLoad() - 1;
    }

    /** The load of a grid if all were equal. */
    public double meanGrid() {
        return totalLoad() / nesting.count(0);
    }

    private double totalLoad() {
        return Arrays.stream(load[0]).sum();
    }

    Nesting nesting() {
        return nesting;
    }

    int[] leafOfNode() {
        int[] leaf = new int[problem.graph().size()];
        for (int block = 0; block < leafOfBlock.length; block++) {
            leaf[problem.node(block)] = leafOfBlock[block];
        }
        return leaf;
    }

    /** The load of the blocks that lie in another grid here than there. */
    public double movedLoad(Plan before) {
        return IntStream.range(0, leafOfBlock.length)
                .filter(block -> leafOfBlock[block] != before.leafOfBlock[block])
                .mapToDouble(problem::load)
                .sum();
    }
}
