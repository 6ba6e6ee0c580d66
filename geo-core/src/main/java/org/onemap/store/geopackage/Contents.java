package org.onemap.store.geopackage;

import static org.onemap.store.sql.Session.quote;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.store.sql.Session;

/**
 * Keeps a table's line in {@code gpkg_contents} right: extent to the last bit, time of change, and whether geometries
 * have z or m. Confined to one thread.
 */
final class Contents {

    private final String table;
    private final Envelope added = new Envelope();
    private final Envelope removed = new Envelope();
    private int dimensions;

    /** @param table name of the table, not quoted */
    Contents(String table) {
        this.table = table;
    }

    /** A row with this geometry came. */
    void add(byte @Nullable [] geometry, @Nullable Envelope box) {
        if (geometry != null) {
            dimensions |= GeometryBlob.dimensions(geometry);
        }
        if (box != null) {
            added.expandToInclude(box);
        }
    }

    /** A row with this box went. */
    void remove(@Nullable Envelope box) {
        if (box != null) {
            removed.expandToInclude(box);
        }
    }

    /** The extent as the table says it. */
    static Optional<Envelope> extent(Session session, String table) throws SQLException {
        String sql = "SELECT min_x, max_x, min_y, max_y FROM gpkg_contents WHERE table_name = ?";
        try (PreparedStatement statement = session.prepare(sql)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                double minX = row.getDouble(1);
                return row.wasNull()
                        ? Optional.empty()
                        : Optional.of(new Envelope(minX, row.getDouble(2), row.getDouble(3), row.getDouble(4)));
            }
        }
    }

    /** Writes the line; rows must have been written and the spatial index must be complete. */
    void save(Session session, boolean spatial, boolean indexed) throws SQLException {
        session.update(
                "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ','now') WHERE table_name = ?",
                table);
        if (!spatial) {
            return;
        }
        Envelope extent = extent(session, table).orElseGet(Envelope::new);
        if (!removed.isNull() && touchesBorder(extent)) {
            extent = indexed ? measureByIndex(session) : measure(session);
        }
        extent.expandToInclude(added);
        boolean none = extent.isNull();
        session.update(
                "UPDATE gpkg_contents SET min_x = ?, max_x = ?, min_y = ?, max_y = ? WHERE table_name = ?",
                none ? null : extent.getMinX(),
                none ? null : extent.getMaxX(),
                none ? null : extent.getMinY(),
                none ? null : extent.getMaxY(),
                table);
        if (dimensions != 0) {
            session.update(
                    "UPDATE gpkg_geometry_columns SET z = max(z, ?), m = max(m, ?) WHERE table_name = ?",
                    (dimensions & 1) * 2,
                    dimensions & 2,
                    table);
        }
    }

    private boolean touchesBorder(Envelope extent) {
        return removed.getMinX() <= extent.getMinX()
                || removed.getMaxX() >= extent.getMaxX()
                || removed.getMinY() <= extent.getMinY()
                || removed.getMaxY() >= extent.getMaxY();
    }

    private Envelope measure(Session session) throws SQLException {
        return measure(session, "SELECT geom FROM " + quote(table) + " WHERE geom IS NOT NULL");
    }

    /**
     * The index keeps boxes rounded outwards to 32 bits: the rows whose rounded side is the outermost one hold the true
     * outermost side, and only these are read.
     */
    private Envelope measureByIndex(Session session) throws SQLException {
        String index = quote(RTree.name(table));
        Envelope extent = new Envelope();
        for (String side : new String[] {"min(minx)", "max(maxx)", "min(miny)", "max(maxy)"}) {
            String column = side.substring(4, side.length() - 1);
            extent.expandToInclude(measure(
                    session,
                    "SELECT geom FROM " + quote(table) + " WHERE oid IN (SELECT id FROM " + index + " WHERE " + column
                            + " = (SELECT " + side + " FROM " + index + "))"));
        }
        return extent;
    }

    private static Envelope measure(Session session, String sql) throws SQLException {
        Envelope extent = new Envelope();
        try (PreparedStatement statement = session.prepare(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Envelope box = GeometryBlob.envelope(rows.getBytes(1));
                if (box != null) {
                    extent.expandToInclude(box);
                }
            }
        }
        return extent;
    }
}
