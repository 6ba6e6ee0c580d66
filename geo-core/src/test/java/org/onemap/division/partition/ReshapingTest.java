package org.onemap.division.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.onemap.division.partition.WeightedGraph.Edge;

/**
 * Two leaves that should have 100 each. Node 0 has 80 and lies with node 1 (25) in leaf 0; node 2 (20), which would fit, and
 * a row of light nodes (5 each) lie in leaf 1.
 */
class ReshapingTest {

    private static final int[] LEAVES = {0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    private static final Nesting NESTING = Nesting.flat(new double[] {100, 100});

    private static WeightedGraph graph() {
        double[] loads = new double[LEAVES.length];
        java.util.Arrays.fill(loads, 5);
        loads[0] = 80;
        loads[1] = 25;
        loads[2] = 20;
        List<Edge> edges = new ArrayList<>(List.of(
                new Edge(0, 1, 1, true), new Edge(0, 2, 1, true), new Edge(1, 3, 1, true), new Edge(2, 3, 1, true)));
        for (int v = 3; v + 1 < loads.length; v++) {
            edges.add(new Edge(v, v + 1, 1, true));
        }
        return WeightedGraph.of(loads, edges);
    }

    private static int[] reshaped(Stability stability) {
        Reshaping.Around around = new Reshaping.Around((given, held) -> given.clone(), Balance.sharp(1));
        return new Reshaping(graph(), NESTING, stability, around, new SplittableRandom(1)).run(LEAVES, 0.01);
    }

    @Test
    void givesTheWorstLeafASetOfTheRightLoad() {
        int[] after = reshaped(Stability.none(LEAVES.length));
        assertEquals(0, Partition.of(graph(), NESTING, after).worstDeviation(), 1e-12);
        assertArrayEquals(new int[] {0, 1, 0}, java.util.Arrays.copyOf(after, 3));
        assertEquals(List.of(), Nets.broken(graph(), NESTING, after));
    }

    @Test
    void leavesWhatIsFixedAndWhatCannotBeMended() {
        boolean[] fixed = new boolean[LEAVES.length];
        fixed[2] = true;
        assertArrayEquals(LEAVES, reshaped(Stability.none(LEAVES.length).withFixed(fixed)));
    }

    @Test
    void everySetHangsTogetherAroundTheHeaviestNode() {
        Levels levels = new Levels(graph(), NESTING, LEAVES);
        List<BitSet> sets =
                new LeafSets(levels, Stability.none(LEAVES.length), new SplittableRandom(1)).around(0, 0.06);
        assertTrue(sets.size() > 1, sets.toString());
        for (BitSet set : sets) {
            assertTrue(set.get(0), set.toString());
            double load = set.stream().mapToDouble(v -> graph().load[v]).sum();
            assertEquals(100, load, 6.0, set.toString());
            int[] inside = set.stream().toArray();
            int parts = 1
                    + java.util.Arrays.stream(graph().induced(inside).openComponents())
                            .max()
                            .orElseThrow();
            assertEquals(1, parts, set.toString());
        }
    }
}
