package org.onemap.division.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FrontTest {

    @Test
    void holdsTheOpenArcsBetweenLeavesAfterEveryMove() {
        for (long seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            WeightedGraph graph = Nets.lattice(7, 6, 0.15, random);
            int[] leaf = new int[graph.size()];
            Arrays.setAll(leaf, v -> random.nextInt(3));
            Front front = new Front(graph, leaf);
            for (int move = 0; move < 40; move++) {
                int node = random.nextInt(graph.size());
                leaf[node] = random.nextInt(3);
                front.moved(node);
                assertEquals(between(graph, leaf), drawn(front, graph, leaf), "seed " + seed + " move " + move);
            }
        }
    }

    private static TreeSet<Integer> between(WeightedGraph graph, int[] leaf) {
        TreeSet<Integer> arcs = new TreeSet<>();
        for (int v = 0; v < graph.size(); v++) {
            for (int arc = graph.start[v]; arc < graph.openEnd[v]; arc++) {
                if (leaf[graph.head[arc]] != leaf[v]) {
                    arcs.add(arc);
                }
            }
        }
        return arcs;
    }

    /** What many draws bring; each arc must name the node whose row it lies in. */
    private static TreeSet<Integer> drawn(Front front, WeightedGraph graph, int[] leaf) {
        TreeSet<Integer> arcs = new TreeSet<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 4_000 && !front.isEmpty(); i++) {
            int arc = front.draw(random);
            int tail = front.tail(arc);
            assertEquals(true, graph.start[tail] <= arc && arc < graph.openEnd[tail], "arc " + arc + " of " + tail);
            assertEquals(true, leaf[tail] != leaf[graph.head[arc]]);
            arcs.add(arc);
        }
        return arcs;
    }
}
