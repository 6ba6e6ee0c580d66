package org.onemap.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.feature.Layer;

/**
 * The rows of one table in ascending oid, one in memory at a time. A box is compared with the exact box in the
 * geometry's header, since the spatial index rounds. Confined to one thread.
 */
final class RowCursor implements AutoCloseable {

    private static final int GEOMETRY_COLUMN = 7;

    private final LayerTable table;
    private final @Nullable Envelope box;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private @Nullable StoredRow next;

    /**
     * Opens the cursor on its first row.
     *
     * @param from the table, quoted: the layer's or its history
     * @param box null for rows anywhere
     */
    RowCursor(Connection connection, LayerTable table, String from, Condition condition, @Nullable Envelope box)
            throws SQLException {
        this.table = table;
        this.box = box;
        this.statement = connection.prepareStatement(
                "SELECT " + table.columns() + " FROM " + from + condition.sql() + " ORDER BY oid");
        try {
            condition.bind(statement);
            rows = statement.executeQuery();
            advance();
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    Layer layer() {
        return table.layer();
    }

    /** The row to be taken next; null at the end. */
    @Nullable
    StoredRow peek() {
        return next;
    }

    /** Goes on to the next row. */
    void advance() throws SQLException {
        next = null;
        while (next == null && rows.next()) {
            if (box == null) {
                next = table.read(rows);
            } else {
                byte[] geometry = rows.getBytes(GEOMETRY_COLUMN);
                if (meets(geometry)) {
                    next = table.read(rows, geometry);
                }
            }
        }
    }

    private boolean meets(byte @Nullable [] geometry) {
        Envelope found = geometry == null ? null : GeometryBlob.envelope(geometry);
        return found != null && box != null && box.intersects(found);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
