package org.onemap.feature;

import java.util.Objects;

/**
 * One attribute column of a layer. Immutable.
 *
 * @param name column name as the source writes it (Chinese names included), unique in its schema without regard to
 *     case, never one of the system columns of {@link Layer}
 * @param type type of its values
 * @param title what users read; the name where nothing better is known
 */
public record Field(String name, FieldType type, String title) {

    public Field {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a field needs a name");
        }
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
    }

    /** A field whose title is its name. */
    public static Field of(String name, FieldType type) {
        return new Field(name, type, name);
    }
}
