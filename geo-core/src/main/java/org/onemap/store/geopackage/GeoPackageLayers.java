package org.onemap.store.geopackage;

import static org.onemap.store.sql.Session.quote;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.onemap.feature.Layer;
import org.onemap.store.sql.BulkLoad;
import org.onemap.store.sql.Condition;
import org.onemap.store.sql.LayerForms;
import org.onemap.store.sql.LayerTable;
import org.onemap.store.sql.RowCursor;
import org.onemap.store.sql.Session;
import org.onemap.store.sql.StoredForm;
import org.onemap.store.sql.Upkeep;

/** Tables with their places in the GeoPackage's own tables, and the R-tree of the standard as index. Stateless. */
final class GeoPackageLayers implements LayerForms {

    /** A box over more than this share of the extent is read by scanning in oid order instead of by the index. */
    private static final double WIDE = 0.3;

    private static final String NEAR = " WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?";
    private static final String INSIDE = "minx >= ? AND maxx <= ? AND miny >= ? AND maxy <= ?";

    @Override
    public String name(String wanted) {
        return wanted;
    }

    @Override
    public String columnName(String field) {
        return field;
    }

    /** AUTOINCREMENT, so that a row which another program inserts never gets the oid of one that is gone. */
    @Override
    public String createTable(LayerTable table) {
        return "CREATE TABLE " + table.table() + " (oid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
                + table.systemDefinitions()
                + geometry(table, StoredForm.columnType(table.layer().geometry())) + table.fieldDefinitions() + ")";
    }

    /** The history's geometry column takes every kind: a layer that is empty may be given another one. */
    @Override
    public String createHistory(LayerTable table) {
        return "CREATE TABLE " + table.history() + " (history_id INTEGER PRIMARY KEY NOT NULL, oid INTEGER NOT NULL, "
                + table.systemDefinitions() + geometry(table, "GEOMETRY") + table.fieldDefinitions()
                + ", valid_to DATE NOT NULL, closed_by INTEGER NOT NULL)";
    }

    private static String geometry(LayerTable table, String type) {
        return table.layer().geometry().isSpatial() ? ", geom " + type : "";
    }

    @Override
    public String countingKey() {
        return "INTEGER PRIMARY KEY";
    }

    @Override
    public String stagedGeometry() {
        return "BLOB";
    }

    @Override
    public boolean hasTable(Session session, String name) throws SQLException {
        return StoreFile.hasTable(session.connection(), name);
    }

    @Override
    public void made(Session session, Layer layer) throws SQLException {
        register(session, layer.name(), layer, layer.title());
        register(session, LayerTable.historyName(layer.name()), layer, layer.title() + " (历史)");
        if (layer.geometry().isSpatial()) {
            RTree index = new RTree(layer.name());
            index.create(session);
            index.createTriggers(session);
        }
    }

    private static void register(Session session, String table, Layer layer, String title) throws SQLException {
        boolean spatial = layer.geometry().isSpatial();
        session.update(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
                        + " VALUES (?, ?, ?, ?, ?)",
                table,
                spatial ? "features" : "attributes",
                table,
                title,
                spatial ? GeometryBlob.SRS_ID : null);
        if (spatial) {
            boolean current = table.equals(layer.name());
            session.update(
                    "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
                    table,
                    current ? StoredForm.columnType(layer.geometry()) : "GEOMETRY",
                    GeometryBlob.SRS_ID);
        }
    }

    @Override
    public void dropping(Session session, Layer layer) throws SQLException {
        new RTree(layer.name()).drop(session);
        for (String gone : List.of(layer.name(), LayerTable.historyName(layer.name()))) {
            session.update("DELETE FROM gpkg_geometry_columns WHERE table_name = ?", gone);
            session.update("DELETE FROM gpkg_contents WHERE table_name = ?", gone);
        }
    }

    @Override
    public void recorded(Session session) throws SQLException {
        session.update("UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ','now')"
                + " WHERE table_name = 'onemap_change_set'");
    }

    @Override
    public Upkeep upkeep(Session session, Layer layer) throws SQLException {
        return new GeoPackageUpkeep(session, layer);
    }

    @Override
    public BulkLoad bulk(Session session, LayerTable table) throws SQLException {
        return new BulkWriter(session, table);
    }

