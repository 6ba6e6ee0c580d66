package org.onemap.division.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Mends leaves that annealing cannot: where a leaf is two or three heavy blocks, no single step brings it nearer to its
 * target. The part above the worst leaf is divided anew from scratch; if that does not help, together with a
 * neighbour. Anything better stays. Confined to one thread.
 */
final class Redivision {

    /** After so many vain attempts in one part its neighbours are drawn in. */
    private static final int ALONE = 6;

    private static final Schedule SETTLE = new Schedule(0.3, 0.04, 60_000, 800_000, 0);
    private static final int SETTLE_STEPS_PER_NODE = 270;

    private final WeightedGraph graph;
    private final Nesting nesting;
    private final double[] cutWeight;
    private final SplittableRandom random;
    private final Watch watch;
    private final int[] attempts;
    private final int[] leaves;

    Redivision(WeightedGraph graph, Nesting nesting, int[] leaves, double[] cutWeight, Randomness randomness) {
        this.graph = graph;
        this.nesting = nesting;
        this.leaves = leaves.clone();
        this.cutWeight = cutWeight;
        this.random = randomness.random();
        this.watch = randomness.watch();
        this.attempts = new int[nesting.levels() == 1 ? 1 : nesting.count(1)];
    }

    /** Where a run draws from, and who may end it. */
    record Randomness(SplittableRandom random, Watch watch) {}

    /** Divides anew until every leaf is within the goal (a relative deviation) or the rounds are over. */
    int[] run(double goal, int rounds) {
        for (int round = 0; round < rounds; round++) {
            watch.check();
            int worst = worstLeaf();
            if (deviation(worst) <= goal) {
                break;
            }
            int part = nesting.levels() == 1 ? 0 : nesting.ancestor(1, worst);
            int[] scope = scope(part);
            attempts[part]++;
            divide(scope, goal);
        }
        return leaves;
    }

    private double[] loads() {
        double[] loads = new double[nesting.count(0)];
        for (int v = 0; v < leaves.length; v++) {
            loads[leaves[v]] += graph.load[v];
        }
        return loads;
    }

    private double deviation(int leaf) {
        return Math.abs(loads()[leaf] / nesting.target(0, leaf) - 1);
    }

    /** The leaf farthest from its target; the more a part was tried in vain, the less its leaves count. */
    private int worstLeaf() {
        double[] loads = loads();
        int worst = 0;
        double most = -1;
        for (int leaf = 0; leaf < loads.length; leaf++) {
            int part = nesting.levels() == 1 ? 0 : nesting.ancestor(1, leaf);
            double weight = Math.abs(loads[leaf] / nesting.target(0, leaf) - 1) / (1 + attempts[part] / (2.0 * ALONE));
            if (weight > most) {
                most = weight;
                worst = leaf;
            }
        }
        return worst;
    }

    /** The part, or after vain attempts the part and a neighbour under the same roof. */
    private int[] scope(int part) {
        if (nesting.levels() == 1 || attempts[part] < ALONE) {
            return new int[] {part};
        }
        int[] label = nesting.labels(1, leaves);
        boolean[] touches = new boolean[nesting.count(1)];
        for (int v = 0; v < leaves.length; v++) {
            for (int arc = graph.start[v]; label[v] == part && arc < graph.openEnd[v]; arc++) {
                touches[label[graph.head[arc]]] = true;
            }
        }
        int roof = roof(part);
        int[] near = IntStream.range(0, touches.length)
                .filter(other -> touches[other] && other != part && roof(other) == roof)
                .toArray();
        return near.length == 0 ? new int[] {part} : new int[] {part, near[random.nextInt(near.length)]};
    }

    private int roof(int part) {
        return nesting.levels() == 2 ? 0 : nesting.ancestor(2, leavesOf(part)[0]);
    }

    private int[] leavesOf(int part) {
        return nesting.levels() == 1 ? IntStream.range(0, nesting.count(0)).toArray() : nesting.children(0, part);
    }

    private void divide(int[] scope, double goal) {
        List<Integer> old = new ArrayList<>();
        for (int part : scope) {
            Arrays.stream(leavesOf(part)).forEach(old::add);
        }
        int[] places = new int[nesting.count(0)];
        Arrays.fill(places, -1);
        for (int i = 0; i < old.size(); i++) {
            places[old.get(i)] = i;
        }
        int[] nodes = IntStream.range(0, leaves.length)
                .filter(v -> places[leaves[v]] >= 0)
                .toArray();
        WeightedGraph piece = graph.induced(nodes);
        Nesting small = nesting.only(scope);
        int[] before = Arrays.stream(nodes).map(v -> places[leaves[v]]).toArray();
        int[] after = settle(piece, small, new TopDown(piece, small, 1, random, watch).run());
        if (price(piece, small, after, goal) < price(piece, small, before, goal)) {
            for (int i = 0; i < nodes.length; i++) {
                leaves[nodes[i]] = old.get(after[i]);
            }
        }
    }

    private int[] settle(WeightedGraph piece, Nesting small, int[] start) {
        Objective objective = new Objective(
                Arrays.copyOf(cutWeight, small.levels()), Balance.equal(small.levels()), Stability.none(piece.size()));
        return new Annealer(new Levels(piece, small, start), objective, random, watch)
                .run(SETTLE.withSteps((long) SETTLE_STEPS_PER_NODE * piece.size()));
    }

    /** The worst deviation of a leaf counts, that of a part above twice; below the goal the cut decides. */
    private static double price(WeightedGraph piece, Nesting small, int[] leafOfNode, double goal) {
        Levels levels = new Levels(piece, small, leafOfNode);
        double worst = 0;
        double cut = 0;
        for (int level = 0; level < small.levels(); level++) {
            cut += levels.cut(level);
            for (int part = 0; part < small.count(level); part++) {
                double off = Math.abs(levels.load[level][part] / small.target(level, part) - 1);
                worst = Math.max(worst, level == 0 ? off : 2 * off);
            }
        }
        return Math.max(worst, goal) * 1e6 + cut * 1e-3;
    }
}
