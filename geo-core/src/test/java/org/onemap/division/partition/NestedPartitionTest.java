package org.onemap.division.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NestedPartitionTest {

    private static final Watch NEVER = () -> {};

    @Test
    void everyPartOfEveryLevelHangsTogether() {
        for (long seed = 1; seed <= 12; seed++) {
            WeightedGraph graph = Nets.lattice(20, 18, 0, new Random(seed));
            Nesting nesting = Nesting.even(new int[] {3, 8, 27}, graph.totalLoad());
            NestedSettings settings = seed % 2 == 0 ? new NestedSettings(0, 0.2) : new NestedSettings(0.05, 0.2);
            Partition found = NestedPartition.find(graph, nesting, settings, new Starts(seed, 1, 1), NEVER);
            assertEquals(List.of(), Nets.broken(graph, nesting, found.leafOfNode()), "seed " + seed);
        }
    }

    @Test
    void balancesSmallLoadsToTheLastPercent() {
        WeightedGraph graph = Nets.lattice(40, 30, 0, new Random(7));
        Nesting nesting = Nesting.even(new int[] {2, 6, 24}, graph.totalLoad());
        Partition found = NestedPartition.find(graph, nesting, NestedSettings.equal(), new Starts(1, 1, 1), NEVER);
        assertTrue(found.worstDeviation() <= 0.01, "deviation " + found.worstDeviation());
    }

    @Test
    void aNodeAsHeavyAsSeveralLeavesLeavesThePartsAboveWithANodeForEachLeaf() {
        for (long seed = 1; seed <= 20; seed++) {
            WeightedGraph light = Nets.lattice(6, 5, 0, new Random(seed));
            double[] loads = new double[light.size()];
            Arrays.fill(loads, 20);
            loads[12] = 3_000;
            WeightedGraph graph = light.withLoads(loads);
            Nesting nesting = Nesting.even(new int[] {1, 2, 4}, graph.totalLoad());
            Partition found =
                    NestedPartition.find(graph, nesting, NestedSettings.equal(), new Starts(seed, 1, 1), NEVER);
            assertEquals(List.of(), Nets.broken(graph, nesting, found.leafOfNode()), "seed " + seed);
        }
    }

    @Test
    void aToleranceBuysAShorterCut() {
        WeightedGraph graph = Nets.lattice(40, 30, 0, new Random(7));
        Nesting nesting = Nesting.even(new int[] {2, 6, 24}, graph.totalLoad());
        Partition equal = NestedPartition.find(graph, nesting, NestedSettings.equal(), new Starts(1, 1, 1), NEVER);
        Partition loose = NestedPartition.find(graph, nesting, NestedSettings.within(0.1), new Starts(1, 1, 1), NEVER);
        assertTrue(loose.worstDeviation() <= 0.1, "deviation " + loose.worstDeviation());
        assertTrue(loose.cut() < equal.cut(), loose.cut() + " against " + equal.cut());
    }

    @Test
    void theSameSeedGivesTheSamePartitionOnAnyNumberOfThreads() {
        WeightedGraph graph = Nets.lattice(16, 16, 0, new Random(3));
        Nesting nesting = Nesting.even(new int[] {2, 5, 17}, graph.totalLoad());
        NestedSettings settings = new NestedSettings(0.05, 0.2);
        int[] alone = NestedPartition.find(graph, nesting, settings, new Starts(9, 4, 1), NEVER)
                .leafOfNode();
        for (int threads = 2; threads <= 4; threads++) {
            int[] together = NestedPartition.find(graph, nesting, settings, new Starts(9, 4, threads), NEVER)
                    .leafOfNode();
            assertArrayEquals(alone, together, threads + " threads");
        }
    }

    @Test
    void anyNumberOfLevelsNests() {
        int[][] shapes = {{9}, {3, 9}, {2, 3, 7, 20}, {1, 1, 6}, {4, 4, 4}};
        for (int[] counts : shapes) {
            for (double tolerance : new double[] {0, 0.1}) {
                WeightedGraph graph = Nets.lattice(18, 14, 0, new Random(counts.length));
                Nesting nesting = Nesting.even(counts, graph.totalLoad());
                NestedSettings settings = new NestedSettings(tolerance, 0.2);
                int[] leaves = NestedPartition.find(graph, nesting, settings, new Starts(4, 1, 1), NEVER)
                        .leafOfNode();
                String shape = Arrays.toString(counts) + " within " + tolerance;
                assertEquals(List.of(), Nets.broken(graph, nesting, leaves), shape);
                assertEquals(
                        counts[counts.length - 1],
                        Arrays.stream(leaves).distinct().count(),
                        shape);
            }
        }
    }

    @Test
    void nodesWithoutLoadBelongToConnectedPartsToo() {
        WeightedGraph full = Nets.lattice(16, 16, 0, new Random(5));
        double[] loads = new double[full.size()];
        Arrays.setAll(loads, v -> v % 3 == 0 ? full.load(v) : 0);
        WeightedGraph graph = full.withLoads(loads);
        Nesting nesting = Nesting.even(new int[] {2, 4, 12}, graph.totalLoad());
        int[] leaves = NestedPartition.find(graph, nesting, new NestedSettings(0.1, 0.3), new Starts(2, 1, 1), NEVER)
                .leafOfNode();
        assertEquals(List.of(), Nets.broken(graph, nesting, leaves));
        assertTrue(Partition.of(graph, nesting, leaves).worstDeviation() <= 0.1);
    }

    @Test
    void rebalancingComesWithinTheToleranceAndMovesLittle() {
        for (long seed = 1; seed <= 6; seed++) {
            Random random = new Random(seed);
            WeightedGraph before = Nets.lattice(30, 24, 0, random);
            Nesting nesting = Nesting.even(new int[] {2, 6, 20}, before.totalLoad());
            int[] leaves = NestedPartition.find(
                            before, nesting, new NestedSettings(0, 0.3), new Starts(seed, 1, 1), NEVER)
                    .leafOfNode();
            double[] loads = new double[before.size()];
            Arrays.setAll(loads, v -> before.load(v) * Math.exp(0.5 * random.nextGaussian()));
            WeightedGraph later = before.withLoads(loads);
            Nesting today = Nesting.even(new int[] {2, 6, 20}, later.totalLoad());
            NestedPartition.Keeping keeping =
                    new NestedPartition.Keeping(Stability.none(later.size()), NestedSettings.within(0.05));
            NestedPartition.Search search = new NestedPartition.Search(new Starts(seed, 1, 1), NEVER);
            Partition after = NestedPartition.rebalance(later, today, leaves, keeping, search);
            assertEquals(List.of(), Nets.broken(later, today, after.leafOfNode()), "seed " + seed);
            assertTrue(after.worstDeviation() <= 0.05 + 1e-9, "seed " + seed + ": " + after.worstDeviation());
            double moved = NestedPartition.movedLoad(later, leaves, after.leafOfNode());
            assertTrue(moved <= 0.25 * later.totalLoad(), "seed " + seed + " moved " + moved);
        }
    }

    @Test
    void aPartFarOffWeighsMoreThanManyALittleOffWhereTheWorstCounts() {
        WeightedGraph graph = Nets.lattice(4, 4, 0, new Random(1)).withLoads(ones(16));
        int[] rows = new int[16];
        Arrays.setAll(rows, v -> v / 4);
        double square =
                Balance.equal(1).change(new Levels(graph, Nesting.flat(new double[] {4, 4, 4, 4}), rows), 0, 1, 0.04);
        double sharp =
                Balance.sharp(1).change(new Levels(graph, Nesting.flat(new double[] {4, 4, 4, 4}), rows), 0, 1, 0.04);
        assertEquals(2 * 0.01 * 0.01, square, 1e-12);
        assertEquals(square * (1 + 6.25), sharp, 1e-12);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void endsWhenToldTo() {
        WeightedGraph graph = Nets.lattice(16, 16, 0, new Random(3));
        Nesting nesting = Nesting.even(new int[] {2, 5, 17}, graph.totalLoad());
        AtomicInteger left = new AtomicInteger(20);
        Watch impatient = () -> {
            if (left.decrementAndGet() < 0) {
                throw new CancellationException("enough");
            }
        };
        assertThrows(
                CancellationException.class,
                () -> NestedPartition.find(graph, nesting, NestedSettings.equal(), new Starts(1, 2, 2), impatient));
    }
}
