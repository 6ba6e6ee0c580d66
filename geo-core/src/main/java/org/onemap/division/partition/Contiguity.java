package org.onemap.division.partition;

import org.onemap.division.partition.Levels.Links;

/**
 * Says whether a node may leave its part without the rest of the part falling apart. Confined to one thread.
 *
 * <p>The search starts at one neighbour in the part and ends as soon as it has met all of them; in a street map that is
 * a walk around the node. Only where the node really is a bridge does it see the whole part.
 */
final class Contiguity {

    private final int[] mark;
    private final int[] queue;
    private int stamp;

    Contiguity(int nodes) {
        mark = new int[nodes];
        queue = new int[nodes];
    }

    /** Whether the other nodes of the node's part stay connected without it; false if there is no other. */
    boolean mayLeave(int node, int[] label, Links links) {
        int part = label[node];
        stamp += 2;
        int wanted = 0;
        int first = -1;
        for (int arc = links.start[node]; arc < links.end[node]; arc++) {
            int other = links.head[arc];
            if (label[other] == part) {
                mark[other] = stamp;
                first = other;
                wanted++;
            }
        }
        if (wanted <= 1) {
            return wanted == 1;
        }
        mark[node] = stamp + 1;
        return meetsAll(first, wanted, label, links);
    }

    private boolean meetsAll(int first, int wanted, int[] label, Links links) {
        int[] start = links.start;
        int[] end = links.end;
        int[] head = links.head;
        int part = label[first];
        int met = 1;
        int read = 0;
        int written = 0;
        queue[written++] = first;
        mark[first] = stamp + 1;
        while (read < written) {
            int v = queue[read++];
            for (int arc = start[v]; arc < end[v]; arc++) {
                int other = head[arc];
                if (label[other] != part || mark[other] == stamp + 1) {
                    continue;
                }
                if (mark[other] == stamp && ++met == wanted) {
                    return true;
                }
                mark[other] = stamp + 1;
                queue[written++] = other;
            }
        }
        return false;
    }
}
