package org.onemap.ingest.read.shapefile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.read.shapefile.ShapeDecoder.ShapeFaults;

/** A record with parts: polylines, polygons and multipatches. */
final class ShapeParts {

    /** Below this share of its box an area is looked at more closely. */
    private static final double NEARLY_NOTHING = 1e-9;

    private static final int PARTS = 36;
    private static final int POINTS = 40;
    private static final int FIRST_PART = 44;

    private final ShapeType type;
    private final ByteBuffer content;
    private final ShapeFaults faults;
    private final GeometryFactory geometries;
    private final int parts;
    private final int points;
    private final ShapeVertices vertices;

    /** @param content at least as long as its counts ask for */
    ShapeParts(ShapeType type, ByteBuffer content, ShapeFaults faults, GeometryFactory geometries) {
        this.type = type;
        this.content = content;
        this.faults = faults;
        this.geometries = geometries;
        this.parts = content.getInt(content.position() + PARTS);
        this.points = content.getInt(content.position() + POINTS);
        int perPart = type == ShapeType.MULTIPATCH ? 8 : 4;
        this.vertices = new ShapeVertices(type, content, FIRST_PART + perPart * parts, faults).counted(points);
    }

    /** The geometry; null if no part is left of it. */
    @Nullable
    Geometry geometry() {
        if (!partsAreInOrder()) {
            return null;
        }
        if (type == ShapeType.MULTIPATCH) {
            return polygons(new MultiPatchParts(this, geometries).polygons());
        }
        if (type.kind == GeometryKind.LINE) {
            return lines();
        }
        List<LinearRing> rings = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            LinearRing ring = ring(part);
            if (ring != null) {
                rings.add(ring);
            }
        }
        return polygons(RingAssembler.assemble(rings, geometries, faults));
    }

    private boolean partsAreInOrder() {
        int before = 0;
        for (int part = 0; part < parts; part++) {
            int from = from(part);
            if (from < before || from > points || (part == 0 && from != 0)) {
                faults.unreadable(
                        "part " + (part + 1) + " of " + parts + " begins at vertex " + from + " of " + points);
                return false;
            }
            before = from;
        }
        if (parts == 0 && points > 0) {
            faults.warn("empty-shape", "the shape has " + points + " vertices in no part; it was read as a null shape");
        }
        return parts > 0;
    }

    private @Nullable Geometry lines() {
        List<LineString> lines = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int length = to(part) - from(part);
            if (length < 2) {
                faults.warn(
                        "degenerate-part",
                        "part " + (part + 1) + " of the line has " + length + " vertices; it was left out");
            } else {
                lines.add(geometries.createLineString(vertices.sequence(from(part), to(part))));
            }
        }
        if (lines.isEmpty()) {
            return null;
        }
        return lines.size() == 1 ? lines.get(0) : geometries.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private @Nullable Geometry polygons(List<Polygon> polygons) {
        if (polygons.isEmpty()) {
            return null;
        }
        return polygons.size() == 1 ? polygons.get(0) : geometries.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    /** The part as a ring; null with a warning if it has too few vertices. */
    @Nullable
    LinearRing ring(int part) {
        int from = from(part);
        int to = to(part);
        CoordinateSequence ring = to - from < 3 ? null : vertices.ring(from, to);
        if (ring == null || ring.size() < 4) {
            faults.warn(
                    "degenerate-part",
                    "ring " + (part + 1) + " has " + (to - from) + " vertices, too few for an area; it was left out");
            return null;
        }
        if (type != ShapeType.MULTIPATCH && isCollapsed(ring)) { // walls of a multipatch stand upright
            faults.warn(
                    "degenerate-part",
                    "ring " + (part + 1) + " at " + vertices.say(from)
                            + " lies on one line and has no area; it was left out");
            return null;
        }
        return geometries.createLinearRing(ring);
    }

    /** Whether all vertices lie on one line; a ring that crosses itself does not, though its area may be zero too. */
    private static boolean isCollapsed(CoordinateSequence ring) {
        Envelope box = ring.expandEnvelope(new Envelope());
        if (Area.ofRing(ring) > NEARLY_NOTHING * box.getArea()) {
            return false;
        }
        Coordinate first = ring.getCoordinate(0);
        Coordinate farthest = first;
        for (int i = 1; i < ring.size(); i++) {
            if (first.distance(ring.getCoordinate(i)) > first.distance(farthest)) {
                farthest = ring.getCoordinate(i);
            }
        }
        for (int i = 1; i < ring.size(); i++) {
            if (Orientation.index(first, farthest, ring.getCoordinate(i)) != Orientation.COLLINEAR) {
                return false;
            }
        }
        return true;
    }

    int parts() {
        return parts;
    }

    /** First vertex of a part. */
    int from(int part) {
        return content.getInt(content.position() + FIRST_PART + 4 * part);
    }

    /** One after the last vertex of a part. */
    int to(int part) {
        return part + 1 < parts ? from(part + 1) : points;
    }

    /** The number that says what a part of a multipatch is. */
    int partType(int part) {
        return content.getInt(content.position() + FIRST_PART + 4 * (parts + part));
    }

    ShapeVertices vertices() {
        return vertices;
    }

    ShapeFaults faults() {
        return faults;
    }
}
