package org.onemap.tile;

import java.util.LinkedHashMap;
import java.util.Map;

/** The keys and values of a layer, each once, in the order in which they first occur. */
final class AttributeTable {

    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();

    /** The tags of a feature: key and value numbers by turns. */
    int[] tags(Map<String, Object> attributes) {
        int[] tags = new int[attributes.size() * 2];
        int at = 0;
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            tags[at++] = number(keys, attribute.getKey());
            tags[at++] = number(values, encodable(attribute.getValue()));
        }
        return tags;
    }

    void write(Protobuf layer) {
        keys.keySet().forEach(key -> layer.text(3, key));
        values.keySet().forEach(value -> layer.message(4, value(value)));
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        Integer known = numbers.putIfAbsent(key, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    private static Object encodable(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float single) {
            return (double) single;
        }
        return value instanceof Long || value instanceof Double || value instanceof Boolean ? value : value.toString();
    }

    /** Negative integers as sint64, which keeps them short, others as int64. */
    private static Protobuf value(Object value) {
        Protobuf out = new Protobuf();
        if (value instanceof String text) {
            out.text(1, text);
        } else if (value instanceof Double real) {
            out.fixed64(3, real);
        } else if (value instanceof Boolean flag) {
            out.varint(7, flag ? 1 : 0);
        } else if (value instanceof Long integer && integer < 0) {
            out.varint(6, Protobuf.zigZag(integer));
        } else {
            out.varint(4, (Long) value);
        }
        return out;
    }
}
