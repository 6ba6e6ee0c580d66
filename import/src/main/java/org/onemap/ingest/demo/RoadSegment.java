package org.onemap.ingest.demo;

import org.locationtech.jts.geom.Coordinate;

/**
 * A piece of street between two intersections. Known by identity.
 *
 * @param street the street
 * @param code class and sequence of the street and three digits of the piece
 * @param roadCode the street's code: 410172, letter of the class, four digits
 * @param line from W to E or from N to S
 * @param left block on the left, −1 outside the district
 * @param right block on the right, −1 outside the district
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity
record RoadSegment(Street street, String code, String roadCode, Coordinate[] line, int left, int right) {

    double lengthM() {
        double length = 0;
        for (int i = 0; i + 1 < line.length; i++) {
            length += line[i].distance(line[i + 1]);
        }
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
