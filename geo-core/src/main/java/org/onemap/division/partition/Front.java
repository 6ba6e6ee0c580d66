package org.onemap.division.partition;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The nodes that have a neighbour in another leaf, as a set to draw from. Confined to one thread. */
final class Front {

    private final WeightedGraph graph;
    private final int[] leaf;
    private final int[] place;
    private final int[] members;
    private int size;

    Front(WeightedGraph graph, int[] leaf) {
        this.graph = graph;
        this.leaf = leaf;
        this.place = new int[graph.size()];
        this.members = new int[graph.size()];
        Arrays.fill(place, -1);
        for (int v = 0; v < graph.size(); v++) {
            update(v);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int draw(SplittableRandom random) {
        return members[random.nextInt(size)];
    }

    /** Tells that this node has changed its leaf. */
    void moved(int node) {
        update(node);
        for (int arc = graph.start[node]; arc < graph.openEnd[node]; arc++) {
            update(graph.head[arc]);
        }
    }

    private void update(int node) {
        boolean in = touchesAnotherLeaf(node);
        if (in && place[node] < 0) {
            place[node] = size;
            members[size++] = node;
        } else if (!in && place[node] >= 0) {
            int last = members[--size];
            members[place[node]] = last;
            place[last] = place[node];
            place[node] = -1;
        }
    }

    private boolean touchesAnotherLeaf(int node) {
        for (int arc = graph.start[node]; arc < graph.openEnd[node]; arc++) {
            if (leaf[graph.head[arc]] != leaf[node]) {
                return true;
            }
        }
        return false;
    }
}
