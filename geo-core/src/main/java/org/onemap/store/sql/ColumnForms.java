package org.onemap.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.feature.FieldType;

/**
 * How an engine keeps values and geometries. The stored form of a value is the same in all engines (texts, {@link Long},
 * {@link Double}; dates and moments as ISO texts, truth as 1 or 0); an engine says how it is bound and read. Stateless,
 * thread-safe.
 */
public interface ColumnForms {

    /** The column type of a field. */
    String columnType(FieldType type);

    /** What is bound to a statement for a stored form. */
    @Nullable
    Object parameter(FieldType type, @Nullable Object stored);

    /** The stored form of a column's value. */
    @Nullable
    Object read(ResultSet rows, int column, FieldType type) throws SQLException;

    /** The geometry column as a {@code SELECT} names it, so that it comes in the bytes of {@link #decode}. */
    String selectedGeometry();

    /** The bytes of a geometry. */
    byte[] encode(Geometry geometry);

    /** The geometry of these bytes. */
    Geometry decode(byte[] bytes);

    /** The exact box of the geometry; null if it is empty. */
    @Nullable
    Envelope envelope(byte[] bytes);
}
