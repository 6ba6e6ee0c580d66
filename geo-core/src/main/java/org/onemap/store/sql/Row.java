package org.onemap.store.sql;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.feature.Layer;

/**
 * What one row says, in its stored form: texts, {@link Long}, {@link Double}, geometry bytes. Two rows
 * are the same content exactly when their stored forms are equal. Immutable by convention: nobody writes to the arrays.
 */
public final class Row {

    /** The code. */
    public final @Nullable String code;

    /** The name. */
    public final @Nullable String name;

    /** The code of the division in which it lies. */
    public final @Nullable String parentCode;

    /** The geometry as {@link ColumnForms#encode} writes it. */
    public final byte @Nullable [] geometry;

    /** The stored forms of the fields, in the order of the layer's schema. */
    public final @Nullable Object[] values;

    Row(
            @Nullable String code,
            @Nullable String name,
            @Nullable String parentCode,
            byte @Nullable [] geometry,
            @Nullable Object[] values) {
        this.code = code;
        this.name = name;
        this.parentCode = parentCode;
        this.geometry = geometry;
        this.values = values;
    }

    /** The box of the geometry; null if there is none or it is empty. */
    @Nullable
    Envelope box(ColumnForms columns) {
        return geometry == null ? null : columns.envelope(geometry);
    }

    /** The value by which the layer recognises its rows; null if this row has none. */
    @Nullable
    Object key(Layer layer) {
        return layer.isKeyedByCode()
                ? code
                : values[layer.schema().findPosition(layer.keyField()).orElseThrow()];
    }

    /** Code or key as text for the change log; empty text for none. */
    String label(Layer layer) {
        Object label = code == null ? key(layer) : code;
        return label == null ? "" : label.toString();
    }

    boolean sameAs(Row other) {
        return Objects.equals(code, other.code)
                && Objects.equals(name, other.name)
                && Objects.equals(parentCode, other.parentCode)
                && Arrays.equals(values, other.values)
                && Arrays.equals(geometry, other.geometry);
    }

    /** About how many bytes the row takes, to bound queues. */
    public int weight() {
        return 200 + 40 * values.length + (geometry == null ? 0 : geometry.length);
    }
}
