package org.onemap.ingest.read.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onemap.ingest.read.geojson.RawFeature.JsonValue;
import org.onemap.ingest.read.geojson.RawFeature.JsonValue.Kind;
import org.onemap.ingest.read.geojson.RawFeature.RawGeometry;

/** Parses the objects of GeoJSON, their members in any order. */
final class FeatureParser {

    /** Polygons in a multi-polygon are four arrays deep. */
    private static final int DEEPEST = 5;

    private static final JsonFactory JSON = new JsonFactory();

    private static final JsonValue ABSENT = new JsonValue(Kind.ABSENT, "");

    private final JsonParser parser;

    FeatureParser(JsonParser parser) {
        this.parser = parser;
    }

    /** The feature at whose first token the parser stands. */
    RawFeature feature() throws IOException {
        RawFeature feature = new RawFeature();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            feature.faults.add("it is no object");
            return feature;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            member(feature, name);
        }
        return feature;
    }

    /** A member of a feature or of a geometry that stands for one; the parser is at its value. */
    void member(RawFeature feature, String name) throws IOException {
        switch (name) {
            case "id" -> feature.id = value();
            case "properties" -> properties(feature);
            case "geometry" -> feature.geometry = geometry(feature);
            case "type", "coordinates", "geometries" -> member(feature, feature.self, name);
            case "bbox" -> parser.skipChildren();
            default -> {
                feature.foreign.add(name);
                parser.skipChildren();
            }
        }
    }

    private void properties(RawFeature feature) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                feature.faults.add("its properties are no object");
            }
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            JsonValue value = value();
            if (value != null && feature.properties.put(name, value) != null) {
                feature.faults.add("it has the property " + name + " twice");
            } else if (value == null) {
                feature.properties.putIfAbsent(name, ABSENT);
            }
        }
    }

    private @Nullable JsonValue value() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> new JsonValue(Kind.TEXT, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue(Kind.NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue(Kind.TRUTH, parser.getText());
            default -> new JsonValue(Kind.NESTED, nested());
        };
    }

    private String nested() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private @Nullable RawGeometry geometry(RawFeature feature) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                feature.faults.add("its geometry is no object");
            }
            parser.skipChildren();
            return null;
        }
        RawGeometry geometry = new RawGeometry();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            member(feature, geometry, name);
        }
        return geometry;
    }

    private void member(RawFeature feature, RawGeometry geometry, String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (name.equals("type") && token == JsonToken.VALUE_STRING) {
            geometry.type = parser.getText();
        } else if (name.equals("coordinates") && token == JsonToken.START_ARRAY) {
            geometry.coordinates = coordinates(feature, 1);
        } else if (name.equals("geometries") && token == JsonToken.START_ARRAY) {
            List<RawGeometry> parts = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                RawGeometry part = geometry(feature);
                if (part != null) {
                    parts.add(part);
                }
            }
            geometry.geometries = parts;
        } else {
            parser.skipChildren();
        }
    }

    /** An array of numbers as one position, an array of arrays as a list. */
    private Object coordinates(RawFeature feature, int depth) throws IOException {
        List<Object> inner = new ArrayList<>();
        double[] numbers = new double[3];
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY && depth < DEEPEST) {
                inner.add(coordinates(feature, depth + 1));
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
                if (count == numbers.length) {
                    numbers = Arrays.copyOf(numbers, 2 * count);
                }
                numbers[count++] = parser.getDoubleValue();
            } else {
                feature.faults.add(
                        "its coordinates hold " + (token == JsonToken.START_ARRAY ? "too deep arrays" : token));
                parser.skipChildren();
            }
        }
        if (count > 0 && !inner.isEmpty()) {
            feature.faults.add("its coordinates mix numbers and arrays");
        }
        return count > 0 ? Arrays.copyOf(numbers, count) : inner;
    }
}
