package org.onemap.road;

import org.locationtech.jts.geom.Coordinate;

/**
 * A centreline in metres, on the grid, without repeated vertices. Known by its index.
 *
 * @param index its place in the list of lines
 * @param source where it comes from
 * @param vertices two at least; changed only while ends are snapped
 */
@SuppressWarnings("ArrayRecordComponent") // compared by index
record PlaneLine(int index, Centreline source, Coordinate[] vertices) {

    RoadClass roadClass() {
        return source.roadClass();
    }

    int level() {
        return source.level();
    }

    Coordinate first() {
        return vertices[0];
    }

    Coordinate last() {
        return vertices[vertices.length - 1];
    }

    boolean endsAt(Coordinate place) {
        return first().equals2D(place) || last().equals2D(place);
    }

    boolean passes(Coordinate place) {
        for (Coordinate vertex : vertices) {
            if (vertex.equals2D(place)) {
                return true;
            }
        }
        return false;
    }

    double lengthM() {
        double length = 0;
        for (int i = 0; i + 1 < vertices.length; i++) {
            length += vertices[i].distance(vertices[i + 1]);
        }
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaneLine that && index == that.index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
