package org.onemap.api.features;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.onemap.api.http.Link;
import org.onemap.division.people.Phone;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.FieldNames;
import org.onemap.feature.Layer;

/**
 * Writes features as GeoJSON (RFC 7946).
 *
 * <ul>
 *   <li>Coordinates have the precision in which they are stored: the shortest decimals that read back as the same
 *       number. Z follows where there is one; M is not written, RFC 7946 has no place for it.
 *   <li>A multi line or polygon of one part is written as its single form.
 *   <li>Outer rings run counter-clockwise and holes clockwise, whichever way they are stored.
 * </ul>
 */
public final class GeoJson {

    /** CGCS2000 counts as identical to WGS 84, so this is what callers are told. */
    public static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private static final String PEOPLE = "assignment";

    private GeoJson() {}

    /** Writes a feature; {@code links} may be empty. */
    static void write(JsonGenerator json, Layer layer, Feature feature, List<Link> links) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", feature.id(layer));
        json.writeFieldName("geometry");
        if (feature.geometry().isPresent()) {
            write(json, feature.geometry().get());
        } else {
            json.writeNull();
        }
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, Object> property : properties(layer, feature).entrySet()) {
            json.writeFieldName(property.getKey());
            writeValue(json, property.getValue());
        }
        json.writeEndObject();
        if (!links.isEmpty()) {
            Link.write(json, links);
        }
        json.writeEndObject();
    }

    /** What a feature says of itself, system columns first; {@code Optional.empty()} stands for null. */
    static Map<String, Object> properties(Layer layer, Feature feature) {
        Map<String, Object> properties = new java.util.LinkedHashMap<>();
        properties.put("code", orNull(feature.code()));
        properties.put("name", orNull(feature.name()));
        properties.put("parent_code", orNull(feature.parentCode()));
        properties.put("valid_from", feature.validFrom());
        properties.put("change_set", feature.changeSet());
        List<Field> fields = feature.content().schema().fields();
        for (int i = 0; i < fields.size(); i++) {
            Optional<Object> value = feature.content().value(i);
            properties.put(
                    fields.get(i).name(), orNull(isPhone(layer, fields.get(i)) ? value.map(GeoJson::masked) : value));
        }
        return properties;
    }

    /** Whether a column holds telephone numbers of people, which are for no list: the card of a division has them. */
    static boolean isPhone(Layer layer, Field field) {
        return layer.name().equals(PEOPLE)
                && FieldNames.PHONE.find(layer.schema()).equals(Optional.of(field.name()));
    }

    private static Object masked(Object number) {
        return Phone.of(number.toString()).masked();
    }

    private static Object orNull(Optional<?> value) {
        return value.isPresent() ? value.get() : Optional.empty();
    }

    /** Writes a value of a column; {@code Optional.empty()} stands for null. */
    public static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Optional<?>) {
            json.writeNull();
        } else {
            json.writeString(value.toString()); // texts, and days and instants in ISO form
        }
    }

    /** Writes a geometry. */
    public static void write(JsonGenerator json, Geometry geometry) throws IOException {
        boolean single = geometry.getNumGeometries() == 1
                && (geometry instanceof MultiPolygon || geometry instanceof MultiLineString);
        Geometry shape = single ? geometry.getGeometryN(0) : geometry;
        json.writeStartObject();
        json.writeStringField("type", shape.getGeometryType());
        if (shape.getClass() == GeometryCollection.class) {
            json.writeArrayFieldStart("geometries");
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                write(json, shape.getGeometryN(i));
            }
            json.writeEndArray();
        } else {
            json.writeFieldName("coordinates");
            writeCoordinates(json, shape);
        }
        json.writeEndObject();
    }

    private static void writeCoordinates(JsonGenerator json, Geometry shape) throws IOException {
        if (shape instanceof Point point) {
            writePoint(json, point);
        } else if (shape instanceof LineString line) {
            writeLine(json, line.getCoordinateSequence(), false);
        } else if (shape instanceof Polygon polygon) {
            writePolygon(json, polygon);
        } else if (shape instanceof MultiPoint || shape instanceof MultiLineString || shape instanceof MultiPolygon) {
            json.writeStartArray();
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                writeCoordinates(json, shape.getGeometryN(i));
            }
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException("GeoJSON has no " + shape.getGeometryType());
        }
    }

    private static void writePoint(JsonGenerator json, Point point) throws IOException {
        if (point.isEmpty()) {
            json.writeStartArray();
            json.writeEndArray();
        } else {
            writePosition(json, point.getCoordinateSequence(), 0);
        }
    }

    private static void writePolygon(JsonGenerator json, Polygon polygon) throws IOException {
        json.writeStartArray();
        if (!polygon.isEmpty()) {
            writeRing(json, polygon.getExteriorRing().getCoordinateSequence(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                writeRing(json, polygon.getInteriorRingN(i).getCoordinateSequence(), false);
            }
        }
        json.writeEndArray();
    }

    private static void writeRing(JsonGenerator json, CoordinateSequence ring, boolean counterClockwise)
            throws IOException {
        writeLine(json, ring, ring.size() >= 4 && Orientation.isCCW(ring) != counterClockwise);
    }

    private static void writeLine(JsonGenerator json, CoordinateSequence line, boolean backwards) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < line.size(); i++) {
            writePosition(json, line, backwards ? line.size() - 1 - i : i);
        }
        json.writeEndArray();
    }

    private static void writePosition(JsonGenerator json, CoordinateSequence line, int at) throws IOException {
        json.writeStartArray();
        json.writeNumber(line.getX(at));
        json.writeNumber(line.getY(at));
        double z = line.hasZ() ? line.getZ(at) : Coordinate.NULL_ORDINATE;
        if (Double.isFinite(z)) {
            json.writeNumber(z);
        }
        json.writeEndArray();
    }
}
