package org.onemap.ingest.demo;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts a connected set of blocks in two connected sets: grows random spanning trees that cross great roads last, and of
 * all tree edges whose removal leaves about the wanted weight on one side takes the one with the cheapest boundary.
 * Confined to one thread.
 */
final class TreeCut {

    private final BlockGraph graph;
    private final RandomGenerator random;
    private final boolean[] member;
    private final int[] parent;
    private final int[] root;
    private final long[] below;

    TreeCut(BlockGraph graph, RandomGenerator random) {
        this.graph = graph;
        this.random = random;
        this.member = new boolean[graph.size()];
        this.parent = new int[graph.size()];
        this.root = new int[graph.size()];
        this.below = new long[graph.size()];
    }

    /**
     * The wanted share of one side.
     *
     * @param weight what the side should weigh
     * @param slack how far it may be off without being worse for it
     */
    record Wish(double weight, double slack) {}

    /** One side of the best cut, as marks over all blocks of the graph. */
    boolean[] cut(List<Integer> blocks, Wish wish, int trials) {
        int[] nodes = blocks.stream().mapToInt(n -> n).toArray();
        Arrays.fill(member, false);
        for (int node : nodes) {
            member[node] = true;
        }
        int[] edges = java.util.stream.IntStream.range(0, graph.edgeCount())
                .filter(e -> member[graph.low(e)] && member[graph.high(e)])
                .toArray();
        boolean[] best = new boolean[0];
        double bestPrice = Double.MAX_VALUE;
        for (int trial = 0; trial < trials; trial++) {
            boolean[] side = tryTree(nodes, edges, wish);
            double price = price(side, edges) + missPrice((double) weight(nodes, side), wish);
            if (price < bestPrice) {
                bestPrice = price;
                best = side;
            }
        }
        return best;
    }

    private double price(boolean[] side, int[] edges) {
        double price = 0;
        for (int e : edges) {
            if (side[graph.low(e)] != side[graph.high(e)]) {
                price += graph.edgePrice(e);
            }
        }
        return price;
    }

    private long weight(int[] nodes, boolean[] side) {
        return Arrays.stream(nodes)
                .filter(n -> side[n])
                .mapToLong(graph::weight)
                .sum();
    }

    private static double missPrice(double weight, Wish wish) {
        double miss = Math.max(0, Math.abs(weight - wish.weight()) - wish.slack());
        return 40_000 * miss / wish.slack();
    }

    private boolean[] tryTree(int[] nodes, int[] edges, Wish wish) {
        int[][] tree = randomTree(nodes, edges);
        int[] order = order(nodes, tree);
        long total = 0;
        for (int node : nodes) {
            below[node] = graph.weight(node);
            total += below[node];
        }
        for (int i = order.length - 1; i > 0; i--) {
            below[parent[order[i]]] += below[order[i]];
        }
        int best = order[0];
        double bestMiss = Double.MAX_VALUE;
        boolean upper = false;
        for (int i = 1; i < order.length; i++) {
            double miss = Math.abs(below[order[i]] - wish.weight());
            double missUpper = Math.abs(total - below[order[i]] - wish.weight());
            if (Math.min(miss, missUpper) < bestMiss) {
                bestMiss = Math.min(miss, missUpper);
                best = order[i];
                upper = missUpper < miss;
            }
        }
        return mark(nodes, order, best, upper);
    }

    private boolean[] mark(int[] nodes, int[] order, int top, boolean upper) {
        boolean[] side = new boolean[graph.size()];
        side[top] = true;
        for (int node : order) {
            side[node] |= node != order[0] && side[parent[node]];
        }
        if (upper) {
            for (int node : nodes) {
                side[node] = !side[node];
            }
        }
        return side;
    }

    /** Kruskal with random weights: for each node its neighbours in the tree. */
    private int[][] randomTree(int[] nodes, int[] edges) {
        long[] keys = new long[edges.length];
        for (int i = 0; i < edges.length; i++) {
            double length = graph.edgePrice(edges[i]);
            double key = random.nextDouble() * 400 / (40 + length);
            keys[i] = ((long) (key * (1L << 20)) << 20) | i;
        }
        Arrays.sort(keys);
        int[] count = new int[graph.size()];
        int[] taken = new int[nodes.length];
        int size = 0;
        for (int node : nodes) {
            root[node] = node;
        }
        for (long key : keys) {
            int e = edges[(int) (key & ((1 << 20) - 1))];
            int a = find(graph.low(e));
            int b = find(graph.high(e));
            if (a != b) {
                root[a] = b;
                taken[size++] = e;
                count[graph.low(e)]++;
                count[graph.high(e)]++;
            }
        }
        int[][] tree = new int[graph.size()][];
        for (int node : nodes) {
            tree[node] = new int[count[node]];
        }
        for (int i = 0; i < size; i++) {
            int low = graph.low(taken[i]);
            int high = graph.high(taken[i]);
            tree[low][--count[low]] = high;
            tree[high][--count[high]] = low;
        }
        return tree;
    }

    private int find(int node) {
        int at = node;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    /** Parents before children, from the first node. */
    private int[] order(int[] nodes, int[][] tree) {
        int[] order = new int[nodes.length];
        order[0] = nodes[0];
        parent[nodes[0]] = -1;
        int filled = 1;
        for (int i = 0; i < filled; i++) {
            for (int next : tree[order[i]]) {
                if (next != parent[order[i]]) {
                    parent[next] = order[i];
                    order[filled++] = next;
                }
            }
        }
        if (filled != nodes.length) {
            throw new IllegalStateException(filled + " of " + nodes.length + " blocks are connected");
        }
        return order;
    }
}
