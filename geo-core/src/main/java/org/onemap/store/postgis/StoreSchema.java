package org.onemap.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.store.sql.Session;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes the schema of a store and tells a store from other schemas. Thread-safe, also against other processes. */
final class StoreSchema {

    private static final int VERSION = 1;
    private static final int OLDEST_SERVER = 120_000;

    /** The tables of an empty store. */
    private static final List<String> TABLES = List.of(
            "onemap_change_log",
            "onemap_change_layer",
            "onemap_change_source",
            "onemap_change_set",
            "onemap_field",
            "onemap_layer",
            "onemap_sequence",
            "onemap_store",
            "onemap_migration");

    private final PostgisUrl url;
    private final Connection connection;

    private StoreSchema(PostgisUrl url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    /**
     * Looks at a database and its store, which is made or brought up to date first if asked to.
     *
     * @return how to connect to it
     * @throws NotFound if there is no such store, and it is not to be made
     * @throws InvalidInput if server or extension are too old, or the schema is something else
     */
    static Connections prepare(PostgisUrl url, boolean create) throws SQLException {
        try (Connection connection = Connections.openPlain(url)) {
            StoreSchema schema = new StoreSchema(url, connection);
            String extensionSchema = schema.requireServer();
            if (create && !schema.isStore()) {
                schema.requireBlank();
                schema.migrate(extensionSchema);
            }
            schema.requireVersion();
            return new Connections(url, extensionSchema);
        }
    }

    /** Where PostGIS lies. */
    private String requireServer() throws SQLException {
        requireServer(url, text("SHOW server_version_num"), text("SHOW server_encoding"));
        Optional<String> extension = find("SELECT n.nspname FROM pg_catalog.pg_extension e"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'");
        if (extension.isEmpty()) {
            throw new InvalidInput("database '" + url.database() + "' at " + url.server() + " has no PostGIS: have an"
                    + " administrator run in it: CREATE EXTENSION postgis");
        }
        requirePostgis(url, text("SELECT extversion FROM pg_catalog.pg_extension WHERE extname = 'postgis'"));
        return extension.get();
    }

    static void requireServer(PostgisUrl url, String versionNumber, String encoding) {
        int version = Integer.parseInt(versionNumber);
        if (version < OLDEST_SERVER) {
            throw new InvalidInput("the server at " + url.server() + " is PostgreSQL " + version / 10_000
                    + "; onemap needs " + OLDEST_SERVER / 10_000 + " or newer");
        } else if (!encoding.equals("UTF8")) {
            throw new InvalidInput(
                    "database '" + url.database() + "' at " + url.server() + " keeps its texts in " + encoding
                            + ", which cannot hold Chinese names; make one with: createdb -E UTF8 -T template0 NAME");
        }
    }

    static void requirePostgis(PostgisUrl url, String version) {
        if (Integer.parseInt(version.split("\\.", -1)[0]) < 3) {
            throw new InvalidInput("database '" + url.database() + "' at " + url.server() + " has PostGIS " + version
                    + "; onemap needs 3.0 or newer: ALTER EXTENSION postgis UPDATE");
        }
    }

    private boolean isStore() throws SQLException {
        return hasTables("AND c.relname = 'onemap_store'");
    }

    private boolean hasTables(String condition) throws SQLException {
        return Session.number(
                        connection,
                        0,
                        "SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                                + " ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relkind IN ('r', 'v', 'p') "
                                + condition,
                        url.schema())
                > 0;
    }

    /** Tables of others are never mixed with a store's; those of PostGIS itself and of an unfinished start do not count. */
    private void requireBlank() throws SQLException {
        if (hasTables("AND c.relname NOT LIKE 'onemap\\_%' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d"
                + " WHERE d.objid = c.oid AND d.deptype = 'e')")) {
            throw new InvalidInput("schema '" + url.schema() + "' of database '" + url.database()
                    + "' holds tables that" + " onemap did not make; give the store another one: ?schema=onemap");
        }
    }

    /** Drops the tables of a store that nothing was ever loaded into; the schema too if Flyway made it and nothing else is there. */
    static boolean dropEmpty(PostgisUrl url, Connection connection) throws SQLException {
        StoreSchema store = new StoreSchema(url, connection);
        if (!store.isStore()) {
            return false;
        }
        String schema = Session.quote(url.schema());
        Session.execute(connection, "SET LOCAL search_path = " + schema);
        long used = Session.number(
                connection,
                0,
                "SELECT (SELECT count(*) FROM onemap_change_set) + (SELECT count(*) FROM onemap_layer)"
                        + " + (SELECT count(*) FROM onemap_sequence WHERE value <> 0)");
        if (used > 0) {
            return false;
        }
        long made = Session.number(connection, 0, "SELECT count(*) FROM onemap_migration WHERE type = 'SCHEMA'");
        Session.execute(connection, "DROP TABLE " + String.join(", ", TABLES));
        if (made > 0 && !store.hasTables("")) {
            Session.execute(connection, "DROP SCHEMA " + schema);
        }
        return true;
    }

    private void requireVersion() throws SQLException {
        if (!isStore()) {
            throw new NotFound("there is no store in schema '" + url.schema() + "' of database '" + url.database()
                    + "' at " + url.server() + "; make one with: onemap import FILE --store '" + url + "'");
        }
        String table = Session.quote(url.schema()) + ".onemap_store";
        long version = Session.number(connection, 0, "SELECT version FROM " + table);
        if (version > VERSION) {
            throw new InvalidInput("store " + url + " was made by a newer onemap (store version " + version
                    + ", this one knows " + VERSION + "): update onemap");
        }
    }

    private void migrate(String extensionSchema) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbcUrl());
        url.user().ifPresent(source::setUser);
        url.password().ifPresent(source::setPassword);
        source.setCurrentSchema(Session.quote(url.schema()) + ", " + Session.quote(extensionSchema));
        String schema = url.schema();
        try {
            Flyway.configure(StoreSchema.class.getClassLoader())
                    .dataSource(source)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .table("onemap_migration")
                    .locations("classpath:org/onemap/store/postgis/migration")
                    .placeholders(Map.of(
                            "schema", schema,
                            "owner", Roles.owner(schema),
                            "writer", Roles.writer(schema),
                            "reader", Roles.reader(schema)))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw sql(e);
        }
    }

    private static SQLException sql(FlywayException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        throw e;
    }

    private String text(String sql) throws SQLException {
        return find(sql).orElseThrow();
    }

    private Optional<String> find(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }
}
