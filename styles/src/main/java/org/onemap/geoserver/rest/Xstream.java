package org.onemap.geoserver.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads GeoServer's JSON, which XStream writes: an empty list is the empty text, a list of one may be the element
 * itself, numbers may be texts and texts numbers.
 */
public final class Xstream {

    private Xstream() {}

    /** The elements below a path of names: {@code list(doc, "featureTypes", "featureType")}. */
    public static List<JsonNode> list(JsonNode document, String... path) {
        JsonNode node = document;
        for (String name : path) {
            node = node.path(name);
        }
        List<JsonNode> elements = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(elements::add);
        } else if (node.isObject()
                || (node.isValueNode() && !node.isNull() && !node.asText().isEmpty())) {
            elements.add(node);
        }
        return elements;
    }

    /** The text below a path of names; empty where there is none or where it is empty. */
    public static Optional<String> text(JsonNode document, String... path) {
        JsonNode node = document;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isValueNode() && !node.isNull() && !node.asText().isEmpty()
                ? Optional.of(node.asText())
                : Optional.empty();
    }
}
