package org.onemap.division.coverage;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Whether the border of an area runs through a face, told on the lattice without overlay. Says yes where it is in doubt: where
 * a border touches a face otherwise than along its edges and at their ends. Stateless.
 */
final class Containment {

    private Containment() {}

    /** Whether the area, which has some position of the face, certainly has all of it. */
    static boolean isWhole(Geometry area, Face face) {
        List<DirectedEdge> edges = face.leftwardEdges();
        for (Object ring : LinearComponentExtracter.getLines(area)) {
            CoordinateSequence vertices = ((LineString) ring).getCoordinateSequence();
            long from = step(vertices, 0);
            for (int i = 1; i < vertices.size(); i++) {
                long to = step(vertices, i);
                if (from != to && meets(new DirectedEdge(from, to), edges, face)) {
                    return false;
                }
                from = to;
            }
        }
        return true;
    }

    private static long step(CoordinateSequence vertices, int i) {
        return Lattice.pack(Lattice.step(vertices.getX(i)), Lattice.step(vertices.getY(i)));
    }

    private static boolean meets(DirectedEdge segment, List<DirectedEdge> edges, Face face) {
        if (!face.polygon()
                .getEnvelopeInternal()
                .intersects(Lattice.steps(segment.from()), Lattice.steps(segment.to()))) {
            return false;
        }
        boolean fromIsEnd = false;
        boolean toIsEnd = false;
        for (DirectedEdge edge : edges) {
            if (edge.undirected().equals(segment.undirected())) {
                return false;
            }
            fromIsEnd |= edge.from() == segment.from();
            toIsEnd |= edge.from() == segment.to();
        }
        if (fromIsEnd && toIsEnd) {
            return true;
        }
        for (DirectedEdge edge : edges) {
            if (touch(segment, edge)) {
                return true;
            }
        }
        long other = fromIsEnd ? segment.to() : segment.from();
        return crossings(Lattice.steps(other), edges) % 2 != 0;
    }

    /** Whether they have a position in common that is not an end of both. */
    private static boolean touch(DirectedEdge a, DirectedEdge b) {
        double from = side(a, b.from());
        double to = side(a, b.to());
        double first = side(b, a.from());
        double second = side(b, a.to());
        boolean sharesEnd = a.from() == b.from() || a.from() == b.to() || a.to() == b.from() || a.to() == b.to();
        if (sharesEnd) {
            return from == 0 && to == 0; // along each other
        }
        return from * to <= 0 && first * second <= 0;
    }

    private static double side(DirectedEdge edge, long vertex) {
        double dx = (double) Lattice.x(edge.to()) - Lattice.x(edge.from());
        double dy = (double) Lattice.y(edge.to()) - Lattice.y(edge.from());
        return Math.signum(dx * ((double) Lattice.y(vertex) - Lattice.y(edge.from()))
                - dy * ((double) Lattice.x(vertex) - Lattice.x(edge.from())));
    }

    private static int crossings(Coordinate at, List<DirectedEdge> edges) {
        int count = 0;
        for (DirectedEdge edge : edges) {
            double y0 = Lattice.y(edge.from());
            double y1 = Lattice.y(edge.to());
            if (y0 <= at.y != y1 <= at.y) {
                double x = Lattice.x(edge.from())
                        + (at.y - y0) / (y1 - y0) * ((double) Lattice.x(edge.to()) - Lattice.x(edge.from()));
                count += x > at.x ? 1 : 0;
            }
        }
        return count;
    }
}