    @Override
    public Optional<Envelope> extent(Session session, LayerTable table) throws SQLException {
        return Contents.extent(session, table.layer().name());
    }

    /** Rows by the index first come unordered; as a set of oids they are read in order without a sort. */
    @Override
    public void narrow(Session session, LayerTable table, Condition condition, Envelope box) throws SQLException {
        if (!isWide(session, table, box)) {
            condition.and("oid IN (SELECT id FROM " + index(table) + NEAR + ")", sides(box));
        }
    }

    private static String index(LayerTable table) {
        return quote(RTree.name(table.layer().name()));
    }

    private static Object[] sides(Envelope box) {
        return new Object[] {box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()};
    }

    private boolean isWide(Session session, LayerTable table, Envelope box) throws SQLException {
        Envelope extent = extent(session, table).orElseGet(Envelope::new);
        Envelope shared = extent.intersection(box);
        return !shared.isNull() && shared.getArea() >= extent.getArea() * WIDE && extent.getArea() > 0;
    }

    /**
     * Boxes that the index holds inside the asked one match surely, since it rounds outwards; only those across its
     * border are looked at.
     */
    @Override
    public long countInBox(Session session, LayerTable table, Condition condition, Envelope box) throws SQLException {
        String inside = "(SELECT id FROM " + index(table) + " WHERE " + INSIDE + ")";
        Condition surely = condition.copy().and("oid IN " + inside, sides(box));
        long sure = condition.sql().isEmpty()
                ? session.number(0, "SELECT count(*) FROM " + inside, sides(box))
                : session.number(0, "SELECT count(*) FROM " + table.table() + surely.sql(), surely.parameters());
        String acrossIds = "oid IN (SELECT id FROM " + index(table) + NEAR + " AND NOT (" + INSIDE + "))";
        Condition across = condition.copy().and(acrossIds, twice(sides(box)));
        return sure + RowCursor.countMeeting(session, table, table.table(), across, box);
    }

    @Override
    public boolean hasIndex(Session session, String name) throws SQLException {
        return hasObject(session, "index", name);
    }

    private static boolean hasObject(Session session, String type, String name) throws SQLException {
        return session.number(0, "SELECT count(*) FROM sqlite_master WHERE type = ? AND name = ?", type, name) > 0;
    }

    @Override
    public void checkIndex(Session session, LayerTable table, Consumer<String> problems) throws SQLException {
        String layer = table.layer().name();
        if (!hasObject(session, "table", RTree.name(layer))) {
            problems.accept("the R-tree " + RTree.name(layer) + " is missing");
            return;
        }
        for (String trigger : new RTree(layer).triggers().keySet()) {
            if (!hasObject(session, "trigger", trigger)) {
                problems.accept(
                        "the trigger " + trigger + " is missing: what other programs write would not be indexed");
            }
        }
        long extra = session.number(
                0, "SELECT count(*) FROM " + index(table) + " WHERE id NOT IN (SELECT oid FROM " + table.table() + ")");
        if (extra > 0) {
            problems.accept("the R-tree has " + extra + " entries without a row");
        }
        String sql = "SELECT t.oid, t.geom, i.minx, i.maxx, i.miny, i.maxy FROM " + table.table() + " t LEFT JOIN "
                + index(table) + " i ON i.id = t.oid";
        long missing = 0;
        long wrong = 0;
        try (PreparedStatement statement = session.prepare(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                byte[] geometry = rows.getBytes(2);
                Envelope box = geometry == null ? null : GeometryBlob.envelope(geometry);
                Envelope entry =
                        new Envelope(rows.getDouble(3), rows.getDouble(4), rows.getDouble(5), rows.getDouble(6));
                boolean there = rows.getObject(3) != null;
                missing += box != null && !there ? 1 : 0;
                wrong += there && (box == null || !entry.contains(box)) ? 1 : 0;
            }
        }
        if (missing > 0) {
            problems.accept(missing + " rows are missing in the R-tree");
        }
        if (wrong > 0) {
            problems.accept("the R-tree has another box for " + wrong + " rows");
        }
    }

    private static Object[] twice(Object[] values) {
        return new Object[] {values[0], values[1], values[2], values[3], values[0], values[1], values[2], values[3]};
    }
}
