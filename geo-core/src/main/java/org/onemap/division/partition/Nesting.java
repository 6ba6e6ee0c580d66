package org.onemap.division.partition;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How the parts of all levels nest: level 0 is the lowest (the leaves), the last level the highest. Immutable; the
 * arrays it hands out are not to be changed.
 *
 * <p>A leaf has a target, the share of the load it should get; the target of a higher part is the sum of its leaves.
 */
public final class Nesting {

    private final int[][] ancestor;
    private final int[] counts;
    private final double[][] target;

    private Nesting(int[][] ancestor, int[] counts, double[] leafTargets) {
        this.ancestor = ancestor;
        this.counts = counts;
        this.target = new double[counts.length][];
        for (int level = 0; level < counts.length; level++) {
            target[level] = new double[counts[level]];
            for (int leaf = 0; leaf < leafTargets.length; leaf++) {
                target[level][ancestor[level][leaf]] += leafTargets[leaf];
            }
        }
    }

    /** One level of parts with these targets. */
    public static Nesting flat(double[] targets) {
        int[] self = new int[targets.length];
        Arrays.setAll(self, i -> i);
        return new Nesting(new int[][] {self}, new int[] {targets.length}, targets);
    }

    /**
     * Levels given from the top by the parent of each part.
     *
     * @param parents parents[0] has one entry for each part of the highest level, all 0; parents[i][part] is the part of
     *     level i - 1 (from the top) that it lies in
     * @param leafTargets the load each leaf should get
     */
    public static Nesting of(int[][] parents, double[] leafTargets) {
        int levels = parents.length;
        int[][] ancestor = new int[levels][leafTargets.length];
        int[] counts = new int[levels];
        for (int level = 0; level < levels; level++) {
            counts[level] = parents[levels - 1 - level].length;
            for (int leaf = 0; leaf < leafTargets.length; leaf++) {
                ancestor[level][leaf] = level == 0 ? leaf : parents[levels - level][ancestor[level - 1][leaf]];
            }
        }
        return new Nesting(ancestor, counts, leafTargets);
    }

    /**
     * As many parts on each level as asked for, spread as evenly as whole numbers allow, each leaf with the same target.
     *
     * @param countsFromTop for instance 5, 30, 189
     * @param totalLoad the load to be shared out
     */
    public static Nesting even(int[] countsFromTop, double totalLoad) {
        int[][] parents = new int[countsFromTop.length][];
        for (int i = 0; i < countsFromTop.length; i++) {
            int above = i == 0 ? 1 : countsFromTop[i - 1];
            int count = countsFromTop[i];
            if (count < above) {
                throw new IllegalArgumentException(count + " parts below " + above);
            }
            parents[i] = new int[count];
            for (int part = 0; part < count; part++) {
                parents[i][part] = (int) ((long) part * above / count);
            }
        }
        int leaves = countsFromTop[countsFromTop.length - 1];
        double[] targets = new double[leaves];
        Arrays.fill(targets, totalLoad / leaves);
        return of(parents, targets);
    }

    /** How many levels there are. */
    public int levels() {
        return counts.length;
    }

    /** How many parts a level has; level 0 is the lowest. */
    public int count(int level) {
        return counts[level];
    }

    /** The part of a level that a leaf lies in. */
    public int ancestor(int level, int leaf) {
        return ancestor[level][leaf];
    }

    /** The load that a part should get. */
    public double target(int level, int part) {
        return target[level][part];
    }

    /** How many leaves lie in a part. */
    public int leaves(int level, int part) {
        return (int) Arrays.stream(ancestor[level]).filter(a -> a == part).count();
    }

    /** The parts of a level in one part of the level above; above the highest level there is one part, 0. */
    public int[] children(int level, int parent) {
        if (level + 1 == levels()) {
            return IntStream.range(0, counts[level]).toArray();
        }
        return IntStream.range(0, ancestor[0].length)
                .filter(leaf -> ancestor[level + 1][leaf] == parent)
                .map(leaf -> ancestor[level][leaf])
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * The nesting of some parts of level 1 alone, two levels high; for a nesting of one level, itself. Its leaves are
     * those of the parts, in the order given.
     */
    Nesting only(int[] parts) {
        if (levels() == 1) {
            return this;
        }
        int[] leaves = Arrays.stream(parts)
                .flatMap(part -> Arrays.stream(children(0, part)))
                .toArray();
        int[] parents = new int[leaves.length];
        for (int i = 0; i < leaves.length; i++) {
            int part = ancestor[1][leaves[i]];
            parents[i] = IntStream.range(0, parts.length)
                    .filter(p -> parts[p] == part)
                    .findFirst()
                    .orElseThrow();
        }
        double[] targets =
                Arrays.stream(leaves).mapToDouble(leaf -> target[0][leaf]).toArray();
        return of(new int[][] {new int[parts.length], parents}, targets);
    }

    /** The part of the level above that each part of a level lies in; all 0 for the highest. */
    public int[] parents(int level) {
        int[] parents = new int[counts[level]];
        for (int leaf = 0; level + 1 < levels() && leaf < ancestor[0].length; leaf++) {
            parents[ancestor[level][leaf]] = ancestor[level + 1][leaf];
        }
        return parents;
    }

    int[] ancestors(int level) {
        return ancestor[level];
    }

    double[] targets(int level) {
        return target[level];
    }

    /** The part of a level that each node lies in, from the leaf of each node. */
    public int[] labels(int level, int[] leafOfNode) {
        return Arrays.stream(leafOfNode).map(leaf -> ancestor[level][leaf]).toArray();
    }
}
