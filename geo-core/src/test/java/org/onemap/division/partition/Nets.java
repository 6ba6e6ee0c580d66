package org.onemap.division.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.onemap.division.partition.WeightedGraph.Edge;

/** Small random graphs like street maps, and slow ways to look at partitions of them. */
final class Nets {

    private Nets() {}

    /** A lattice with some diagonals, some edges missing (yet connected), loads 0 to 99 and costs 1 to 10. */
    static WeightedGraph lattice(int width, int height, double closedShare, Random random) {
        List<Edge> edges = new ArrayList<>();
        for (int v = 0; v < width * height; v++) {
            boolean right = v % width + 1 < width;
            boolean below = v + width < width * height;
            if (right && (v < width || random.nextDouble() < 0.8)) {
                edges.add(edge(v, v + 1, v >= width && random.nextDouble() < closedShare, random));
            }
            if (below) {
                edges.add(edge(v, v + width, false, random));
            }
            if (right && below && random.nextDouble() < 0.2) {
                edges.add(edge(v, v + width + 1, random.nextDouble() < closedShare, random));
            }
        }
        double[] loads = new double[width * height];
        Arrays.setAll(loads, i -> random.nextInt(100));
        return WeightedGraph.of(loads, edges);
    }

    private static Edge edge(int a, int b, boolean closed, Random random) {
        return new Edge(a, b, 1 + random.nextInt(10), !closed);
    }

    /** Whether the nodes of a label hang together, looked at without haste. */
    static boolean isConnected(WeightedGraph graph, int[] label, int wanted, boolean openOnly) {
        Set<Integer> all = new HashSet<>();
        for (int v = 0; v < label.length; v++) {
            if (label[v] == wanted) {
                all.add(v);
            }
        }
        if (all.isEmpty()) {
            return false;
        }
        Set<Integer> reached = new HashSet<>(Set.of(all.iterator().next()));
        boolean grew = true;
        while (grew) {
            Set<Integer> more = new HashSet<>();
            for (int v : reached) {
                int end = openOnly ? graph.openEnd[v] : graph.start[v + 1];
                for (int arc = graph.start[v]; arc < end; arc++) {
                    if (all.contains(graph.head[arc])) {
                        more.add(graph.head[arc]);
                    }
                }
            }
            grew = reached.addAll(more);
        }
        return reached.equals(all);
    }

    /** The parts of all levels that do not hang together, as text. */
    static List<String> broken(WeightedGraph graph, Nesting nesting, int[] leafOfNode) {
        List<String> broken = new ArrayList<>();
        for (int level = 0; level < nesting.levels(); level++) {
            int[] label = nesting.labels(level, leafOfNode);
            for (int part = 0; part < nesting.count(level); part++) {
                if (!isConnected(graph, label, part, level == 0)) {
                    broken.add("level " + level + " part " + part);
                }
            }
        }
        return broken;
    }
}
