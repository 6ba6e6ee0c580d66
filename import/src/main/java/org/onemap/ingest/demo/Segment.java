package org.onemap.ingest.demo;

import org.locationtech.jts.geom.Coordinate;

/**
 * A straight piece between two vertices, the same from both sides.
 *
 * @param low the vertex that sorts first
 * @param high the other
 */
record Segment(Coordinate low, Coordinate high) implements Comparable<Segment> {

    @Override
    public int compareTo(Segment other) {
        int byLow = low.compareTo(other.low);
        return byLow != 0 ? byLow : high.compareTo(other.high);
    }

    static Segment of(Coordinate a, Coordinate b) {
        return a.compareTo(b) <= 0 ? new Segment(a, b) : new Segment(b, a);
    }

    double lengthM() {
        return low.distance(high);
    }
}
