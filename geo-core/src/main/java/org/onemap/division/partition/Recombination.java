package org.onemap.division.partition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.onemap.division.partition.Bisection.Halves;

/**
 * Polishes balance: the pair of neighbouring leaves of one parent whose loads differ most is merged and cut anew along
 * random spanning trees; the better of the old cut and the new stays. A pair that was tried in vain waits. Confined to
 * one thread.
 */
final class Recombination {

    private final Levels levels;
    private final double balanceWeight;
    private final int trees;
    private final SplittableRandom random;
    private final Map<Pair, Integer> tried = new HashMap<>();

    Recombination(Levels levels, double balanceWeight, int trees, SplittableRandom random) {
        this.levels = levels;
        this.balanceWeight = balanceWeight;
        this.trees = trees;
        this.random = random;
    }

    /** Recombines pairs until every leaf is within the goal (a relative deviation) or the rounds are over. */
    int[] run(double goal, int rounds, Watch watch) {
        for (int round = 0; round < rounds && worst() > goal; round++) {
            watch.check();
            Optional<Pair> pair = nextPair();
            if (pair.isEmpty()) {
                break;
            }
            tried.merge(pair.get(), 1, Integer::sum);
            if (recombine(pair.get(), goal)) {
                tried.replaceAll((other, times) -> other.touches(pair.get()) ? times / 2 : times);
            }
        }
        return levels.label[0].clone();
    }

    private double deviation(int leaf) {
        return levels.load[0][leaf] / levels.nesting.target(0, leaf) - 1;
    }

    private double worst() {
        double worst = 0;
        for (int leaf = 0; leaf < levels.members.length; leaf++) {
            worst = Math.max(worst, Math.abs(deviation(leaf)));
        }
        return worst;
    }

    private Optional<Pair> nextPair() {
        Pair best = new Pair(-1, -1);
        double bestScore = -1;
        WeightedGraph graph = levels.graph;
        for (int v = 0; v < graph.size(); v++) {
            for (int arc = graph.start[v]; arc < graph.openEnd[v]; arc++) {
                Pair pair = new Pair(levels.leaf(v), levels.leaf(graph.head[arc]));
                if (pair.low() < pair.high() && mayExchange(pair)) {
                    double gap = Math.abs(deviation(pair.low()) - deviation(pair.high()));
                    double score = gap / (1 + tried.getOrDefault(pair, 0));
                    if (score > bestScore) {
                        bestScore = score;
                        best = pair;
                    }
                }
            }
        }
        return best.low() < 0 ? Optional.empty() : Optional.of(best);
    }

    private boolean mayExchange(Pair pair) {
        return levels.nesting.levels() == 1
                || levels.nesting.ancestor(1, pair.low()) == levels.nesting.ancestor(1, pair.high());
    }

    private boolean recombine(Pair pair, double goal) {
        int[] nodes = members(pair);
        WeightedGraph merged = levels.graph.induced(nodes);
        double lowTarget = levels.nesting.target(0, pair.low());
        double highTarget = levels.nesting.target(0, pair.high());
        double wanted = merged.totalLoad() * highTarget / (lowTarget + highTarget);
        double off = Math.abs(levels.load[0][pair.high()] - wanted) / highTarget;
        double now = cutBetween(nodes, pair.high()) + balanceWeight * off * off;
        Optional<Halves> found = new Bisection(merged, 1, 1)
                .cut(new Bisection.Wanted(wanted, highTarget, Math.max(off, goal / 2), balanceWeight), trees, random);
        if (found.isEmpty() || found.get().price() >= now) {
            return false;
        }
        boolean[] second = found.get().second();
        boolean swap = lowTarget == highTarget && keeps(nodes, second, pair.high()) * 2 < nodes.length;
        for (int i = 0; i < nodes.length; i++) {
            int leaf = second[i] != swap ? pair.high() : pair.low();
            if (levels.leaf(nodes[i]) != leaf) {
                levels.move(nodes[i], leaf);
            }
        }
        return true;
    }

    private int[] members(Pair pair) {
        int[] label = levels.label[0];
        int[] nodes = new int[levels.members[pair.low()] + levels.members[pair.high()]];
        int count = 0;
        for (int v = 0; v < label.length; v++) {
            if (label[v] == pair.low() || label[v] == pair.high()) {
                nodes[count++] = v;
            }
        }
        return nodes;
    }

    private double cutBetween(int[] nodes, int high) {
        WeightedGraph graph = levels.graph;
        boolean[] inside = new boolean[graph.size()];
        Arrays.stream(nodes).forEach(v -> inside[v] = true);
        double cut = 0;
        for (int v : nodes) {
            for (int arc = graph.start[v]; levels.leaf(v) == high && arc < graph.start[v + 1]; arc++) {
                cut += inside[graph.head[arc]] && levels.leaf(graph.head[arc]) != high ? graph.cost[arc] : 0;
            }
        }
        return cut;
    }

    private int keeps(int[] nodes, boolean[] second, int high) {
        int keeps = 0;
        for (int i = 0; i < nodes.length; i++) {
            keeps += second[i] == (levels.leaf(nodes[i]) == high) ? 1 : 0;
        }
        return keeps;
    }

    private record Pair(int low, int high) {

        boolean touches(Pair other) {
            return !equals(other) && (low == other.low || low == other.high || high == other.low || high == other.high);
        }
    }
}
