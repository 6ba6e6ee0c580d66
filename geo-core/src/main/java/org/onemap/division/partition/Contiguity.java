package org.onemap.division.partition;

import org.onemap.division.partition.Levels.Links;

/**
 * Says whether a node may leave its part without the rest of the part falling apart. Confined to one thread.
 *
 * <p>The search starts at all neighbours in the part at once, each with a region that grows by one node in turn. Regions
 * that meet become one, and when there is one left the part holds together; in a street map that is a walk around the
 * node. A region that can grow no more before it has met the others is what would be cut off, and is mostly the smaller
 * side: a search from one neighbour would see the whole part.
 */
final class Contiguity {

    /** Which search saw a node last. */
    private final int[] seen;
    /** The region that saw it; −1 for the node that leaves. */
    private final int[] region;

    private final int[] queue;
    /** The region that a region has become one with; itself if none. */
    private int[] merged = new int[16];
    /** How many nodes of a region wait to be looked at. */
    private int[] waiting = new int[16];

    private int stamp;
    private int written;
    private int regions;

    Contiguity(int nodes) {
        seen = new int[nodes];
        region = new int[nodes];
        queue = new int[nodes];
    }

    /** Whether the other nodes of the node's part stay connected without it; false if there is no other. */
    boolean mayLeave(int node, int[] label, Links links) {
        int part = label[node];
        stamp++;
        written = 0;
        makeRoom(links.end[node] - links.start[node]);
        for (int arc = links.start[node]; arc < links.end[node]; arc++) {
            int other = links.head[arc];
            if (label[other] == part) {
                merged[written] = written;
                waiting[written] = 0;
                take(other, written);
            }
        }
        regions = written;
        if (regions <= 1) {
            return regions == 1;
        }
        seen[node] = stamp;
        region[node] = -1;
        return growTogether(part, label, links);
    }

    private void makeRoom(int degree) {
        if (degree > merged.length) {
            merged = new int[2 * degree];
            waiting = new int[2 * degree];
        }
    }

    private void take(int node, int by) {
        seen[node] = stamp;
        region[node] = by;
        waiting[by]++;
        queue[written++] = node;
    }

    private boolean growTogether(int part, int[] label, Links links) {
        for (int read = 0; read < written; read++) {
            int v = queue[read];
            int own = root(region[v]);
            for (int arc = links.start[v], end = links.end[v]; arc < end; arc++) {
                int other = links.head[arc];
                if (label[other] != part) {
                    continue;
                }
                if (seen[other] != stamp) {
                    take(other, own);
                } else if (region[other] >= 0 && root(region[other]) != own) {
                    own = merge(own, root(region[other]));
                    if (--regions == 1) {
                        return true;
                    }
                }
            }
            if (--waiting[own] == 0) {
                return false;
            }
        }
        throw new IllegalStateException("a search ended without an answer");
    }

    private int root(int start) {
        int at = start;
        while (merged[at] != at) {
            at = merged[at];
        }
        return at;
    }

    private int merge(int one, int other) {
        merged[other] = one;
        waiting[one] += waiting[other];
        return one;
    }
}
