package org.onemap.ingest.read.geojson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.geojson.RawFeature.JsonValue;
import org.onemap.ingest.read.geojson.RawFeature.JsonValue.Kind;
import org.onemap.ingest.read.value.ColumnNames;
import org.onemap.ingest.read.value.ColumnType;
import org.onemap.ingest.read.value.Values;

/** The columns that all features together have. First shown every feature, then asked. Confined to one thread. */
final class GeoJsonColumns {

    private static final int MOST_COLUMNS = 2_000;
    private static final String ID = "id";

    private final String displayName;
    private final Map<String, ColumnType> types = new LinkedHashMap<>();
    private final ColumnType idType = new ColumnType();
    private boolean hasId;
    private List<Field> fields = List.of();
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private int idPosition = -1;

    GeoJsonColumns(String displayName) {
        this.displayName = displayName;
    }

    /** Shows it a feature. */
    void add(RawFeature feature) {
        if (feature.id != null) {
            hasId = true;
            show(idType, feature.id);
        }
        feature.properties.forEach((name, value) -> {
            ColumnType type = types.computeIfAbsent(name, key -> new ColumnType());
            if (value.kind() != Kind.ABSENT) {
                show(type, value);
            }
        });
        if (types.size() > MOST_COLUMNS) {
            throw new InvalidInput(displayName + " has more than " + MOST_COLUMNS
                    + " different properties: they cannot be columns of a table");
        }
    }

    private static void show(ColumnType type, JsonValue value) {
        switch (value.kind()) {
            case NUMBER -> type.number(value.written());
            case TRUTH -> type.truth();
            default -> type.text();
        }
    }

    /** Fixes names and types. */
    void settle(IssueSink issues) {
        ColumnNames names = new ColumnNames(displayName, issues);
        List<Field> settled = new ArrayList<>();
        boolean property = types.keySet().stream().anyMatch(name -> name.strip().equalsIgnoreCase(ID));
        if (hasId && !property) {
            idPosition = 0;
            settled.add(Field.of(names.add(ID), idType.type()));
        }
        types.forEach((name, type) -> {
            positions.put(name, settled.size());
            settled.add(Field.of(names.add(name), type.type()));
        });
        fields = List.copyOf(settled);
    }

    List<Field> fields() {
        return fields;
    }

    /** Whether features have ids that become no column, because a property has their name. */
    boolean leavesIds() {
        return hasId && idPosition < 0;
    }

    /** The values of a feature in the order of the columns. */
    @Nullable
    Object[] values(RawFeature feature) {
        @Nullable Object[] row = new @Nullable Object[fields.size()];
        if (idPosition >= 0 && feature.id != null) {
            row[idPosition] = value(idPosition, feature.id);
        }
        feature.properties.forEach((name, value) -> {
            Integer position = positions.get(name);
            if (position != null && value.kind() != Kind.ABSENT) {
                row[position] = value(position, value);
            }
        });
        return row;
    }

    private Object value(int position, JsonValue value) {
        FieldType type = fields.get(position).type();
        return Values.of(type, value.written());
    }
}
