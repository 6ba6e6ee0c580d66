package org.onemap.division.partition;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Takes moves back that were not needed: the heaviest first, as long as one can go home. Confined to one thread. */
final class TakingBack {

    private final WeightedGraph graph;
    private final Nesting nesting;
    private final int[] before;
    private final Balance balance;

    TakingBack(WeightedGraph graph, Nesting nesting, int[] before, double tolerance) {
        this.graph = graph;
        this.nesting = nesting;
        this.before = before;
        this.balance = Balance.within(tolerance);
    }

    int[] run(int[] after) {
        Levels levels = new Levels(graph, nesting, after);
        boolean again = true;
        while (again) {
            again = false;
            int[] away = IntStream.range(0, after.length)
                    .filter(v -> levels.leaf(v) != before[v])
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(v -> -graph.load[v])
                            .thenComparing(v -> v))
                    .mapToInt(v -> v)
                    .toArray();
            for (int v : away) {
                again |= takesBack(levels, v);
            }
        }
        return levels.label[0].clone();
    }

    private boolean takesBack(Levels levels, int node) {
        int from = levels.leaf(node);
        int home = before[node];
        if (!touches(levels, node, home) || !levels.mayMove(node, home)) {
            return false;
        }
        if (balance.change(levels, from, home, graph.load[node]) > 0) {
            return false;
        }
        levels.move(node, home);
        return true;
    }

    private boolean touches(Levels levels, int node, int leaf) {
        for (int arc = graph.start[node]; arc < graph.openEnd[node]; arc++) {
            if (levels.leaf(graph.head[arc]) == leaf) {
                return true;
            }
        }
        return false;
    }
}
