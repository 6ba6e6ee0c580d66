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

    @Override
    public int hashCode() {
        long mixed = from * 0x9E3779B97F4A7C15L ^ to * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> 32) ^ (int) mixed;
    }
}
