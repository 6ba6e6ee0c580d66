package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A face of an {@link Arrangement}. Immutable.
 *
 * @param polygon its outline in steps of the lattice
 * @param depth how many areas lie over it
 */
record Face(Polygon polygon, int depth) {

    /** The edges of the outer ring, counter-clockwise. */
    List<DirectedEdge> outline() {
        return edges(polygon.getExteriorRing(), true);
    }

    /** The edges of all rings, the face on their left. */
    List<DirectedEdge> leftwardEdges() {
        List<DirectedEdge> edges = new ArrayList<>(outline());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            edges.addAll(edges(polygon.getInteriorRingN(i), false));
        }
        return edges;
    }

    /** A position inside, in degrees. */
    Coordinate interiorLonLat() {
        Coordinate steps = polygon.getInteriorPoint().getCoordinate();
        return new Coordinate(Lattice.deg(steps.x), Lattice.deg(steps.y));
    }

    /** The polygon in degrees. */
    Polygon lonLat() {
        Polygon copy = (Polygon) polygon.copy();
        for (Coordinate coordinate : copy.getCoordinates()) {
            coordinate.x = Lattice.deg(coordinate.x);
            coordinate.y = Lattice.deg(coordinate.y);
        }
        copy.geometryChanged();
        return copy;
    }

    private static List<DirectedEdge> edges(LinearRing ring, boolean counterClockwise) {
        CoordinateSequence sequence = ring.getCoordinateSequence();
        boolean forwards = Orientation.isCCW(sequence) == counterClockwise;
        List<DirectedEdge> edges = new ArrayList<>(sequence.size());
        for (int i = 0; i + 1 < sequence.size(); i++) {
            DirectedEdge edge = new DirectedEdge(
                    Lattice.pack(sequence.getCoordinate(i)), Lattice.pack(sequence.getCoordinate(i + 1)));
            edges.add(forwards ? edge : edge.reversed());
        }
        if (!forwards) {
            java.util.Collections.reverse(edges);
        }
        return edges;
    }
}
