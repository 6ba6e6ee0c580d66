package org.onemap.division.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LevelsTest {

    private static final int[] COUNTS = {2, 4, 9};

    @Test
    void mayMoveAgreesWithMovingAndLookingAtTheWholeGraph() {
        int allowed = 0;
        int refused = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            WeightedGraph graph = Nets.lattice(9, 8, 0.1, random);
            Nesting nesting = Nesting.even(COUNTS, graph.totalLoad());
            int[] leaves = grown(graph, nesting, random);
            Levels levels = new Levels(graph, nesting, leaves);
            for (int draw = 0; draw < 60; draw++) {
                int node = random.nextInt(graph.size());
                int neighbour = graph.head[graph.start[node] + random.nextInt(graph.openEnd[node] - graph.start[node])];
                int to = levels.leaf(neighbour);
                int from = levels.leaf(node);
                if (to == from) {
                    continue;
                }
                boolean expected = staysWhole(graph, nesting, levels.label[0], node, to);
                String where = "seed " + seed + " draw " + draw + " node " + node + " to " + to;
                assertEquals(expected, levels.mayMove(node, to), where);
                if (expected) {
                    levels.move(node, to);
                    allowed++;
                } else {
                    refused++;
                }
            }
        }
        assertEquals(true, allowed > 300 && refused > 100, allowed + " allowed, " + refused + " refused");
    }

    @Test
    void changesAgreeWithRecomputing() {
        double[] weights = {1, 1, 1.5};
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            WeightedGraph graph = Nets.lattice(8, 8, 0, random);
            Nesting nesting = Nesting.even(COUNTS, graph.totalLoad());
            int[] leaves = grown(graph, nesting, random);
            int[] units = new int[graph.size()];
            Arrays.setAll(units, v -> random.nextInt(7) - 1);
            double[] prices = new double[graph.size()];
            Arrays.setAll(prices, v -> random.nextDouble());
            Stability stability = Stability.none(graph.size())
                    .withReference(leaves, prices)
                    .withUnits(units, 5)
                    .begin(leaves, nesting.count(0));
            Levels levels = new Levels(graph, nesting, leaves);
            Balance balance = new Balance(seed % 2 == 0 ? 0 : 0.1, 0.05, seed % 3 == 0 ? 50 : 0, 3);
            Objective objective = new Objective(weights, balance, stability);
            for (int draw = 0; draw < 50; draw++) {
                int node = random.nextInt(graph.size());
                int to = random.nextInt(nesting.count(0));
                int from = levels.leaf(node);
                if (to == from) {
                    continue;
                }
                double cutBefore = objective.cut(levels);
                double balanceBefore = price(balance, levels);
                double cutChange = objective.cutChange(levels, node, to);
                double balanceChange = balance.change(levels, from, to, graph.load[node]);
                levels.move(node, to);
                objective.moved(node, from, to);
                String where = "seed " + seed + " draw " + draw;
                assertEquals(objective.cut(levels) - cutBefore, cutChange, 1e-9, where);
                assertEquals(price(balance, levels) - balanceBefore, balanceChange, 1e-9, where);
            }
        }
    }

    private static double price(Balance balance, Levels levels) {
        Levels fresh = new Levels(levels.graph, levels.nesting, levels.label[0]);
        double price = 0;
        for (int level = 0; level < fresh.load.length; level++) {
            for (int part = 0; part < fresh.load[level].length; part++) {
                double off =
                        Math.abs(fresh.load[level][part] / fresh.nesting.target(level, part) - 1) - balance.tolerance();
                price += off > 0
                        ? Balance.weight(level) * off * (off + balance.slope()) * (1 + balance.sharpness() * off * off)
                        : 0;
            }
        }
        return price;
    }

    private static boolean staysWhole(WeightedGraph graph, Nesting nesting, int[] leaves, int node, int to) {
        int[] after = leaves.clone();
        int from = after[node];
        after[node] = to;
        for (int level = 0; level < nesting.levels(); level++) {
            int old = nesting.ancestor(level, from);
            if (old != nesting.ancestor(level, to)
                    && !Nets.isConnected(graph, nesting.labels(level, after), old, level == 0)) {
                return false;
            }
        }
        return true;
    }

    /** Some nested partition whose parts hang together. */
    private static int[] grown(WeightedGraph graph, Nesting nesting, Random random) {
        return new TopDown(graph, nesting, 0.2, new SplittableRandom(random.nextLong()), () -> {}).run();
    }
}
