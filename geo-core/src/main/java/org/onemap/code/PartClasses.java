package org.onemap.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dictionary of part classes: one edition, one city. Cities extend and reorder the classes, so there are several for one
 * scheme. Immutable.
 *
 * @param id for instance {@code part-6226-longhua}
 * @param scheme id of the code scheme
 * @param title in Chinese
 * @param confidence of the names of the minor classes
 * @param majorConfidence of the names of the major classes
 * @param majors two digits to name
 * @param minors major and minor digits to name
 */
public record PartClasses(
        String id,
        String scheme,
        String title,
        Confidence confidence,
        Confidence majorConfidence,
        Map<String, String> majors,
        Map<String, String> minors) {

    private static final List<PartClasses> SHIPPED = read();

    public PartClasses {
        majors = Map.copyOf(majors);
        minors = Map.copyOf(minors);
    }

    /** The dictionaries of a scheme. */
    public static List<PartClasses> of(CodeScheme scheme) {
        return SHIPPED.stream().filter(one -> one.scheme().equals(scheme.id())).toList();
    }

    /** All dictionaries. */
    public static List<PartClasses> list() {
        return SHIPPED;
    }

    /** The name of a major class. */
    public Optional<String> major(String digits) {
        return Optional.ofNullable(majors.get(digits));
    }

    /** The name of a minor class, by the digits of major and minor. */
    public Optional<String> minor(String digits) {
        return Optional.ofNullable(minors.get(digits));
    }

    private static List<PartClasses> read() {
        List<PartClasses> all = new ArrayList<>();
        for (JsonNode node : CodeTables.json("part-classes.json").path("dictionaries")) {
            all.add(new PartClasses(
                    node.path("id").asText(),
                    node.path("scheme").asText(),
                    node.path("title").asText(),
                    Confidence.parse(node.path("confidence").asText()),
                    Confidence.parse(node.path("majorConfidence").asText()),
                    CodeTables.texts(node.path("majors")),
                    CodeTables.texts(node.path("minors"))));
        }
        return List.copyOf(all);
    }
}
