package org.onemap.geoserver.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A request as the stand-in sees it.
 *
 * @param path decoded segments, the extension of the last one taken off
 * @param extension what was taken off; empty text for none
 */
record Ask(
        String method,
        List<String> path,
        String extension,
        Map<String, String> query,
        String contentType,
        byte[] body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The object of this name in a JSON body. @throws Refusal 500 as XStream does where it is none */
    JsonNode object(String name) {
        try {
            JsonNode root = MAPPER.readTree(text());
            if (root == null || !root.path(name).isObject()) {
                throw new Refusal(Reply.text(500, name));
            }
            return root.path(name);
        } catch (JsonProcessingException e) {
            throw new Refusal(Reply.text(500, "could not parse: " + e.getOriginalMessage()));
        }
    }

    boolean is(String wanted) {
        return method.equals(wanted);
    }

    boolean recurses() {
        return "true".equals(query.get("recurse"));
    }

    boolean hasType(String type) {
        return contentType.replaceFirst(";.*", "").strip().equalsIgnoreCase(type);
    }

    int size() {
        return path.size();
    }

    /** The segments match; {@code *} stands for any. */
    boolean at(String... segments) {
        if (path.size() != segments.length) {
            return false;
        }
        for (int i = 0; i < segments.length; i++) {
            if (!segments[i].equals("*") && !segments[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
