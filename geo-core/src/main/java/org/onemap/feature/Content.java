package org.onemap.feature;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What a source says of one thing: code, name, parent, attribute values in schema order, geometry. Immutable.
 *
 * <p>Values have the class that {@link FieldType} names for their field. A text that is empty is kept as empty; an
 * empty code, name or parent code counts as absent.
 */
public final class Content {

    private final Schema schema;
    private final @Nullable String code;
    private final @Nullable String name;
    private final @Nullable String parentCode;
    private final @Nullable Geometry geometry;
    private final @Nullable Object[] values;

    private Content(Builder builder) {
        this.schema = builder.schema;
        this.code = builder.code;
        this.name = builder.name;
        this.parentCode = builder.parentCode;
        this.geometry = builder.geometry;
        this.values = builder.values.clone();
    }

    /** Starts the content of a row with this schema. */
    public static Builder builder(Schema schema) {
        return new Builder(schema);
    }

    /** A builder that begins with these values. */
    public Builder toBuilder() {
        Builder builder = new Builder(schema);
        builder.code = code;
        builder.name = name;
        builder.parentCode = parentCode;
        builder.geometry = geometry;
        System.arraycopy(values, 0, builder.values, 0, values.length);
        return builder;
    }

    /** The schema of the values. */
    public Schema schema() {
        return schema;
    }

    /** The statutory code. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** What the thing is called. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** The code of the division above. */
    public Optional<String> parentCode() {
        return Optional.ofNullable(parentCode);
    }

    /** The geometry in EPSG:4490, longitude first. */
    public Optional<Geometry> geometry() {
        return Optional.ofNullable(geometry);
    }

    /** The value at this position of the schema. */
    public Optional<Object> value(int position) {
        return Optional.ofNullable(values[position]);
    }

    /** The value of the field of this name; empty too if the schema has none. */
    public Optional<Object> value(String field) {
        OptionalInt position = schema.findPosition(field);
        return position.isEmpty() ? Optional.empty() : value(position.getAsInt());
    }

    /** The text of {@code code} or of a field, as a key: integers without fraction, dates in ISO form. */
    public Optional<String> key(String keyField) {
        return keyField.equals("code") ? code() : value(keyField).map(Object::toString);
    }

    /** Equal in every text and value, and the geometries in every coordinate, z and m included, and in their order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Content that
                && Objects.equals(code, that.code)
                && Objects.equals(name, that.name)
                && Objects.equals(parentCode, that.parentCode)
                && schema.equals(that.schema)
                && Arrays.equals(values, that.values)
                && sameGeometry(geometry, that.geometry);
    }

    private static boolean sameGeometry(@Nullable Geometry a, @Nullable Geometry b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return sameCoordinates(a, b);
    }

    private static boolean sameCoordinates(Geometry a, Geometry b) {
        if (!a.equalsExact(b)) {
            return false;
        }
        Coordinate[] left = a.getCoordinates(); // equalsExact does not look at z
        Coordinate[] right = b.getCoordinates();
        for (int i = 0; i < left.length; i++) {
            if (!sameNumber(left[i].getZ(), right[i].getZ()) || !sameNumber(left[i].getM(), right[i].getM())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumber(double a, double b) {
        return Double.compare(a, b) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, name, parentCode, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
        return "code=" + code + " name=" + name + " parent=" + parentCode + " " + Arrays.toString(values) + " "
                + geometry;
    }

    /** Collects the parts of a {@link Content}. Confined to one thread; may be reused after {@link #build()}. */
    public static final class Builder {

        private final Schema schema;
        private @Nullable String code;
        private @Nullable String name;
        private @Nullable String parentCode;
        private @Nullable Geometry geometry;
        private final @Nullable Object[] values;

        private Builder(Schema schema) {
            this.schema = schema;
            this.values = new @Nullable Object[schema.size()];
        }

        /** Empty or null text counts as absent. */
        public Builder code(@Nullable String code) {
            this.code = emptyToNull(code);
            return this;
        }

        /** Empty or null text counts as absent. */
        public Builder name(@Nullable String name) {
            this.name = emptyToNull(name);
            return this;
        }

        /** Empty or null text counts as absent. */
        public Builder parentCode(@Nullable String parentCode) {
            this.parentCode = emptyToNull(parentCode);
            return this;
        }

        /** Null where the row has no geometry. */
        public Builder geometry(@Nullable Geometry geometry) {
            this.geometry = geometry;
            return this;
        }

        /**
         * Sets the value at this position of the schema; null where there is none.
         *
         * @throws IllegalArgumentException if the value is not of the class of its field
         */
        public Builder value(int position, @Nullable Object value) {
            Field field = schema.fields().get(position);
            if (value != null && !field.type().accepts(value)) {
                throw new IllegalArgumentException(
                        "field " + field.name() + " is " + field.type() + ", not " + value.getClass());
            }
            values[position] = value;
            return this;
        }

        /** The content as it stands. */
        public Content build() {
            return new Content(this);
        }

        private static @Nullable String emptyToNull(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }
    }
}
