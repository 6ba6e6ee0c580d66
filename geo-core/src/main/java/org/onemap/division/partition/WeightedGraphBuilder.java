package org.onemap.division.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onemap.division.partition.WeightedGraph.Edge;

/** Collects edges, joins parallel ones, and packs the rows of a {@link WeightedGraph}. Confined to one thread. */
final class WeightedGraphBuilder {

    private final double[] loads;
    private final List<Map<Integer, Edge>> rows = new ArrayList<>();

    WeightedGraphBuilder(double[] loads) {
        this.loads = loads.clone();
        for (double load : loads) {
            if (!(load >= 0) || Double.isInfinite(load)) {
                throw new IllegalArgumentException("a load of " + load);
            }
            rows.add(new TreeMap<>());
        }
    }

    WeightedGraphBuilder addAll(Iterable<Edge> edges) {
        edges.forEach(this::add);
        return this;
    }

    WeightedGraphBuilder add(Edge edge) {
        if (edge.first() == edge.second()) {
            return this;
        }
        if (!Double.isFinite(edge.cost())) {
            throw new IllegalArgumentException("a cost of " + edge.cost());
        }
        put(edge.first(), edge.second(), edge);
        put(edge.second(), edge.first(), edge);
        return this;
    }

    private void put(int from, int to, Edge edge) {
        if (from < 0 || from >= loads.length) {
            throw new IllegalArgumentException("no node " + from + " among " + loads.length);
        }
        rows.get(from)
                .merge(to, edge, (a, b) -> new Edge(a.first(), a.second(), a.cost() + b.cost(), a.open() || b.open()));
    }

    WeightedGraph build() {
        int n = loads.length;
        int[] start = new int[n + 1];
        for (int v = 0; v < n; v++) {
            start[v + 1] = start[v] + rows.get(v).size();
        }
        int[] openEnd = new int[n];
        int[] head = new int[start[n]];
        double[] cost = new double[start[n]];
        for (int v = 0; v < n; v++) {
            int at = fill(v, true, start[v], head, cost);
            openEnd[v] = at;
            fill(v, false, at, head, cost);
        }
        return WeightedGraph.ofRows(start, openEnd, head, cost, loads);
    }

    private int fill(int node, boolean open, int from, int[] head, double[] cost) {
        int at = from;
        for (Map.Entry<Integer, Edge> row : rows.get(node).entrySet()) {
            if (row.getValue().open() == open) {
                head[at] = row.getKey();
                cost[at++] = row.getValue().cost();
            }
        }
        return at;
    }
}
