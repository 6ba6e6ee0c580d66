package org.onemap.division.partition;

import java.util.Arrays;

/**
 * An undirected graph with a load on every node and a cost on every edge, as compressed rows. Immutable.
 *
 * <p>An edge may be <em>closed</em>: parts of the lowest level may not hang together through it, parts of the levels
 * above may (a river between two grids of one zone). The arcs of a node are ordered open first, then by head.
 */
public final class WeightedGraph {

    /** Arcs of node v: {@code start[v]} to {@code start[v + 1]}; the open ones end at {@code openEnd[v]}. */
    final int[] start;

    final int[] openEnd;
    final int[] head;
    final double[] cost;
    final double[] load;

    private WeightedGraph(int[] start, int[] openEnd, int[] head, double[] cost, double[] load) {
        this.start = start;
        this.openEnd = openEnd;
        this.head = head;
        this.cost = cost;
        this.load = load;
    }

    /**
     * The graph of these nodes and edges. Parallel edges become one whose cost is their sum, open if one of them is;
     * loops are left out.
     *
     * @param loads load of each node, not negative
     * @param edges the edges
     * @throws IllegalArgumentException if a load is negative or not a number, or an edge names no node
     */
    public static WeightedGraph of(double[] loads, Iterable<Edge> edges) {
        return new WeightedGraphBuilder(loads).addAll(edges).build();
    }

    static WeightedGraph ofRows(int[] start, int[] openEnd, int[] head, double[] cost, double[] load) {
        return new WeightedGraph(start, openEnd, head, cost, load);
    }

    /** How many nodes there are; they are numbered from 0. */
    public int size() {
        return load.length;
    }

    /** How many edges there are. */
    public int edgeCount() {
        return head.length / 2;
    }

    /** The load of a node. */
    public double load(int node) {
        return load[node];
    }

    /** The sum of all loads. */
    public double totalLoad() {
        return Arrays.stream(load).sum();
    }

    /** The mean cost of an edge that costs anything; 1 if there is none. */
    double meanCost() {
        return Arrays.stream(cost).filter(c -> c > 0).average().orElse(1);
    }

    /** The neighbours of a node, those over open edges first. */
    public int[] neighbours(int node) {
        return Arrays.copyOfRange(head, start[node], start[node + 1]);
    }

    /** The neighbours of a node over open edges. */
    public int[] openNeighbours(int node) {
        return Arrays.copyOfRange(head, start[node], openEnd[node]);
    }

    /** The same graph with every cost divided by this. */
    WeightedGraph withCostsDividedBy(double divisor) {
        return new WeightedGraph(
                start, openEnd, head, Arrays.stream(cost).map(c -> c / divisor).toArray(), load);
    }

    /** The same graph with every edge open. */
    WeightedGraph allOpen() {
        return new WeightedGraph(start, Arrays.copyOfRange(start, 1, start.length), head, cost, load);
    }

    /** The same graph with other loads. */
    public WeightedGraph withLoads(double[] loads) {
        if (loads.length != load.length) {
            throw new IllegalArgumentException(loads.length + " loads for " + load.length + " nodes");
        }
        return new WeightedGraph(start, openEnd, head, cost, loads.clone());
    }

    /** The part of the graph on these nodes; node i of it is {@code nodes[i]} here. */
    WeightedGraph induced(int[] nodes) {
        int[] place = new int[size()];
        Arrays.fill(place, -1);
        double[] loads = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            place[nodes[i]] = i;
            loads[i] = load[nodes[i]];
        }
        WeightedGraphBuilder builder = new WeightedGraphBuilder(loads);
        for (int i = 0; i < nodes.length; i++) {
            for (int arc = start[nodes[i]]; arc < start[nodes[i] + 1]; arc++) {
                int other = place[head[arc]];
                if (other > i) {
                    builder.add(new Edge(i, other, cost[arc], arc < openEnd[nodes[i]]));
                }
            }
        }
        return builder.build();
    }

    /**
     * The quotient: one node for each label, with the loads of its nodes added up; the costs of the edges between two
     * labels are added up too.
     *
     * @param label of each node, from 0 to {@code count - 1}
     * @param count how many labels
     */
    WeightedGraph quotient(int[] label, int count) {
        double[] loads = new double[count];
        for (int v = 0; v < size(); v++) {
            loads[label[v]] += load[v];
        }
        WeightedGraphBuilder builder = new WeightedGraphBuilder(loads);
        for (int v = 0; v < size(); v++) {
            for (int arc = start[v]; arc < start[v + 1]; arc++) {
                if (head[arc] > v && label[head[arc]] != label[v]) {
                    builder.add(new Edge(label[v], label[head[arc]], cost[arc], arc < openEnd[v]));
                }
            }
        }
        return builder.build();
    }

    /**
     * The connected components over open edges, numbered from 0 in order of their lowest node.
     *
     * @return the component of each node
     */
    public int[] openComponents() {
        return components(openEnd);
    }

    /**
     * The connected components over all edges, numbered from 0 in order of their lowest node.
     *
     * @return the component of each node
     */
    public int[] components() {
        return components(Arrays.copyOfRange(start, 1, start.length));
    }

    private int[] components(int[] end) {
        int[] component = new int[size()];
        Arrays.fill(component, -1);
        int[] stack = new int[size()];
        int count = 0;
        for (int root = 0; root < size(); root++) {
            if (component[root] >= 0) {
                continue;
            }
            int top = 0;
            stack[top++] = root;
            component[root] = count;
            while (top > 0) {
                int v = stack[--top];
                for (int arc = start[v]; arc < end[v]; arc++) {
                    if (component[head[arc]] < 0) {
                        component[head[arc]] = count;
                        stack[top++] = head[arc];
                    }
                }
            }
            count++;
        }
        return component;
    }

    /**
     * An edge.
     *
     * @param first a node
     * @param second another node
     * @param cost what it costs to cut it; may be negative where a cut is wanted
     * @param open whether a part of the lowest level may hang together through it
     */
    public record Edge(int first, int second, double cost, boolean open) {}
}
