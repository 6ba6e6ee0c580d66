package org.onemap.api.divisions;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.onemap.division.DivisionNode;
import org.onemap.division.DivisionTree;
import org.onemap.feature.Layer;

/** What every mention of a division says. */
final class DivisionJson {

    private DivisionJson() {}

    /** Writes level, title, code and name of a division into the object that is open. */
    static void write(JsonGenerator json, DivisionTree tree, DivisionNode node) throws IOException {
        json.writeStringField("level", node.level());
        json.writeStringField("title", title(tree, node.level()));
        json.writeStringField("code", node.code());
        text(json, "name", Optional.of(node.name()));
    }

    /** What users call a level. */
    static String title(DivisionTree tree, String level) {
        return tree.levels().stream()
                .filter(layer -> layer.name().equals(level))
                .map(Layer::title)
                .findFirst()
                .orElse(level);
    }

    /** Writes a text, or null where it is absent or empty. */
    static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.isEmpty() || value.get().isEmpty()) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, value.get());
        }
    }

    /** Metres and square metres to a tenth. */
    static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
