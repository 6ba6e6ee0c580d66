package org.onemap.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The schemes that onemap ships, read once from {@code code-schemes.json}. Thread-safe. */
public final class CodeSchemes {

    private CodeSchemes() {}

    /** The scheme of a layer; empty for layers whose codes are free, such as roads. */
    public static Optional<CodeScheme> forLayer(String layer) {
        return Optional.ofNullable(Holder.SCHEMES.get(layer));
    }

    /** All schemes. */
    public static List<CodeScheme> list() {
        return List.copyOf(Holder.SCHEMES.values());
    }

    /** The edition of the schemes, which faults may be recorded with. */
    public static String version() {
        return Holder.ROOT.path("version").asText();
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(
                CodeSchemes.class.getResourceAsStream("code-schemes.json"), "code-schemes.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("code-schemes.json, a part of this program, cannot be read", e);
        }
    }

    private static CodeScheme scheme(JsonNode node) {
        List<CodeSegment> segments = new ArrayList<>();
        for (JsonNode segment : node.path("segments")) {
            segments.add(new CodeSegment(
                    segment.path(0).asText(),
                    segment.path(1).asText(),
                    segment.path(2).asInt()));
        }
        int full = segments.stream().mapToInt(CodeSegment::digits).sum();
        return new CodeScheme(
                node.path("layer").asText(),
                node.path("name").asText(),
                node.path("english").asText(),
                node.path("source").asText(),
                node.path("parent").asText(),
                segments,
                node.path("shortest").asInt(full));
    }

    private static final class Holder {

        private static final JsonNode ROOT = read();
        private static final Map<String, CodeScheme> SCHEMES = new LinkedHashMap<>();

        static {
            for (JsonNode node : ROOT.path("schemes")) {
                CodeScheme scheme = scheme(node);
                SCHEMES.put(scheme.layer(), scheme);
            }
        }
    }
}
