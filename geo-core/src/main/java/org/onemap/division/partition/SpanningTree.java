package org.onemap.division.partition;

import java.util.SplittableRandom;

/**
 * A random spanning tree of a connected graph over its open edges (Prim with random keys, shorter for dear edges, so that
 * cheap ones are more often between two subtrees). Drawn anew in place; confined to one thread.
 */
final class SpanningTree {

    private static final double CHEAPEST = 1e-3;
    private static final int ABSENT = -1;
    private static final int DONE = -2;

    private final WeightedGraph graph;
    /** Nodes in the order they joined: a parent stands before its children. */
    final int[] order;

    final int[] parent;
    /** Load of the subtree below and with each node. */
    final double[] subtree;
    /** Number of nodes of that subtree. */
    final int[] nodes;

    private final double[] key;
    private final int[] heap;
    private final int[] place;
    private int heapSize;

    SpanningTree(WeightedGraph graph) {
        int n = graph.size();
        this.graph = graph;
        this.order = new int[n];
        this.parent = new int[n];
        this.subtree = new double[n];
        this.nodes = new int[n];
        this.key = new double[n];
        this.heap = new int[n];
        this.place = new int[n];
    }

    /** Draws a tree; false if the graph is not connected. */
    boolean draw(SplittableRandom random) {
        int n = graph.size();
        java.util.Arrays.fill(key, Double.MAX_VALUE);
        java.util.Arrays.fill(place, ABSENT);
        heapSize = 0;
        int root = random.nextInt(n);
        parent[root] = root;
        key[root] = 0;
        push(root);
        int count = 0;
        while (heapSize > 0) {
            int v = pop();
            order[count++] = v;
            relax(v, random);
        }
        if (count == n) {
            sumUp();
        }
        return count == n;
    }

    private void relax(int v, SplittableRandom random) {
        for (int arc = graph.start[v]; arc < graph.openEnd[v]; arc++) {
            int other = graph.head[arc];
            if (place[other] == DONE) {
                continue;
            }
            double drawn = random.nextDouble() / (Math.max(0, graph.cost[arc]) + CHEAPEST);
            if (drawn < key[other]) {
                key[other] = drawn;
                parent[other] = v;
                if (place[other] == ABSENT) {
                    push(other);
                } else {
                    up(place[other]);
                }
            }
        }
    }

    private void sumUp() {
        System.arraycopy(graph.load, 0, subtree, 0, subtree.length);
        java.util.Arrays.fill(nodes, 1);
        for (int i = order.length - 1; i > 0; i--) {
            nodes[parent[order[i]]] += nodes[order[i]];
            subtree[parent[order[i]]] += subtree[order[i]];
        }
    }

    private void push(int v) {
        heap[heapSize] = v;
        place[v] = heapSize;
        up(heapSize++);
    }

    private int pop() {
        int top = heap[0];
        place[top] = DONE;
        int last = heap[--heapSize];
        if (heapSize > 0) {
            heap[0] = last;
            place[last] = 0;
            down();
        }
        return top;
    }

    private void up(int from) {
        int i = from;
        int v = heap[i];
        while (i > 0 && key[heap[(i - 1) >> 1]] > key[v]) {
            heap[i] = heap[(i - 1) >> 1];
            place[heap[i]] = i;
            i = (i - 1) >> 1;
        }
        heap[i] = v;
        place[v] = i;
    }

    private void down() {
        int v = heap[0];
        int i = 0;
        for (int child = 1; child < heapSize; child = 2 * i + 1) {
            if (child + 1 < heapSize && key[heap[child + 1]] < key[heap[child]]) {
                child++;
            }
            if (key[heap[child]] >= key[v]) {
                break;
            }
            heap[i] = heap[child];
            place[heap[i]] = i;
            i = child;
        }
        heap[i] = v;
        place[v] = i;
    }
}
