package org.onemap.division.partition;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Mends a leaf of a few heavy nodes whose way out leads over another part: it gets a connected set of nodes of the right
 * load, wherever its neighbours have one, and while that set is held fast, the others are annealed around it. What is
 * better stays. {@link Redivision} looks for ways out inside one part above. Confined to one thread.
 */
final class Reshaping {

    private static final int ATTEMPTS_PER_LEAF = 6;
    /** Attempts in all for a large graph; for a small one, where they cost less, as many as make this many nodes. */
    private static final int ATTEMPTS = 8;

    private static final int NODES = 30_000;

    private final WeightedGraph graph;
    private final Nesting nesting;
    private final Stability stability;
    private final Around around;
    private final SplittableRandom random;
    private int attempts;

    Reshaping(WeightedGraph graph, Nesting nesting, Stability stability, Around around, SplittableRandom random) {
        this.graph = graph;
        this.nesting = nesting;
        this.stability = stability;
        this.around = around;
        this.random = random;
        this.attempts = Math.max(ATTEMPTS, NODES / graph.size());
    }

    /**
     * How to search, and what for.
     *
     * @param annealing finds a partition from one, with what the stability fixes in place
     * @param balance its price is to fall
     */
    record Around(BiFunction<int[], Stability, int[]> annealing, Balance balance) {}

    /** Reshapes leaves beyond the goal (a relative deviation), the worst first, until none is left or the attempts are used up. */
    int[] run(int[] leaves, double goal) {
        Levels best = new Levels(graph, nesting, leaves);
        Set<Integer> vain = new HashSet<>();
        OptionalInt next = worst(best, vain);
        while (attempts > 0 && next.isPresent() && deviation(best, next.getAsInt()) > goal) {
            Optional<Levels> mended = mended(best, next.getAsInt(), goal);
            if (mended.isPresent()) {
                best = mended.get();
                vain.clear();
            } else {
                vain.add(next.getAsInt());
            }
            next = worst(best, vain);
        }
        return best.label[0].clone();
    }

    private OptionalInt worst(Levels levels, Set<Integer> vain) {
        return IntStream.range(0, nesting.count(0))
                .filter(leaf -> !vain.contains(leaf))
                .boxed()
                .max(Comparator.<Integer>comparingDouble(leaf -> deviation(levels, leaf))
                        .thenComparing(leaf -> -leaf))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private double deviation(Levels levels, int leaf) {
        return Math.abs(fill(levels, leaf) - 1);
    }

    private Optional<Levels> mended(Levels before, int leaf, double goal) {
        List<BitSet> sets = new LeafSets(before, stability, random).around(leaf, goal);
        int left = Math.min(attempts, ATTEMPTS_PER_LEAF);
        for (int i = 0; i < sets.size() && left > 0; i++) {
            Levels changed = new Levels(graph, nesting, before.label[0]);
            if (gives(changed, leaf, sets.get(i))) {
                left--;
                attempts--;
                int[] after = around.annealing().apply(changed.label[0], stability.withFixed(heldFast(sets.get(i))));
                Levels found = new Levels(graph, nesting, after);
                if (isBetter(found, before)) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    /** A lower price, and no leaf farther off than the worst before. */
    private boolean isBetter(Levels found, Levels before) {
        Set<Integer> all = Set.of();
        return around.balance().total(found) < around.balance().total(before)
                && deviation(found, worst(found, all).orElseThrow())
                        <= deviation(before, worst(before, all).orElseThrow());
    }

    private boolean[] heldFast(BitSet set) {
        boolean[] fixed = new boolean[graph.size()];
        for (int v = 0; v < fixed.length; v++) {
            fixed[v] = stability.isFixed(v) || set.get(v);
        }
        return fixed;
    }

    /** Gives a leaf the nodes of a set and takes all others with a load from it, step by step, every part connected. */
    private boolean gives(Levels levels, int leaf, BitSet set) {
        boolean moves = true;
        while (moves) {
            moves = false;
            for (int v = 0; v < graph.size(); v++) {
                boolean inside = levels.leaf(v) == leaf;
                if (set.get(v) && !inside) {
                    moves |= comes(levels, v, leaf);
                } else if (inside && !set.get(v) && !stability.isFixed(v)) {
                    moves |= goes(levels, v);
                }
            }
        }
        for (int v = 0; v < graph.size(); v++) {
            if (graph.load[v] > 0 && set.get(v) != (levels.leaf(v) == leaf)) {
                return false;
            }
        }
        return true;
    }

    private boolean comes(Levels levels, int node, int leaf) {
        if (levels.members[levels.leaf(node)] > 1 && touches(levels, node, leaf) && levels.mayMove(node, leaf)) {
            levels.move(node, leaf);
            return true;
        }
        return false;
    }

    private boolean touches(Levels levels, int node, int leaf) {
        for (int arc = graph.start[node]; arc < graph.openEnd[node]; arc++) {
            if (levels.leaf(graph.head[arc]) == leaf) {
                return true;
            }
        }
        return false;
    }

    /** Sends a node to the emptiest of the leaves around it that can have it. */
    private boolean goes(Levels levels, int node) {
        int from = levels.leaf(node);
        int best = -1;
        for (int arc = graph.start[node]; arc < graph.openEnd[node]; arc++) {
            int to = levels.leaf(graph.head[arc]);
            if (to != from && (best < 0 || fill(levels, to) < fill(levels, best)) && levels.mayMove(node, to)) {
                best = to;
            }
        }
        if (best >= 0) {
            levels.move(node, best);
        }
        return best >= 0;
    }

    private double fill(Levels levels, int leaf) {
        return levels.load[0][leaf] / nesting.target(0, leaf);
    }
}
