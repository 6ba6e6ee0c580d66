package org.onemap.geoserver.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one object is like: properties under the names that GeoServer gives them, values as text. Immutable. Never holds
 * a password.
 *
 * @param key which object
 * @param properties in the order in which they are shown; lists are joined by {@link #SEPARATOR}
 * @param content the text of a style or an icon; empty text for all else
 */
public record ObjectState(ObjectKey key, Map<String, String> properties, String content) {

    /** Between the elements of a list. */
    public static final String SEPARATOR = ", ";

    public ObjectState {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** An object without content. */
    public static ObjectState of(Kind kind, String name, Map<String, String> properties) {
        return new ObjectState(new ObjectKey(kind, name), properties, "");
    }

    /** The value of a property; empty text where there is none. */
    public String get(String property) {
        return properties.getOrDefault(property, "");
    }

    /** The elements of a property that is a list. */
    public List<String> list(String property) {
        String value = get(property);
        return value.isEmpty() ? List.of() : List.of(value.split(SEPARATOR));
    }

    /** A list as a property holds it. */
    public static String join(Iterable<String> elements) {
        return String.join(SEPARATOR, elements);
    }
}
