package org.onemap.division.partition;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Simulated annealing of a nested partition by moving single nodes on the front, and swapping two nodes of neighbouring
 * leaves once balance begins to weigh. Every step keeps every part of every level connected and no leaf empty. Confined
 * to one thread.
 */
final class Annealer {

    /** From this factor over the lenient weight on, every second step tries a swap. */
    private static final double SWAPS_FROM = 3;

    private final Levels levels;
    private final Objective objective;
    private final SplittableRandom random;
    private final Front front;
    private final Watch watch;
    private int[] least;
    private double temperature;
    private double balanceWeight;

    Annealer(Levels levels, Objective objective, SplittableRandom random, Watch watch) {
        this.levels = levels;
        this.objective = objective;
        this.random = random;
        this.front = new Front(levels.graph, levels.label[0]);
        this.watch = watch;
        this.least = new int[levels.members.length];
        Arrays.fill(least, 1);
    }

    /** Leaves every leaf at least so many nodes instead of one. */
    Annealer keeping(int[] nodes) {
        least = nodes;
        return this;
    }

    /**
     * Runs a schedule.
     *
     * @return the leaf of each node: with a tolerance the cheapest seen in the cooler half with every leaf within it, and
     *     where there was none, or without a tolerance, the last
     */
    int[] run(Schedule schedule) {
        Incumbent best = new Incumbent(levels, objective);
        temperature = schedule.hot();
        balanceWeight = schedule.lenient();
        double cooling = schedule.coolingPerRound();
        double tightening = schedule.tighteningPerRound();
        for (long step = 0; step < schedule.steps() && !front.isEmpty(); step++) {
            if (step % Schedule.ROUND == 0) {
                temperature *= cooling;
                balanceWeight = Math.min(schedule.strict(), balanceWeight * tightening);
                best.listen(temperature < schedule.hot() / 2);
                watch.check();
            }
            boolean swap = (step & 1) == 1 && balanceWeight > schedule.lenient() * SWAPS_FROM;
            step(swap, best);
        }
        return best.leaves();
    }

    private void step(boolean swap, Incumbent best) {
        WeightedGraph graph = levels.graph;
        int arc = front.draw(random);
        int node = front.tail(arc);
        int neighbour = graph.head[arc];
        int from = levels.leaf(node);
        int to = levels.leaf(neighbour);
        if (levels.members[from] <= least[from] || objective.isFixed(node)) {
            return;
        }
        int partner = swap ? partner(node, neighbour, from) : -1;
        double cut = objective.cutChange(levels, node, to);
        double moved = graph.load[node];
        if (partner >= 0) {
            pretend(node, from, to);
            cut += objective.cutChange(levels, partner, from);
            pretend(node, to, from);
            moved -= graph.load[partner];
        }
        double price = cut + balanceWeight * objective.balance().change(levels, from, to, moved);
        if (price > 0 && random.nextDouble() >= Math.exp(-price / temperature)) {
            return;
        }
        if (levels.mayMove(node, to)) {
            apply(node, partner, to, cut, best);
        }
    }

    private void pretend(int node, int from, int to) {
        levels.pretend(node, to);
        objective.moved(node, from, to);
    }

    /** A node of the neighbour's leaf, a few steps away, that touches the leaf to be left; −1 if none is met. */
    private int partner(int node, int neighbour, int from) {
        WeightedGraph graph = levels.graph;
        int leaf = levels.leaf(neighbour);
        int at = neighbour;
        for (int hop = random.nextInt(4); hop > 0; hop--) {
            int row = graph.start[at];
            at = graph.head[row + random.nextInt(graph.openEnd[at] - row)];
        }
        if (at == node || levels.leaf(at) != leaf || levels.members[leaf] <= least[leaf] || objective.isFixed(at)) {
            return -1;
        }
        for (int arc = graph.start[at]; arc < graph.openEnd[at]; arc++) {
            if (graph.head[arc] != node && levels.leaf(graph.head[arc]) == from) {
                return at;
            }
        }
        return -1;
    }

    private void apply(int node, int partner, int to, double cut, Incumbent best) {
        int from = levels.leaf(node);
        move(node, to);
        if (partner >= 0) {
            if (!levels.mayMove(partner, from)) {
                move(node, from);
                return;
            }
            move(partner, from);
        }
        best.moved(from, to, cut);
    }

    private void move(int node, int to) {
        int from = levels.leaf(node);
        levels.move(node, to);
        objective.moved(node, from, to);
        front.moved(node);
    }
}
