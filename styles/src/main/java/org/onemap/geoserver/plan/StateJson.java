package org.onemap.geoserver.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onemap.CorruptData;

/** {@link PublishedState} as JSON, format 1. Stateless. */
public final class StateJson {

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private StateJson() {}

    /** The state as text. */
    public static String write(PublishedState state) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        root.put("note", "kept by onemap; 'onemap publish' reads it back, please leave it as it is");
        root.put("change", state.change());
        ArrayNode owned = root.putArray("owned");
        state.owned().forEach(key -> owned.add(key.toString()));
        ArrayNode pending = root.putArray("pending");
        state.pending().forEach(pending::add);
        ObjectNode styles = root.putObject("styles");
        state.styles().forEach(styles::put);
        state.applied().ifPresent(manifest -> root.set("applied", write(manifest)));
        state.previous().ifPresent(manifest -> root.set("previous", write(manifest)));
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode write(Manifest manifest) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("title", manifest.title());
        ArrayNode objects = node.putArray("objects");
        for (ObjectState object : manifest.objects()) {
            ObjectNode one = objects.addObject();
            one.put("key", object.key().toString());
            ObjectNode properties = one.putObject("properties");
            object.properties().forEach(properties::put);
            if (!object.content().isEmpty()) {
                one.put("content", object.content());
            }
        }
        return node;
    }

    /**
     * Reads a state back.
     *
     * @throws CorruptData if it is none, or one of a newer onemap
     */
    public static PublishedState read(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root.path("format").asInt() != FORMAT) {
                throw new CorruptData("what onemap keeps in GeoServer about this workspace has format "
                        + root.path("format").asText("?") + ", this onemap knows format " + FORMAT
                        + ": publish with the newer one");
            }
            Set<ObjectKey> owned = new LinkedHashSet<>();
            root.path("owned").forEach(key -> owned.add(ObjectKey.parse(key.asText())));
            Set<String> pending = new LinkedHashSet<>();
            root.path("pending").forEach(name -> pending.add(name.asText()));
            return new PublishedState(
                    owned,
                    pending,
                    root.path("change").asLong(),
                    texts(root.path("styles")),
                    manifest(root.path("applied")),
                    manifest(root.path("previous")));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new CorruptData(
                    "what onemap keeps in GeoServer about this workspace is damaged (" + e.getMessage()
                            + "); remove the resource and publish with --adopt",
                    e);
        }
    }

    private static Optional<Manifest> manifest(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        List<ObjectState> objects = new ArrayList<>();
        for (JsonNode one : node.path("objects")) {
            objects.add(new ObjectState(
                    ObjectKey.parse(one.path("key").asText()),
                    texts(one.path("properties")),
                    one.path("content").asText("")));
        }
        return Optional.of(new Manifest(node.path("title").asText(), objects));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
