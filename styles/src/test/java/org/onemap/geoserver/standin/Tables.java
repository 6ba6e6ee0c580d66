package org.onemap.geoserver.standin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The tables behind a store, read from the real GeoPackage or PostGIS that its parameters name.
 *
 * @param columns table to column names
 */
record Tables(Map<String, List<String>> columns) {

    /** Empty where the store cannot be opened. */
    static Optional<Tables> open(Map<String, String> parameters) {
        try {
            return switch (parameters.getOrDefault("dbtype", "")) {
                case "geopkg" -> geopackage(parameters.getOrDefault("database", ""));
                case "postgis" -> postgis(parameters);
                default -> Optional.empty();
            };
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static Optional<Tables> geopackage(String database) throws SQLException {
        Path file = Path.of(database.replaceFirst("^file:/*", "/"));
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return read(
                    connection,
                    "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'",
                    "SELECT name FROM pragma_table_info('%s')");
        }
    }

    private static Optional<Tables> postgis(Map<String, String> parameters) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", parameters.getOrDefault("user", ""));
        properties.setProperty("password", parameters.getOrDefault("passwd", ""));
        properties.setProperty("connectTimeout", "2");
        String url = "jdbc:postgresql://" + parameters.get("host") + ":" + parameters.get("port") + "/"
                + parameters.get("database");
        String schema = parameters.getOrDefault("schema", "public");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return read(
                    connection,
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema + "'",
                    "SELECT column_name FROM information_schema.columns WHERE table_schema = '" + schema
                            + "' AND table_name = '%s' ORDER BY ordinal_position");
        }
    }

    private static Optional<Tables> read(Connection connection, String tables, String columns) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : list(connection, tables)) {
            all.put(table, list(connection, String.format(columns, table.replace("'", "''"))));
        }
        return Optional.of(new Tables(all));
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
