package org.onemap.division.coverage;

/** Directed segments on the lattice with their owners, on plain arrays. Confined to one thread. */
final class LooseSegments {

    private final long[] from;
    private final long[] to;
    private final int[] owner;
    private int size;

    LooseSegments(int capacity) {
        this.from = new long[capacity];
        this.to = new long[capacity];
        this.owner = new int[capacity];
    }

    void add(long fromVertex, long toVertex, int ownerOfIt) {
        from[size] = fromVertex;
        to[size] = toVertex;
        owner[size++] = ownerOfIt;
    }

    int size() {
        return size;
    }

    long from(int segment) {
        return from[segment];
    }

    long to(int segment) {
        return to[segment];
    }

    int owner(int segment) {
        return owner[segment];
    }
}
