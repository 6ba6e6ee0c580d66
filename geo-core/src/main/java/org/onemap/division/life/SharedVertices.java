package org.onemap.division.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * Puts the ends of a new boundary into the polygons whose edges it meets, so that neighbours go on sharing every vertex.
 * Stateless.
 */
final class SharedVertices {

    /** About 10 µm: ends of a cut are computed on the edge and miss it by rounding only. */
    private static final double TOLERANCE_DEG = 1e-10;

    private SharedVertices() {}

    /** The geometry with those of the points that lie on its edges as vertices; empty if none is missing. */
    static Optional<Geometry> insert(Geometry geometry, Collection<Coordinate> points) {
        Envelope box = new Envelope(geometry.getEnvelopeInternal());
        box.expandBy(TOLERANCE_DEG);
        List<Coordinate> near = points.stream().filter(box::contains).toList();
        if (near.isEmpty()) {
            return Optional.empty();
        }
        Insertion insertion = new Insertion(near);
        Geometry edited = new GeometryEditor(geometry.getFactory()).edit(geometry, insertion);
        return insertion.inserted ? Optional.of(edited) : Optional.empty();
    }

    private static final class Insertion extends GeometryEditor.CoordinateOperation {

        private final List<Coordinate> points;
        private boolean inserted;

        Insertion(List<Coordinate> points) {
            this.points = points;
        }

        @Override
        public Coordinate[] edit(Coordinate[] ring, Geometry owner) {
            List<Coordinate> edited = new ArrayList<>(ring.length + points.size());
            for (int i = 0; i + 1 < ring.length; i++) {
                edited.add(ring[i]);
                edited.addAll(between(ring[i], ring[i + 1]));
            }
            edited.add(ring[ring.length - 1]);
            return edited.toArray(new Coordinate[0]);
        }

        private List<Coordinate> between(Coordinate from, Coordinate to) {
            Envelope box = new Envelope(from, to);
            box.expandBy(TOLERANCE_DEG);
            List<Coordinate> found = new ArrayList<>();
            for (Coordinate point : points) {
                if (box.contains(point)
                        && Distance.pointToSegment(point, from, to) <= TOLERANCE_DEG
                        && !point.equals2D(from)
                        && !point.equals2D(to)
                        && found.stream().noneMatch(point::equals2D)) {
                    found.add(new Coordinate(point.x, point.y));
                    inserted = true;
                }
            }
            found.sort(Comparator.comparingDouble(from::distance));
            return found;
        }
    }
}
