package org.onemap.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * Brings polygons in cells of a tile to whole cells and into the box of the tile, valid by OGC. Immutable.
 *
 * <p>Most lie inside the box and are still valid when each vertex is rounded: that is tried first. Rounding can make
 * edges cross, and the box cuts: then snap-rounding overlay does both at once, on the mended polygon if need be.
 */
final class PolygonSnapper {

    private static final GeometryFactory CELLS = new GeometryFactory();
    private static final PrecisionModel WHOLE = new PrecisionModel(1);

    private final Envelope box;
    private final Geometry boxPolygon;

    PolygonSnapper(Envelope box) {
        this.box = box;
        this.boxPolygon = CELLS.toGeometry(box);
    }

    /** A polygon of these closed rings, the first the outer one; empty rings are left out. */
    static Polygon polygon(List<Coordinate[]> rings) {
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] ring : rings.subList(1, rings.size())) {
            if (ring.length > 3) {
                holes.add(CELLS.createLinearRing(ring));
            }
        }
        return rings.get(0).length <= 3
                ? CELLS.createPolygon()
                : CELLS.createPolygon(CELLS.createLinearRing(rings.get(0)), holes.toArray(LinearRing[]::new));
    }

    /** The polygons on whole cells; none if nothing of them has an area there. */
    List<Polygon> snap(List<Polygon> polygons) {
        Geometry all = CELLS.createMultiPolygon(polygons.toArray(Polygon[]::new));
        if (box.contains(all.getEnvelopeInternal())) {
            Geometry rounded = rounded(polygons);
            if (rounded.isValid()) {
                return polygonsOf(rounded);
            }
        }
        try {
            return polygonsOf(rounded(polygonsOf(overlay(all))));
        } catch (TopologyException | IllegalArgumentException e) {
            return snapMended(all);
        }
    }

    /** The last try; what defies it too is left out: a tile holds no invalid geometry. */
    private List<Polygon> snapMended(Geometry all) {
        try {
            Geometry mended = GeometryFixer.fix(all);
            return polygonsOf(rounded(polygonsOf(overlay(mended))));
        } catch (TopologyException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private Geometry overlay(Geometry all) {
        Geometry result = OverlayNG.overlay(all, boxPolygon, OverlayNG.INTERSECTION, WHOLE);
        // rings cut before can lie upon themselves; where they do, the overlay may take the outside for the inside
        if (!result.isValid() || Math.abs(result.getArea() - areaInBox(all)) > all.getLength() + box.getWidth()) {
            throw new TopologyException("overlay of an invalid polygon");
        }
        return result;
    }

    /** What lies in the box, to the accuracy of cells: of a ring cut side by side at least the area is right. */
    private double areaInBox(Geometry all) {
        BoxClipper clipper = new BoxClipper(box);
        double area = 0;
        for (Polygon polygon : polygonsOf(all)) {
            area += areaInBox(clipper, polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                area -= areaInBox(clipper, polygon.getInteriorRingN(i));
            }
        }
        return area;
    }

    private static double areaInBox(BoxClipper clipper, LinearRing ring) {
        return Area.ofRing(clipper.ring(Arrays.asList(ring.getCoordinates())).toArray(Coordinate[]::new));
    }

    private static Geometry rounded(List<Polygon> polygons) {
        List<Polygon> out = new ArrayList<>(polygons.size());
        for (Polygon polygon : polygons) {
            List<Coordinate[]> rings = new ArrayList<>();
            rings.add(round(polygon.getExteriorRing()));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.add(round(polygon.getInteriorRingN(i)));
            }
            Polygon rounded = polygon(rings);
            if (!rounded.isEmpty()) {
                out.add(rounded);
            }
        }
        return CELLS.createMultiPolygon(out.toArray(Polygon[]::new));
    }

    private static Coordinate[] round(LinearRing ring) {
        return GridPath.ring(ring.getCoordinates()).toArray(Coordinate[]::new);
    }

    @SuppressWarnings("unchecked") // JTS lists are raw
    private static List<Polygon> polygonsOf(Geometry geometry) {
        return PolygonExtracter.getPolygons(geometry);
    }
}
