package org.onemap.store.geopackage;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.feature.FieldType;
import org.onemap.store.sql.ColumnForms;

/** Columns by the GeoPackage standard: stored forms as they are, geometries as {@link GeometryBlob}. Stateless. */
final class GeoPackageColumns implements ColumnForms {

    @Override
    public String columnType(FieldType type) {
        return switch (type) {
            case TEXT -> "TEXT";
            case INTEGER -> "INTEGER";
            case REAL -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case DATETIME -> "DATETIME";
        };
    }

    @Override
    public @Nullable Object parameter(FieldType type, @Nullable Object stored) {
        return stored;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column, FieldType type) throws SQLException {
        switch (type) {
            case INTEGER, BOOLEAN -> {
                long number = rows.getLong(column);
                return number == 0 && rows.wasNull() ? null : (Object) number;
            }
            case REAL -> {
                double number = rows.getDouble(column);
                return number == 0 && rows.wasNull() ? null : (Object) number;
            }
            default -> {
                return rows.getString(column);
            }
        }
    }

    @Override
    public String selectedGeometry() {
        return "geom";
    }

    @Override
    public byte[] encode(Geometry geometry) {
        return GeometryBlob.encode(geometry);
    }

    @Override
    public Geometry decode(byte[] bytes) {
        return GeometryBlob.decode(bytes);
    }

    @Override
    public @Nullable Envelope envelope(byte[] bytes) {
        return GeometryBlob.envelope(bytes);
    }
}
