package org.onemap.division.coverage;

/** An edge between two positions of the {@link Lattice}, packed. Immutable. */
record DirectedEdge(long from, long to) {

    DirectedEdge reversed() {
        return new DirectedEdge(to, from);
    }

    /** The same edge from its smaller to its larger end. */
    DirectedEdge undirected() {
        return from < to ? this : reversed();
    }
}
