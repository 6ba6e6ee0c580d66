package org.onemap.store.postgis;

import static org.onemap.store.sql.Session.literal;
import static org.onemap.store.sql.Session.quote;

import java.sql.SQLException;
import java.util.List;
import org.onemap.store.sql.LayerTable;
import org.onemap.store.sql.Session;

/**
 * The three roles of a store, named after its schema: the owner makes and drops tables, the writer changes rows, the
 * reader (GeoServer, QGIS) sees the layers' current rows and nothing else. They are group roles: people and programs are
 * made members. Where they do not exist, nothing is granted. Immutable, thread-safe.
 */
final class Roles {

    private final String schema;

    Roles(String schema) {
        this.schema = schema;
    }

    static String owner(String schema) {
        return schema + "_owner";
    }

    static String writer(String schema) {
        return schema + "_writer";
    }

    static String reader(String schema) {
        return schema + "_reader";
    }

    /** A layer's tables have been made: those who may use them. */
    void grantLayer(Session session, LayerTable table) throws SQLException {
        grant(session, "SELECT", table.table(), reader(schema));
        for (String one : List.of(table.table(), table.history())) {
            grant(session, "SELECT, INSERT, UPDATE, DELETE", one, writer(schema));
            handOver(session, one);
        }
    }

    /** A table that keeps rows until their day has been made: nothing for readers. */
    void grantStaging(Session session, String table) throws SQLException {
        for (String one : List.of(quote(table), quote(table + "_keys"))) {
            grant(session, "SELECT, INSERT, UPDATE, DELETE", one, writer(schema));
            handOver(session, one);
        }
    }

    private static void grant(Session session, String rights, String table, String role) throws SQLException {
        if (exists(session, role)) {
            session.execute("GRANT " + rights + " ON " + table + " TO " + quote(role));
        }
    }

    /** Tables belong to the owner role where whoever makes them is a member of it. */
    private void handOver(Session session, String table) throws SQLException {
        String owner = owner(schema);
        long member = session.number(
                0,
                "SELECT count(*) FROM pg_catalog.pg_roles WHERE rolname = ? AND pg_has_role(current_user, oid, 'MEMBER')",
                owner);
        if (member > 0) {
            session.execute("ALTER TABLE " + table + " OWNER TO " + quote(owner));
        }
    }

    private static boolean exists(Session session, String role) throws SQLException {
        return session.number(0, "SELECT count(*) FROM pg_catalog.pg_roles WHERE rolname = " + literal(role)) > 0;
    }
}
