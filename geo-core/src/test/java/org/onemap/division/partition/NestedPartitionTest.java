package org.onemap.division.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
