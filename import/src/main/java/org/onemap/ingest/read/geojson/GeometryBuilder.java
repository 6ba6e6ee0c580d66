package org.onemap.ingest.read.geojson;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.onemap.ingest.read.geojson.RawFeature.RawGeometry;

/** Makes a geometry of what is written. Confined to one thread. */
final class GeometryBuilder {

    private static final String MORE =
            "its positions have more than three numbers; those behind the height were left out";

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final List<String> remarks = new ArrayList<>();

    /** What is written cannot be a geometry. */
    static final class NoGeometry extends Exception {
        private static final long serialVersionUID = 1L;

        NoGeometry(String message) {
            super(message);
        }
    }

    /** The geometry; null for one without positions. */
    @Nullable
    Geometry build(RawGeometry raw) throws NoGeometry {
        remarks.clear();
        return geometry(raw);
    }

    /** What was left out or mended in the geometry built last. */
    List<String> remarks() {
        return remarks;
    }

    private @Nullable Geometry geometry(RawGeometry raw) throws NoGeometry {
        String type = String.valueOf(raw.type);
        if (type.equals("GeometryCollection")) {
            return collection(raw);
        }
        Object coordinates = raw.coordinates;
        if (coordinates == null) {
            throw new NoGeometry("a " + type + " without coordinates");
        }
        if (coordinates instanceof List<?> list && list.isEmpty()) {
            return null;
        }
        return switch (type) {
            case "Point" -> GEOMETRIES.createPoint(sequence(List.of(coordinates)));
            case "MultiPoint" -> GEOMETRIES.createMultiPoint(sequence(list(coordinates)));
            case "LineString" -> line(list(coordinates));
            case "MultiLineString" -> lines(list(coordinates));
            case "Polygon" -> polygon(list(coordinates));
            case "MultiPolygon" -> polygons(list(coordinates));
            default -> throw new NoGeometry("the geometry type " + type + " is none of GeoJSON");
        };
    }

    private Geometry collection(RawGeometry raw) throws NoGeometry {
        List<Geometry> parts = new ArrayList<>();
        List<RawGeometry> geometries = raw.geometries == null ? List.of() : raw.geometries;
        for (RawGeometry part : geometries) {
            Geometry geometry = geometry(part);
            if (geometry != null) {
                parts.add(geometry);
            }
        }
        return GEOMETRIES.createGeometryCollection(parts.toArray(new Geometry[0]));
    }

    private @Nullable LineString line(List<?> positions) throws NoGeometry {
        if (positions.size() < 2) {
            remarks.add("a line of " + positions.size() + " positions was left out");
            return null;
        }
        return GEOMETRIES.createLineString(sequence(positions));
    }

    private @Nullable Geometry lines(List<?> parts) throws NoGeometry {
        List<LineString> lines = new ArrayList<>();
        for (Object part : parts) {
            LineString line = line(list(part));
            if (line != null) {
                lines.add(line);
            }
        }
        return lines.isEmpty() ? null : GEOMETRIES.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private @Nullable Polygon polygon(List<?> rings) throws NoGeometry {
        List<LinearRing> made = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            LinearRing ring = ring(list(rings.get(i)));
            if (ring == null && i == 0) {
                return null; // without a shell the holes are nothing
            }
            if (ring != null) {
                made.add(ring);
            }
        }
        if (made.isEmpty()) {
            return null;
        }
        return GEOMETRIES.createPolygon(
                made.get(0), made.subList(1, made.size()).toArray(new LinearRing[0]));
    }

    private @Nullable Geometry polygons(List<?> parts) throws NoGeometry {
        List<Polygon> polygons = new ArrayList<>();
        for (Object part : parts) {
            Polygon polygon = polygon(list(part));
            if (polygon != null) {
                polygons.add(polygon);
            }
        }
        return polygons.isEmpty() ? null : GEOMETRIES.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    private @Nullable LinearRing ring(List<?> positions) throws NoGeometry {
        if (positions.size() < 3) {
            remarks.add("a ring of " + positions.size() + " positions, too few for an area, was left out");
            return null;
        }
        CoordinateSequence ring = sequence(positions);
        Coordinate first = ring.getCoordinate(0);
        if (!first.equals2D(ring.getCoordinate(ring.size() - 1))) {
            remarks.add(
                    "the ring at " + first.x + " " + first.y + " is not closed; it was closed with its first position");
            List<Object> closed = new ArrayList<>(positions);
            closed.add(positions.get(0));
            ring = sequence(closed);
        }
        if (ring.size() < 4) {
            remarks.add("a ring of " + ring.size() + " positions, too few for an area, was left out");
            return null;
        }
        return GEOMETRIES.createLinearRing(ring);
    }

    private CoordinateSequence sequence(List<?> positions) throws NoGeometry {
        boolean heights = false;
        for (Object position : positions) {
            if (!(position instanceof double[] numbers) || numbers.length < 2) {
                throw new NoGeometry(
                        "its coordinates are nested wrongly: a position of two numbers is not where it belongs");
            }
            heights |= numbers.length > 2;
        }
        Coordinate[] vertices = new Coordinate[positions.size()];
        for (int i = 0; i < vertices.length; i++) {
            double[] numbers = (double[]) positions.get(i);
            if (numbers.length > 3 && !remarks.contains(MORE)) {
                remarks.add(MORE);
            }
            vertices[i] = heights
                    ? new Coordinate(numbers[0], numbers[1], numbers.length > 2 ? numbers[2] : Double.NaN)
                    : new CoordinateXY(numbers[0], numbers[1]);
            if (!Double.isFinite(numbers[0]) || !Double.isFinite(numbers[1])) {
                throw new NoGeometry("it has the position " + numbers[0] + " " + numbers[1]);
            }
        }
        return new CoordinateArraySequence(vertices, heights ? 3 : 2);
    }

    private static List<?> list(Object coordinates) throws NoGeometry {
        if (coordinates instanceof List<?> list) {
            return list;
        }
        throw new NoGeometry("its coordinates are nested wrongly: a position is where a list of them belongs");
    }
}
