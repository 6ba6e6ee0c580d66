package org.onemap.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** The rings of one polygon, ready for point location. Immutable. */
final class Area {

    private final RingBlocks shell;
    private final List<RingBlocks> holes;

    private Area(Polygon polygon) {
        this.shell = new RingBlocks(polygon.getExteriorRing());
        List<RingBlocks> inner = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            inner.add(new RingBlocks(polygon.getInteriorRingN(i)));
        }
        this.holes = List.copyOf(inner);
    }

    /** The polygons of a geometry; parts of other dimension are left out. */
    static List<Area> of(Geometry geometry) {
        List<Area> areas = new ArrayList<>();
        collect(geometry, areas);
        return areas;
    }

    private static void collect(Geometry geometry, List<Area> into) {
        if (geometry instanceof Polygon polygon && !polygon.isEmpty()) {
            into.add(new Area(polygon));
        } else if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                collect(geometry.getGeometryN(i), into);
            }
        }
    }

    void forEachRing(Consumer<RingBlocks> action) {
        action.accept(shell);
        holes.forEach(action);
    }

    /** As JTS {@code PointLocator} does it: shell first, then the holes in their order. */
    int locate(Coordinate position) {
        int inShell = shell.locate(position);
        if (inShell != Location.INTERIOR) {
            return inShell;
        }
        for (RingBlocks hole : holes) {
            int inHole = hole.locate(position);
            if (inHole == Location.BOUNDARY) {
                return Location.BOUNDARY;
            }
            if (inHole == Location.INTERIOR) {
                return Location.EXTERIOR;
            }
        }
        return Location.INTERIOR;
    }
}
