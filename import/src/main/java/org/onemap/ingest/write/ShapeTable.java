package org.onemap.ingest.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What goes into one shapefile, or into one loose DBF where the rows have no geometry. Immutable as far as its rows are.
 *
 * @param name file name without suffix
 * @param columns in file order
 * @param rows in file order
 */
public record ShapeTable(String name, List<DbfColumn> columns, List<Row> rows) {

    public ShapeTable {
        columns = List.copyOf(columns);
    }

    /**
     * One row.
     *
     * @param geometry Point, LineString or Polygon without Z, the same class in all rows; null for a loose DBF
     * @param values in column order: String, Integer, Long, Double, LocalDate or null
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    public record Row(@Nullable Geometry geometry, @Nullable Object[] values) {

        /** A row of these values. */
        public static Row of(@Nullable Geometry geometry, @Nullable Object... values) {
            return new Row(geometry, values);
        }
    }
}
