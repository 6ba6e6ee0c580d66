package org.onemap.ingest.read.geojson;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A feature as it is written, before columns and types are known. */
final class RawFeature {

    final Map<String, JsonValue> properties = new LinkedHashMap<>();
    final RawGeometry self = new RawGeometry();
    final Set<String> foreign = new LinkedHashSet<>();
    final Set<String> faults = new LinkedHashSet<>();

    @Nullable
    JsonValue id;

    @Nullable
    RawGeometry geometry;

    /** A value as it is written. */
    record JsonValue(Kind kind, String written) {

        /** What JSON knows. */
        enum Kind {
            /** A string, without its quotes. */
            TEXT,
            /** A number. */
            NUMBER,
            /** {@code true} or {@code false}. */
            TRUTH,
            /** The JSON text of an object or array. */
            NESTED,
            /** {@code null}: the column is there, the value is not. */
            ABSENT
        }
    }

    /** A geometry object as it is written. */
    static final class RawGeometry {
        @Nullable
        String type;

        /** A {@code double[]} for a position, else a list of these. */
        @Nullable
        Object coordinates;

        @Nullable
        List<RawGeometry> geometries;
    }

    /** The geometry, whether this is a feature or itself a geometry; null for none. */
    @Nullable
    RawGeometry shape() {
        return isGeometry() ? self : geometry;
    }

    /** Whether the object is itself a geometry. */
    boolean isGeometry() {
        return self.coordinates != null || self.geometries != null;
    }
}
