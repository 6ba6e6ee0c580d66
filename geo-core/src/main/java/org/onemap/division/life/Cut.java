package org.onemap.division.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.onemap.crs.Distances;
import org.onemap.division.coverage.ExactUnion;
import org.onemap.division.coverage.PolygonizedFaces;

/**
 * A polygonal area cut by lines into faces that share every vertex. Immutable.
 *
 * <p>Lines that end inside the area, or outside, do no harm: only what closes a face cuts.
 */
final class Cut {

    private final List<Geometry> faces;
    private final Set<Coordinate> newVertices = new HashSet<>();

    private Cut(Geometry area, List<Geometry> faces) {
        this.faces = faces;
        Set<Coordinate> before = new HashSet<>(List.of(area.getCoordinates()));
        for (Geometry face : faces) {
            for (Coordinate vertex : face.getCoordinates()) {
                if (!before.contains(vertex)) {
                    newVertices.add(vertex);
                }
            }
        }
    }

    /**
     * Cuts.
     *
     * @param area polygon or multi-polygon
     * @param lines any geometry: its linework cuts
     * @param smallestM2 faces below this join the neighbour with which they share most boundary
     */
    static Cut of(Geometry area, Geometry lines, double smallestM2) {
        Geometry linework = lines.getDimension() == 2 ? lines.getBoundary() : lines;
        Geometry noded = OverlayNGRobust.overlay(area.getBoundary(), linework, OverlayNG.UNION);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(noded);
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        List<Geometry> faces = new ArrayList<>();
        for (Polygon face : PolygonizedFaces.of(polygonizer)) {
            Coordinate middle = face.getInteriorPoint().getCoordinate();
            if (inside.locate(middle) == Location.INTERIOR) {
                faces.add(face);
            }
        }
        return new Cut(area, joinSmall(faces, smallestM2));
    }

    private static List<Geometry> joinSmall(List<Geometry> faces, double smallestM2) {
        List<Geometry> joined = new ArrayList<>(faces);
        joined.sort(Comparator.comparingDouble(Distances::areaM2));
        while (joined.size() > 1 && Distances.areaM2(joined.get(0)) < smallestM2) {
            Geometry small = joined.remove(0);
            Geometry best = joined.stream()
                    .max(Comparator.comparingDouble(face -> sharedLength(small, face)))
                    .orElseThrow();
            joined.remove(best);
            joined.add(union(List.of(small, best)));
            joined.sort(Comparator.comparingDouble(Distances::areaM2));
        }
        return joined;
    }

    private static double sharedLength(Geometry a, Geometry b) {
        return a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())
                ? OverlayNGRobust.overlay(a.getBoundary(), b.getBoundary(), OverlayNG.INTERSECTION)
                        .getLength()
                : 0;
    }

    /** The faces, smallest first. */
    List<Geometry> faces() {
        return faces;
    }

    /** The vertices that the area did not have: to be put into whatever else has an edge there. */
    Collection<Coordinate> newVertices() {
        return newVertices;
    }

    /** The union of areas that share every vertex of their common boundaries; robust where they do not quite. */
    static Geometry union(List<? extends Geometry> areas) {
        return ExactUnion.orOverlay(areas);
    }
}
