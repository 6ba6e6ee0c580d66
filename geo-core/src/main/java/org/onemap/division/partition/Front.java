package org.onemap.division.partition;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The arcs of open edges between two leaves, as a set to draw from: every draw is a move that changes something. An edge
 * on a border is in it twice, once from each end. Confined to one thread.
 *
 * <p>Drawing a border node and one of its neighbours instead wasted two draws in three on neighbours in the same leaf.
 */
final class Front {

    private final WeightedGraph graph;
    private final int[] leaf;
    /** The node that an arc leaves from. */
    private final int[] tail;
    /** The arc of the same edge from the other end; of open arcs only. */
    private final int[] mate;

    private final int[] place;
    private final int[] members;
    private int size;

    Front(WeightedGraph graph, int[] leaf) {
        this.graph = graph;
        this.leaf = leaf;
        int arcs = graph.head.length;
        this.tail = new int[arcs];
        this.mate = new int[arcs];
        this.place = new int[arcs];
        this.members = new int[arcs];
        Arrays.fill(place, -1);
        pairArcs();
        for (int v = 0; v < graph.size(); v++) {
            moved(v);
        }
    }

    /** In every row the open arcs are ordered by head: read by growing tails, they come in the order of their mates. */
    private void pairArcs() {
        int[] next = Arrays.copyOf(graph.start, graph.size());
        for (int v = 0; v < graph.size(); v++) {
            Arrays.fill(tail, graph.start[v], graph.start[v + 1], v);
            for (int arc = graph.start[v]; arc < graph.openEnd[v]; arc++) {
                mate[arc] = next[graph.head[arc]]++;
            }
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** An arc from the node that may move to a neighbour in the leaf that it may move to. */
    int draw(SplittableRandom random) {
        return members[random.nextInt(size)];
    }

    int tail(int arc) {
        return tail[arc];
    }

    /** Tells that this node has changed its leaf. */
    void moved(int node) {
        for (int arc = graph.start[node]; arc < graph.openEnd[node]; arc++) {
            boolean between = leaf[graph.head[arc]] != leaf[node];
            update(arc, between);
            update(mate[arc], between);
        }
    }

    private void update(int arc, boolean in) {
        if (in && place[arc] < 0) {
            place[arc] = size;
            members[size++] = arc;
        } else if (!in && place[arc] >= 0) {
            int last = members[--size];
            members[place[arc]] = last;
            place[last] = place[arc];
            place[arc] = -1;
        }
    }
}
