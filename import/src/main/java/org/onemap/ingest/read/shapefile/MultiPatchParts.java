package org.onemap.ingest.read.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/** The parts of a multipatch as polygons with heights: triangles singly, an outer ring with the inner rings behind it. */
final class MultiPatchParts {

    private static final int STRIP = 0;
    private static final int FAN = 1;
    private static final int INNER = 3;
    private static final int TRIANGLES = 6;

    private final ShapeParts shape;
    private final GeometryFactory geometries;
    private final List<Polygon> polygons = new ArrayList<>();
    private final List<LinearRing> open = new ArrayList<>();

    MultiPatchParts(ShapeParts shape, GeometryFactory geometries) {
        this.shape = shape;
        this.geometries = geometries;
    }

    List<Polygon> polygons() {
        for (int part = 0; part < shape.parts(); part++) {
            int type = shape.partType(part);
            if (type == STRIP || type == FAN || type == TRIANGLES) {
                closePolygon();
                triangles(type, shape.from(part), shape.to(part));
            } else {
                ring(type, part);
            }
        }
        closePolygon();
        return polygons;
    }

    private void ring(int type, int part) {
        LinearRing ring = shape.ring(part);
        if (ring != null) {
            if (type != INNER) {
                closePolygon();
            }
            open.add(ring);
        }
    }

    private void closePolygon() {
        if (!open.isEmpty()) {
            LinearRing[] holes = open.subList(1, open.size()).toArray(new LinearRing[0]);
            polygons.add(geometries.createPolygon(open.get(0), holes));
            open.clear();
        }
    }

    private void triangles(int type, int from, int to) {
        int step = type == TRIANGLES ? 3 : 1;
        for (int i = from; i + 2 < to; i += step) {
            polygons.add(triangle(type == FAN ? from : i, i + 1, i + 2));
        }
        if (to - from < 3) {
            shape.faults().warn("degenerate-part", "a patch has " + (to - from) + " vertices; it was left out");
        }
    }

    private Polygon triangle(int a, int b, int c) {
        CoordinateSequence first = shape.vertices().sequence(a, a + 1);
        CoordinateSequence rest = shape.vertices().sequence(b, c + 1);
        return geometries.createPolygon(new CoordinateArraySequence(
                new org.locationtech.jts.geom.Coordinate[] {
                    first.getCoordinate(0),
                    rest.getCoordinate(0),
                    rest.getCoordinate(1),
                    first.getCoordinate(0).copy()
                },
                first.getDimension(),
                first.getMeasures()));
    }
}
