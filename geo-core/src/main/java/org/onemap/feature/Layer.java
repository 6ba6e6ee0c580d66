package org.onemap.feature;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One layer of the one map: a table, a collection, a tile layer. Immutable.
 *
 * <p>Every table has, beside the fields of the schema, the system columns {@code oid} (64 bit, permanent, never
 * reused), {@code code}, {@code name}, {@code parent_code}, {@code valid_from}, {@code change_set} and, if the layer is
 * spatial, {@code geom} (EPSG:4490, longitude first).
 */
public final class Layer {

    /** The column names, in lower case, that no field may take. */
    public static final Set<String> SYSTEM_COLUMNS = Set.of(
            "oid",
            "code",
            "name",
            "parent_code",
            "valid_from",
            "valid_to",
            "change_set",
            "closed_by",
            "geom",
            "history_id");

    private final String name;
    private final String title;
    private final LayerRole role;
    private final GeometryKind geometry;
    private final Schema schema;
    private final String keyField;
    private final String parentLayer;

    private Layer(Builder builder) {
        this.name = builder.name;
        this.title = builder.title;
        this.role = builder.role;
        this.geometry = builder.geometry;
        this.schema = builder.schema;
        this.keyField = builder.keyField;
        this.parentLayer = builder.parentLayer;
    }

    /** Starts a layer of this table name; everything else has a default: title = name, other, any geometry. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** A builder that begins with the values of this layer. */
    public Builder toBuilder() {
        return new Builder(name)
                .title(title)
                .role(role)
                .geometry(geometry)
                .schema(schema)
                .keyField(keyField)
                .parentLayer(parentLayer);
    }

    /** Table and collection name, for instance {@code grid}. */
    public String name() {
        return name;
    }

    /** What users read, for instance 网格. */
    public String title() {
        return title;
    }

    /** What the layer is for. */
    public LayerRole role() {
        return role;
    }

    /** The family of its geometries. */
    public GeometryKind geometry() {
        return geometry;
    }

    /** Its attribute columns without the system columns. */
    public Schema schema() {
        return schema;
    }

    /**
     * The column by which an import recognises a row: {@code code}, or the name of a schema field. Where a row has no
     * code, the value of this column is its id in paths and GeoJSON.
     */
    public String keyField() {
        return keyField;
    }

    /** Whether rows are recognised by their code. */
    public boolean isKeyedByCode() {
        return keyField.equals("code");
    }

    /** The layer whose codes stand in {@code parent_code}; empty for the top level and for layers without parents. */
    public Optional<String> parentLayer() {
        return parentLayer.isEmpty() ? Optional.empty() : Optional.of(parentLayer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layer that
                && name.equals(that.name)
                && title.equals(that.title)
                && role == that.role
                && geometry == that.geometry
                && schema.equals(that.schema)
                && keyField.equals(that.keyField)
                && parentLayer.equals(that.parentLayer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, role, geometry, schema);
    }

    @Override
    public String toString() {
        return name + "(" + role + ", " + geometry + ", key " + keyField + ", " + schema.size() + " fields)";
    }

    /** Collects the parts of a {@link Layer}. Confined to one thread. */
    public static final class Builder {

        private final String name;
        private String title;
        private LayerRole role = LayerRole.OTHER;
        private GeometryKind geometry = GeometryKind.ANY;
        private Schema schema = Schema.empty();
        private String keyField = "code";
        private String parentLayer = "";

        private Builder(String name) {
            this.name = LayerCatalog.requireLayerName(name);
            this.title = name;
        }

        /** What users read. */
        public Builder title(String title) {
            this.title = Objects.requireNonNull(title, "title");
            return this;
        }

        /** What the layer is for. */
        public Builder role(LayerRole role) {
            this.role = Objects.requireNonNull(role, "role");
            return this;
        }

        /** The family of its geometries. */
        public Builder geometry(GeometryKind geometry) {
            this.geometry = Objects.requireNonNull(geometry, "geometry");
            return this;
        }

        /** Its attribute columns. */
        public Builder schema(Schema schema) {
            this.schema = Objects.requireNonNull(schema, "schema");
            return this;
        }

        /** The column by which rows are recognised. */
        public Builder keyField(String keyField) {
            this.keyField = Objects.requireNonNull(keyField, "keyField");
            return this;
        }

        /** The layer above; empty text for none. */
        public Builder parentLayer(String parentLayer) {
            this.parentLayer = Objects.requireNonNull(parentLayer, "parentLayer");
            return this;
        }

        /**
         * The layer as collected.
         *
         * @throws IllegalArgumentException if the key field is neither {@code code} nor a field of the schema
         */
        public Layer build() {
            if (!keyField.equals("code") && schema.findPosition(keyField).isEmpty()) {
                throw new IllegalArgumentException("layer " + name + " has no field " + keyField + " to be its key");
            }
            return new Layer(this);
        }
    }
}
