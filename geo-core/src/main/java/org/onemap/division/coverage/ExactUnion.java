package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Unions of areas that share every vertex of their common borders: no vertex is moved, none is added. Stateless. */
public final class ExactUnion {

    /** Relative to the area: what rounding of sums may come to. */
    private static final double ROUNDING = 1e-9;

    private ExactUnion() {}

    /**
     * The union whose every vertex is one of the areas' vertices, bit by bit.
     *
     * @param areas polygons and multi-polygons of any one reference system
     * @return empty if the areas overlap or do not share all vertices of their common borders, so that there is no such
     *     union
     */
    public static Optional<Geometry> find(List<? extends Geometry> areas) {
        Optional<Geometry> union = ofCoverage(areas).filter(found -> isExact(found, areas));
        if (union.isPresent()) {
            return union;
        }
        Geometry overlay = OverlayNGRobust.union(new ArrayList<>(areas)); // rings that touch themselves become holes
        return isExact(overlay, areas) ? Optional.of(overlay) : Optional.empty();
    }

    /** Empty where the areas are so far from a coverage that their edges cannot be joined. */
    private static Optional<Geometry> ofCoverage(List<? extends Geometry> areas) {
        try {
            return Optional.of(CoverageUnion.union(areas.toArray(new Geometry[0])));
        } catch (TopologyException e) {
            return Optional.empty();
        }
    }

    private static boolean isExact(Geometry union, List<? extends Geometry> areas) {
        double sum = areas.stream().mapToDouble(Geometry::getArea).sum();
        if (!union.isValid() || Math.abs(union.getArea() - sum) > sum * ROUNDING) {
            return false;
        }
        Set<Coordinate> vertices = new HashSet<>();
        areas.forEach(area -> vertices.addAll(List.of(area.getCoordinates())));
        return vertices.containsAll(List.of(union.getCoordinates()));
    }

    /** The same, and where there is no such union the one that overlay gives. */
    public static Geometry orOverlay(List<? extends Geometry> areas) {
        return find(areas).orElseGet(() -> OverlayNGRobust.union(new ArrayList<>(areas)));
    }
}
