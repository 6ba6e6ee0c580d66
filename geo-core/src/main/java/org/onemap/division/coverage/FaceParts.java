package org.onemap.division.coverage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Parts of faces. A face of depth two may lie over several pairs of areas, because the border between two of them is
 * cancelled inside it; then the parts are told apart by overlay. Degrees.
 */
final class FaceParts {

    /** Narrower than this, a step and a half of the lattice, a part is the rounding of its corners. */
    private static final double ROUNDING_DEG = 1.5e-7;

    private FaceParts() {}

    static Geometry common(Geometry a, Geometry b) {
        return areas(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
    }

    static Geometry without(Geometry a, Geometry b) {
        return areas(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE));
    }

    /** Without the lines and points that an overlay leaves where areas touch. */
    private static Geometry areas(Geometry overlaid) {
        return overlaid instanceof Polygonal
                ? overlaid
                : overlaid.getFactory().buildGeometry(PolygonExtracter.getPolygons(overlaid));
    }

    /** Whether one of its polygons is more than rounding; a long thin one must not hide a small one. */
    static boolean counts(Geometry part) {
        for (int i = 0; i < part.getNumGeometries(); i++) {
            Geometry one = part.getGeometryN(i);
            if (one.getDimension() == 2 && 2 * one.getArea() > ROUNDING_DEG * one.getLength()) {
                return true;
            }
        }
        return false;
    }

    /** One geometry of parts that touch or not, and overlap at most by the rounding of their corners. */
    static Geometry join(List<Geometry> parts) {
        Geometry all = parts.get(0).getFactory().buildGeometry(parts);
        return parts.size() == 1 ? all : ExactUnion.orOverlay(parts);
    }
}
