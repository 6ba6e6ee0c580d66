package org.onemap.store.geopackage;

import static org.onemap.store.sql.Session.quote;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.store.sql.Session;

/**
 * The spatial index of one layer by the extension {@code gpkg_rtree_index} of GeoPackage 1.3: virtual table and the six
 * triggers that keep it right whoever writes the table.
 *
 * <p>The triggers call {@code ST_…} functions that SQLite lacks; a writer of onemap therefore {@linkplain #dropTriggers
 * drops} them inside its transaction, keeps the index itself and {@linkplain #createTriggers makes} them again.
 */
final class RTree {

    private static final String EXTENSION = "gpkg_rtree_index";
    private static final String DEFINITION = "http://www.geopackage.org/spec120/#extension_rtree";

    private final String layer;
    private final String table;
    private final String index;

    RTree(String layer) {
        this.layer = layer;
        this.table = quote(layer);
        this.index = quote(name(layer));
    }

    /** Name of the virtual table, not quoted. */
    static String name(String layer) {
        return "rtree_" + layer + "_geom";
    }

    /** Makes the index, empty, without triggers. */
    void create(Session session) throws SQLException {
        session.execute("CREATE VIRTUAL TABLE " + index + " USING rtree(id, minx, maxx, miny, maxy)");
        session.update(
                "INSERT OR REPLACE INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)"
                        + " VALUES (?, 'geom', ?, ?, 'write-only')",
                layer,
                EXTENSION,
                DEFINITION);
    }

    /** Takes the index away. */
    void drop(Session session) throws SQLException {
        dropTriggers(session);
        session.execute("DROP TABLE IF EXISTS " + index);
        session.update("DELETE FROM gpkg_extensions WHERE table_name = ? AND extension_name = ?", layer, EXTENSION);
    }

    void createTriggers(Session session) throws SQLException {
        for (String sql : triggers().values()) {
            session.execute(sql);
        }
    }

    void dropTriggers(Session session) throws SQLException {
        for (String trigger : triggers().keySet()) {
            session.execute("DROP TRIGGER IF EXISTS " + quote(trigger));
        }
    }

    /** Name to text of the standard's triggers. */
    Map<String, String> triggers() {
        String some = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))";
        String none = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))";
        String put = "INSERT OR REPLACE INTO " + index + " VALUES (NEW.\"oid\", ST_MinX(NEW.\"geom\"),"
                + " ST_MaxX(NEW.\"geom\"), ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\"));";
        String remove = "DELETE FROM " + index + " WHERE id = OLD.\"oid\";";
        String sameRow = " WHEN OLD.\"oid\" = NEW.\"oid\" AND ";
        String otherRow = " WHEN OLD.\"oid\" != NEW.\"oid\" AND ";
        Map<String, String> triggers = new LinkedHashMap<>();
        add(triggers, "insert", "AFTER INSERT ON " + table + " WHEN " + some + " BEGIN " + put);
        add(triggers, "update1", "AFTER UPDATE OF \"geom\" ON " + table + sameRow + some + " BEGIN " + put);
        add(triggers, "update2", "AFTER UPDATE OF \"geom\" ON " + table + sameRow + none + " BEGIN " + remove);
        add(triggers, "update3", "AFTER UPDATE ON " + table + otherRow + some + " BEGIN " + remove + " " + put);
        add(
                triggers,
                "update4",
                "AFTER UPDATE ON " + table + otherRow + none + " BEGIN DELETE FROM " + index
                        + " WHERE id IN (OLD.\"oid\", NEW.\"oid\");");
        add(triggers, "delete", "AFTER DELETE ON " + table + " WHEN OLD.\"geom\" NOT NULL BEGIN " + remove);
        return triggers;
    }

    private void add(Map<String, String> triggers, String event, String body) {
        String name = name(layer) + "_" + event;
        triggers.put(name, "CREATE TRIGGER " + quote(name) + " " + body + " END");
    }

    /** Changes the boxes of rows one by one. Confined to the thread of its session. */
    static final class Writer implements AutoCloseable {

        private final PreparedStatement insert;
        private final PreparedStatement delete;

        Writer(Session session, String layer) throws SQLException {
            String index = quote(name(layer));
            insert = session.prepare("INSERT INTO " + index + " VALUES (?, ?, ?, ?, ?)");
            delete = session.prepare("DELETE FROM " + index + " WHERE id = ?");
        }

        void insert(long oid, @Nullable Envelope box) throws SQLException {
            if (box == null) {
                return;
            }
            insert.setLong(1, oid);
            insert.setDouble(2, box.getMinX());
            insert.setDouble(3, box.getMaxX());
            insert.setDouble(4, box.getMinY());
            insert.setDouble(5, box.getMaxY());
            insert.executeUpdate();
        }

        void delete(long oid) throws SQLException {
            delete.setLong(1, oid);
            delete.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            delete.close();
        }
    }
}
