package org.onemap.division.partition;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Connected sets of nodes around the heaviest node of a leaf whose load is what the leaf should have, found by growing
 * at random. Confined to one thread.
 */
final class LeafSets {

    private static final int GROWTHS = 150;

    private final Levels levels;
    private final Stability stability;
    private final SplittableRandom random;

    LeafSets(Levels levels, Stability stability, SplittableRandom random) {
        this.levels = levels;
        this.stability = stability;
        this.random = random;
    }

    /**
     * Sets within a relative deviation of the leaf's target, those first that move the least load.
     *
     * @return none if the heaviest node alone is too heavy, or no growth ended within the goal
     */
    List<BitSet> around(int leaf, double goal) {
        double target = levels.nesting.target(0, leaf);
        Set<BitSet> found = new HashSet<>();
        int seed = heaviest(leaf);
        for (int i = 0; i < GROWTHS; i++) {
            grow(seed, (1 - goal) * target, (1 + goal) * target, found);
        }
        return found.stream()
                .sorted(Comparator.<BitSet>comparingDouble(set -> movedLoad(leaf, set))
                        .thenComparing(BitSet::toString))
                .toList();
    }

    private int heaviest(int leaf) {
        return members(leaf)
                .boxed()
                .max(Comparator.<Integer>comparingDouble(v -> levels.graph.load[v])
                        .thenComparing(v -> -v))
                .orElseThrow();
    }

    private IntStream members(int leaf) {
        return IntStream.range(0, levels.graph.size()).filter(v -> levels.leaf(v) == leaf);
    }

    /** Takes neighbours at random as long as one fits, and keeps every set on the way that is heavy enough. */
    private void grow(int seed, double least, double most, Set<BitSet> found) {
        WeightedGraph graph = levels.graph;
        BitSet set = new BitSet();
        set.set(seed);
        double load = graph.load[seed];
        int[] fitting = fitting(set, most - load);
        while (fitting.length > 0) {
            int next = fitting[random.nextInt(fitting.length)];
            set.set(next);
            load += graph.load[next];
            if (load >= least) {
                found.add((BitSet) set.clone());
            }
            fitting = fitting(set, most - load);
        }
    }

    /** The neighbours with a load that still fits; those without load change nothing and are left where they are. */
    private int[] fitting(BitSet set, double room) {
        WeightedGraph graph = levels.graph;
        return set.stream()
                .flatMap(v -> Arrays.stream(graph.head, graph.start[v], graph.openEnd[v]))
                .filter(v -> !set.get(v) && !stability.isFixed(v) && graph.load[v] > 0 && graph.load[v] <= room)
                .sorted()
                .distinct()
                .toArray();
    }

    private double movedLoad(int leaf, BitSet set) {
        double coming = set.stream()
                .filter(v -> levels.leaf(v) != leaf)
                .mapToDouble(v -> levels.graph.load[v])
                .sum();
        double going = members(leaf)
                .filter(v -> !set.get(v))
                .mapToDouble(v -> levels.graph.load[v])
                .sum();
        return coming + going;
    }
}
