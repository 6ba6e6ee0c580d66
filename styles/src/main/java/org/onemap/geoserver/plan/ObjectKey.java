package org.onemap.geoserver.plan;

import java.util.Locale;

/**
 * Names one object in the workspace. Immutable; written {@code feature_type:grid}.
 *
 * @param kind what it is
 * @param name its name without the workspace
 */
public record ObjectKey(Kind kind, String name) {

    /** Reads the written form. @throws IllegalArgumentException if it is none */
    public static ObjectKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no object key: " + text);
        }
        return new ObjectKey(
                Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }

    /** Words for messages: {@code feature type grid}. */
    public String words() {
        return kind.label() + " " + name;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
