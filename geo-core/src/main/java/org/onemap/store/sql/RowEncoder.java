package org.onemap.store.sql;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;

/**
 * Rows from and to {@link Content}. The source's schema may lack fields of the stored layer and may order them
 * otherwise; what it lacks is null. Immutable.
 */
final class RowEncoder {

    private final ColumnForms columns;
    private final Layer stored;
    private final Schema source;

    /** For each stored field its position in the source, −1 where the source lacks it. */
    private final int[] positions;

    RowEncoder(Engine engine, Layer stored, Schema source) {
        this.columns = engine.columns();
        this.stored = stored;
        this.source = source;
        List<Field> fields = stored.schema().fields();
        this.positions = new int[fields.size()];
        for (int i = 0; i < positions.length; i++) {
            OptionalInt position = source.findPosition(fields.get(i).name());
            positions[i] = position.orElse(-1);
        }
    }

    Row encode(Content content) {
        if (!content.schema().equals(source)) {
            throw new IllegalArgumentException(
                    "a row of schema " + content.schema() + " was put into a load of schema " + source);
        }
        List<Field> fields = stored.schema().fields();
        @Nullable Object[] values = new @Nullable Object[positions.length];
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                values[i] = StoredValue.toStored(
                        fields.get(i).type(), content.value(positions[i]).orElse(null));
            }
        }
        Geometry geometry = content.geometry().orElse(null);
        byte[] blob = geometry == null ? null : columns.encode(StoredForm.of(stored.geometry(), geometry));
        return new Row(
                content.code().orElse(null),
                content.name().orElse(null),
                content.parentCode().orElse(null),
                blob,
                values);
    }

    /** A row that says nothing but its key. */
    static Row keyRow(Layer layer, Object key) {
        @Nullable Object[] values = new @Nullable Object[layer.schema().size()];
        if (layer.isKeyedByCode()) {
            return new Row(key.toString(), null, null, null, values);
        }
        values[layer.schema().findPosition(layer.keyField()).orElseThrow()] = key;
        return new Row(null, null, null, null, values);
    }

    /** What a stored row says. */
    Content toContent(Row row) {
        Content.Builder content = Content.builder(stored.schema())
                .code(row.code)
                .name(row.name)
                .parentCode(row.parentCode)
                .geometry(row.geometry == null ? null : columns.decode(row.geometry));
        List<Field> fields = stored.schema().fields();
        for (int i = 0; i < fields.size(); i++) {
            content.value(i, StoredValue.toJava(fields.get(i).type(), row.values[i]));
        }
        return content.build();
    }

    /** The feature of a stored row. */
    Feature toFeature(StoredRow row) {
        return new Feature(row.oid(), LocalDate.parse(row.validFrom()), row.changeSet(), toContent(row.row()));
    }
}
