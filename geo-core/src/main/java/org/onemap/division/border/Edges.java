package org.onemap.division.border;

import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** The edges of geometries, each with its lesser end first, so that equal edges are equal. */
final class Edges {

    /** Metres of a degree of latitude, about; longitudes are shorter, so a tolerance is kept, not exceeded. */
    static final double METRES_PER_DEGREE = 111_320;

    private Edges() {}

    /** Calls the action with each edge of lines and rings. */
    static void forEach(Geometry geometry, Consumer<LineSegment> action) {
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            CoordinateSequence vertices = ((LineString) line).getCoordinateSequence();
            for (int i = 1; i < vertices.size(); i++) {
                LineSegment edge = new LineSegment(
                        vertices.getCoordinate(i - 1).copy(),
                        vertices.getCoordinate(i).copy());
                if (edge.getLength() > 0) {
                    edge.normalize();
                    action.accept(edge);
                }
            }
        }
    }

    /**
     * The part of an edge along which another one runs.
     *
     * @param tolerance how far they may be apart there, in degrees
     */
    static Optional<LineSegment> overlap(LineSegment edge, LineSegment other, double tolerance) {
        double start = edge.projectionFactor(other.p0);
        double end = edge.projectionFactor(other.p1);
        double from = Math.max(0, Math.min(start, end));
        double to = Math.min(1, Math.max(start, end));
        if (!(to - from > 1e-9)) {
            return Optional.empty();
        }
        LineSegment part =
                new LineSegment(from == 0 ? edge.p0 : edge.pointAlong(from), to == 1 ? edge.p1 : edge.pointAlong(to));
        boolean close = other.distance(part.p0) <= tolerance && other.distance(part.p1) <= tolerance;
        return close && part.getLength() > 2 * tolerance ? Optional.of(part) : Optional.empty();
    }
}
