package org.onemap.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.NotFound;

/**
 * The schemes in force: those that onemap ships ({@code code-schemes.json}) and above them those of the file that the environment
 * variable {@code ONEMAP_CODE_SCHEMES} names, in the same form; a scheme of the same id replaces the shipped one. Thread-safe.
 */
public final class CodeSchemes {

    private CodeSchemes() {}

    /** The scheme by which imports check a layer; empty for layers whose codes are free, such as roads. */
    public static Optional<CodeScheme> forLayer(String layer) {
        return Optional.ofNullable(Holder.CHECKED.get(layer));
    }

    /** All schemes, templates included. */
    public static List<CodeScheme> list() {
        return List.copyOf(Holder.SCHEMES.values());
    }

    /**
     * The scheme of this id.
     *
     * @throws NotFound if there is none; the message lists those that there are
     */
    public static CodeScheme get(String id) {
        CodeScheme scheme = Holder.SCHEMES.get(id);
        if (scheme == null) {
            throw new NotFound("no code scheme '" + id + "'; there are " + Holder.SCHEMES.keySet());
        }
        return scheme;
    }

    /** The edition of the shipped schemes, which faults may be recorded with. */
    public static String version() {
        return Holder.VERSION;
    }

    /**
     * Schemes of a table in the form of {@code code-schemes.json}.
     *
     * @throws InvalidInput if the table cannot be understood
     */
    static List<CodeScheme> read(JsonNode table, String name) {
        List<CodeScheme> schemes = new ArrayList<>();
        for (JsonNode node : table.path("schemes")) {
            try {
                schemes.add(scheme(node));
            } catch (IllegalArgumentException e) {
                throw new InvalidInput(
                        name + ": scheme '" + node.path("id").asText() + "' cannot be understood: " + e.getMessage(),
                        e);
            }
        }
        return schemes;
    }

    private static CodeScheme scheme(JsonNode node) {
        List<CodeSegment> segments = new ArrayList<>();
        for (JsonNode segment : node.path("segments")) {
            segments.add(segment(segment));
        }
        String id = node.path("id").asText();
        if (id.isBlank()) {
            throw new IllegalArgumentException("it has no id");
        }
        int full = segments.stream().mapToInt(CodeSegment::digits).sum();
        return new CodeScheme(
                id,
                node.path("layer").asText(),
                new CodeScheme.Title(
                        node.path("name").asText(), node.path("english").asText()),
                new CodeScheme.Origin(
                        node.path("version").asText(),
                        node.path("source").asText(),
                        Confidence.parse(node.path("confidence").asText("C")),
                        node.path("remark").asText()),
                node.path("parent").asText(),
                segments,
                node.path("shortest").asInt(full));
    }

    private static CodeSegment segment(JsonNode node) {
        JsonNode more = node.path(3);
        int digits = node.path(2).asInt();
        if (digits < 1) {
            throw new IllegalArgumentException("segment '" + node.path(0).asText() + "' has no number of digits");
        }
        String role = more.path("role").asText("plain").replace('-', '_').toUpperCase(Locale.ROOT);
        return new CodeSegment(
                node.path(0).asText(),
                node.path(1).asText(),
                digits,
                more.path("letters").asText(),
                CodeSegment.Role.valueOf(role),
                more.path("first").asInt(1));
    }

    private static final class Holder {

        private static final Map<String, CodeScheme> SCHEMES = new LinkedHashMap<>();
        private static final Map<String, CodeScheme> CHECKED = new LinkedHashMap<>();
        private static final String VERSION;

        static {
            JsonNode shipped = CodeTables.json("code-schemes.json");
            VERSION = shipped.path("version").asText();
            enter(shipped, "code-schemes.json");
            String own = System.getenv("ONEMAP_CODE_SCHEMES");
            if (own != null && !own.isBlank()) {
                enter(CodeTables.json(Path.of(own)), own);
            }
        }

        private static void enter(JsonNode table, String name) {
            List<CodeScheme> schemes = read(table, name);
            for (int i = 0; i < schemes.size(); i++) {
                CodeScheme scheme = schemes.get(i);
                SCHEMES.put(scheme.id(), scheme);
                if (table.path("schemes").path(i).path("checks").asBoolean(false)) {
                    CHECKED.put(scheme.layer(), scheme);
                }
            }
        }
    }
}
