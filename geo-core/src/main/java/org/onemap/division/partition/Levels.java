package org.onemap.division.partition;

import java.util.Arrays;

/**
 * Which part of every level each node lies in, and the load of every part; changed move by move. Confined to one
 * thread.
 */
final class Levels {

    final WeightedGraph graph;
    final Nesting nesting;
    /** label[level][node]: its part on that level. */
    final int[][] label;

    final double[][] load;
    /** How many nodes each leaf has. */
    final int[] members;

    private final Links[] links;
    private final Contiguity contiguity;

    Levels(WeightedGraph graph, Nesting nesting, int[] leafOfNode) {
        this.graph = graph;
        this.nesting = nesting;
        this.label = new int[nesting.levels()][];
        this.load = new double[nesting.levels()][];
        this.members = new int[nesting.count(0)];
        this.links = new Links[nesting.levels()];
        this.contiguity = new Contiguity(graph.size());
        int[] allEnd = Arrays.copyOfRange(graph.start, 1, graph.start.length);
        for (int level = 0; level < label.length; level++) {
            label[level] = nesting.labels(level, leafOfNode);
            load[level] = new double[nesting.count(level)];
            links[level] = new Links(graph.start, level == 0 ? graph.openEnd : allEnd, graph.head);
            for (int v = 0; v < graph.size(); v++) {
                load[level][label[level][v]] += graph.load[v];
            }
        }
        for (int leaf : leafOfNode) {
            members[leaf]++;
        }
    }

    int leaf(int node) {
        return label[0][node];
    }

    /** Whether a node may go to another leaf with its old part staying connected on every level that changes. */
    boolean mayMove(int node, int toLeaf) {
        int from = label[0][node];
        for (int level = 0; level < label.length; level++) {
            int[] ancestor = nesting.ancestors(level);
            if (ancestor[from] == ancestor[toLeaf]) {
                return true;
            }
            if (!contiguity.mayLeave(node, label[level], links[level])) {
                return false;
            }
        }
        return true;
    }

    /** Moves a node; whether it may, the caller has asked. */
    void move(int node, int toLeaf) {
        int from = label[0][node];
        double moved = graph.load[node];
        members[from]--;
        members[toLeaf]++;
        for (int level = 0; level < label.length; level++) {
            int[] ancestor = nesting.ancestors(level);
            int oldPart = ancestor[from];
            int newPart = ancestor[toLeaf];
            label[level][node] = newPart;
            load[level][oldPart] -= moved;
            load[level][newPart] += moved;
        }
    }

    /** Writes labels only, for a look ahead; loads stay. */
    void pretend(int node, int leaf) {
        for (int level = 0; level < label.length; level++) {
            label[level][node] = nesting.ancestors(level)[leaf];
        }
    }

    /**
     * By how much the cut grows if a node goes to another leaf: the costs of all levels that change, weighted.
     *
     * @param weight weight of each level
     */
    double cutChange(int node, int toLeaf, double[] weight) {
        int from = label[0][node];
        double change = 0;
        for (int level = 0; level < label.length; level++) {
            int[] ancestor = nesting.ancestors(level);
            int oldPart = ancestor[from];
            int newPart = ancestor[toLeaf];
            if (oldPart == newPart) {
                break;
            }
            int[] labels = label[level];
            double here = 0;
            for (int arc = graph.start[node], end = graph.start[node + 1]; arc < end; arc++) {
                int part = labels[graph.head[arc]];
                if (part == oldPart) {
                    here += graph.cost[arc];
                } else if (part == newPart) {
                    here -= graph.cost[arc];
                }
            }
            change += weight[level] * here;
        }
        return change;
    }

    /** The cost of all edges between parts of a level. */
    double cut(int level) {
        double cut = 0;
        for (int v = 0; v < graph.size(); v++) {
            for (int arc = graph.start[v]; arc < graph.start[v + 1]; arc++) {
                if (graph.head[arc] > v && label[level][graph.head[arc]] != label[level][v]) {
                    cut += graph.cost[arc];
                }
            }
        }
        return cut;
    }

    /** The rows of a graph as far as a level may use them: arcs {@code start[v]} to {@code end[v]}. */
    static final class Links {

        final int[] start;
        final int[] end;
        final int[] head;

        Links(int[] start, int[] end, int[] head) {
            this.start = start;
            this.end = end;
            this.head = head;
        }
    }
}
