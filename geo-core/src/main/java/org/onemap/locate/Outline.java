package org.onemap.locate;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The rings of one division as plain numbers, between the geometry that came in and the index. Confined to one thread.
 */
final class Outline {

    private final String code;
    private double[] xy = new double[0];
    private int length;

    /** Vertices of each ring, closed; negative for the shell that begins a polygon. */
    private int[] rings = new int[1];

    private int ringCount;

    private Outline(String code) {
        this.code = code;
    }

    /** The polygons of a shape in their order; parts of other dimension are left out. */
    static Outline of(DivisionShape shape) {
        Outline outline = new Outline(shape.division().code());
        outline.xy = new double[2 * shape.geometry().getNumPoints()];
        outline.add(shape.geometry());
        outline.xy = outline.length == outline.xy.length ? outline.xy : Arrays.copyOf(outline.xy, outline.length);
        outline.rings = Arrays.copyOf(outline.rings, outline.ringCount);
        return outline;
    }

    String code() {
        return code;
    }

    boolean isEmpty() {
        return ringCount == 0;
    }

    /** Longitude, latitude, … of all rings one after another. */
    double[] coordinates() {
        return xy;
    }

    int ringCount() {
        return ringCount;
    }

    int vertices(int ring) {
        return Math.abs(rings[ring]);
    }

    boolean isShell(int ring) {
        return rings[ring] < 0;
    }

    private void add(Geometry geometry) {
        if (geometry instanceof Polygon polygon && !polygon.isEmpty()) {
            add(polygon.getExteriorRing(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                add(polygon.getInteriorRingN(i), false);
            }
        } else if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                add(geometry.getGeometryN(i));
            }
        }
    }

    private void add(LinearRing ring, boolean shell) {
        CoordinateSequence points = ring.getCoordinateSequence();
        int size = points.size();
        if (size == 0) {
            return;
        }
        for (int i = 0; i < size; i++) {
            xy[length++] = points.getX(i);
            xy[length++] = points.getY(i);
        }
        if (ringCount == rings.length) {
            rings = Arrays.copyOf(rings, 2 * ringCount);
        }
        rings[ringCount++] = shell ? -size : size;
    }
}
