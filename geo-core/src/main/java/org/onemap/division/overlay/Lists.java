package org.onemap.division.overlay;

import java.util.List;
import java.util.Optional;
import org.onemap.feature.Content;
import org.onemap.feature.FieldNames;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;

/** Lists and numbers in the fields of a row. */
final class Lists {

    private Lists() {}

    /** The items of a text, between commas or blanks. */
    static List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("[、，,;；\\s]+"));
    }

    /** A row of the layer with the values of another, field by field. */
    static Content.Builder copy(Layer layer, Optional<Content> old) {
        Content.Builder row = Content.builder(layer.schema());
        for (int i = 0; i < layer.schema().size(); i++) {
            String name = layer.schema().fields().get(i).name();
            row.value(i, old.flatMap(content -> content.value(name)).orElse(null));
        }
        return row;
    }

    /** Sets a field in the type that the layer has for it. */
    static void set(Content.Builder row, Layer layer, FieldNames names, Object value) {
        Optional<String> name = names.find(layer.schema());
        if (name.isPresent()) {
            int position = layer.schema().findPosition(name.get()).orElseThrow();
            FieldType type = layer.schema().fields().get(position).type();
            if (value instanceof Integer number && type == FieldType.INTEGER) {
                row.value(position, (long) number);
            } else if (value instanceof Integer number && type == FieldType.REAL) {
                row.value(position, (double) number);
            } else {
                row.value(position, value.toString());
            }
        }
    }
}
