package org.onemap.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.onemap.InvalidInput;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;

/** What a stored layer becomes when a source brings its own description of it. Stateless. */
final class LayerMerge {

    private LayerMerge() {}

    /**
     * The stored layer with the new fields of the given one at its end.
     *
     * @throws InvalidInput if both cannot be one layer
     */
    static Layer merge(Layer stored, Layer given) {
        if (stored.geometry() != given.geometry()) {
            throw new InvalidInput("layer '" + stored.name() + "' holds " + stored.geometry() + " geometries, not "
                    + given.geometry() + "; load these under another name with --layer");
        }
        if (!stored.keyField().equalsIgnoreCase(given.keyField())) {
            throw new InvalidInput("layer '" + stored.name() + "' knows its rows by '" + stored.keyField()
                    + "', not by '" + given.keyField() + "'; give --key " + stored.keyField());
        }
        List<Field> fields = new ArrayList<>(stored.schema().fields());
        for (Field field : given.schema().fields()) {
            OptionalInt position = stored.schema().findPosition(field.name());
            if (position.isEmpty()) {
                fields.add(field);
            } else {
                requireType(stored, stored.schema().fields().get(position.getAsInt()), field);
            }
        }
        return stored.toBuilder().schema(Schema.of(fields)).build();
    }

    private static void requireType(Layer layer, Field stored, Field given) {
        if (stored.type() != given.type()) {
            throw new InvalidInput("field '" + given.name() + "' of layer '" + layer.name() + "' is " + stored.type()
                    + " in the store and " + given.type()
                    + " in the source; rename it or change its type by --mapping");
        }
    }
}
