package org.onemap.store.postgis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.feature.FieldType;
import org.onemap.store.sql.ColumnForms;
import org.onemap.store.sql.StoredValue;
import org.onemap.store.sql.WkbReader;
import org.onemap.store.sql.WkbWriter;

/** PostgreSQL's own types; geometries as EWKB with EPSG:4490, byte for byte as PostGIS gives them back. Stateless. */
final class PostgisColumns implements ColumnForms {

    @Override
    public String columnType(FieldType type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "bigint";
            case REAL -> "double precision";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case DATETIME -> "timestamptz";
        };
    }

    @Override
    public @Nullable Object parameter(FieldType type, @Nullable Object stored) {
        return type == FieldType.BOOLEAN && stored != null ? (Object) (((Long) stored) != 0) : stored;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column, FieldType type) throws SQLException {
        switch (type) {
            case INTEGER -> {
                long number = rows.getLong(column);
                return number == 0 && rows.wasNull() ? null : (Object) number;
            }
            case BOOLEAN -> {
                boolean truth = rows.getBoolean(column);
                return rows.wasNull() ? null : (Object) (truth ? 1L : 0L);
            }
            case REAL -> {
                double number = rows.getDouble(column);
                return number == 0 && rows.wasNull() ? null : (Object) number;
            }
            case DATETIME -> {
                OffsetDateTime moment = rows.getObject(column, OffsetDateTime.class);
                return moment == null ? null : StoredValue.moment(moment.toInstant());
            }
            default -> {
                return rows.getString(column);
            }
        }
    }

    @Override
    public String selectedGeometry() {
        return "ST_AsEWKB(geom) AS geom";
    }

    @Override
    public byte[] encode(Geometry geometry) {
        WkbWriter wkb = WkbWriter.extended(geometry);
        ByteBuffer out = ByteBuffer.allocate(wkb.size()).order(ByteOrder.LITTLE_ENDIAN);
        wkb.write(out);
        return out.array();
    }

    @Override
    public Geometry decode(byte[] bytes) {
        return WkbReader.read(ByteBuffer.wrap(bytes));
    }

    @Override
    public @Nullable Envelope envelope(byte[] bytes) {
        Envelope box = WkbReader.envelope(ByteBuffer.wrap(bytes));
        return box.isNull() ? null : box;
    }
}
