package org.onemap.geoserver.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The onemap store as GeoServer reaches it, without a password. Immutable; the implementations say what they need.
 */
public sealed interface StoreConnection {

    /** GeoServer's name for this sort of store. */
    String type();

    /** The connection parameters, in the order in which GeoServer's own pages show them. */
    Map<String, String> parameters();

    /** Whether a password belongs to it. */
    boolean needsPassword();

    /** What it is, for messages. */
    String words();

    /**
     * A GeoPackage file, opened for reading.
     *
     * @param path absolute path on the machine where GeoServer runs
     */
    record GeoPackageFile(String path) implements StoreConnection {

        @Override
        public String type() {
            return "GeoPackage";
        }

        @Override
        public Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("dbtype", "geopkg");
            parameters.put("database", "file://" + path);
            parameters.put("read_only", "true");
            return parameters;
        }

        @Override
        public boolean needsPassword() {
            return false;
        }

        @Override
        public String words() {
            return path;
        }
    }

    /**
     * A PostGIS database.
     *
     * @param host as GeoServer resolves it
     * @param port 1 to 65535
     * @param database name of the database
     * @param schema where the tables of the layers lie
     * @param user a role that only reads
     */
    record PostgisDatabase(String host, int port, String database, String schema, String user)
            implements StoreConnection {

        @Override
        public String type() {
            return "PostGIS";
        }

        @Override
        public Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("dbtype", "postgis");
            parameters.put("host", host);
            parameters.put("port", Integer.toString(port));
            parameters.put("database", database);
            parameters.put("schema", schema);
            parameters.put("user", user);
            parameters.put("Expose primary keys", "true");
            parameters.put("validate connections", "true");
            parameters.put("Loose bbox", "true");
            parameters.put("Estimated extends", "false");
            parameters.put("encode functions", "true");
            parameters.put("max connections", "10");
            parameters.put("min connections", "1");
            parameters.put("fetch size", "1000");
            return parameters;
        }

        @Override
        public boolean needsPassword() {
            return true;
        }

        @Override
        public String words() {
            return user + "@" + host + ":" + port + "/" + database;
        }
    }
}
