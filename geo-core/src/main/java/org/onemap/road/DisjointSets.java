package org.onemap.road;

/** Which of the numbers 0 … n−1 belong together. Confined to one thread. */
public final class DisjointSets {

    private final int[] parent;

    /** Every number for itself. */
    public DisjointSets(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /** The representative of a number's set. */
    public int find(int member) {
        int root = member;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Puts two sets together; the lower representative stays. */
    public void union(int a, int b) {
        int left = find(a);
        int right = find(b);
        parent[Math.max(left, right)] = Math.min(left, right);
    }
}
