package org.onemap.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The attribute columns of a layer in table order, without the system columns. Immutable.
 *
 * <p>Names are compared without regard to case, as SQLite does.
 */
public final class Schema {

    private static final Schema EMPTY = new Schema(List.of());

    private final List<Field> fields;
    private final Map<String, Integer> positions;

    private Schema(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.positions = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            if (positions.put(fold(name), i) != null) {
                throw new IllegalArgumentException("two fields named " + name);
            }
            if (Layer.SYSTEM_COLUMNS.contains(fold(name))) {
                throw new IllegalArgumentException("field " + name + " has the name of a system column");
            }
        }
    }

    /** A schema of these fields, in this order. */
    public static Schema of(List<Field> fields) {
        return fields.isEmpty() ? EMPTY : new Schema(fields);
    }

    /** The schema without attribute columns. */
    public static Schema empty() {
        return EMPTY;
    }

    /** The fields in table order. */
    public List<Field> fields() {
        return fields;
    }

    /** Number of fields. */
    public int size() {
        return fields.size();
    }

    /** Position of the field of this name, compared without regard to case. */
    public OptionalInt findPosition(String name) {
        Integer position = positions.get(fold(name));
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
