package org.onemap.ingest.read.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.Source.DeclaredCrs;
import org.onemap.ingest.read.geopackage.GeoPackageFile.TableEntry;
import org.onemap.ingest.read.value.GeometryFamily;

/**
 * What the books of a GeoPackage say of one table. Immutable.
 *
 * @param geometryColumn name of its geometry column; empty for a table without
 * @param kind family of the geometries
 * @param srsId reference system in the books of the file; 0 for none
 * @param crs the same for the importer
 * @param fields attribute columns
 * @param rows number of rows
 */
record TableLayout(
        Optional<String> geometryColumn, GeometryKind kind, int srsId, DeclaredCrs crs, List<Field> fields, long rows) {

    /** Columns of our own stores that are written anew by every import. */
    private static final Set<String> OURS = Set.of("oid", "valid_from", "change_set");

    /** Reads the books. */
    static TableLayout of(Connection connection, TableEntry entry, String displayName, IssueSink issues)
            throws SQLException {
        Optional<String> geometry = Optional.empty();
        GeometryKind kind = GeometryKind.NONE;
        DeclaredCrs crs = DeclaredCrs.none();
        int srsId = 0;
        if (entry.spatial()) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns"
                            + " WHERE lower(table_name) = lower(?)")) {
                statement.setString(1, entry.name());
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        geometry = Optional.of(row.getString(1));
                        kind = kind(connection, entry.name(), row.getString(1), row.getString(2));
                        srsId = row.getInt(3);
                        crs = crs(connection, srsId);
                    }
                }
            }
        }
        List<Field> fields = fields(connection, entry.name(), geometry.orElse(""), displayName, issues);
        return new TableLayout(geometry, kind, srsId, crs, fields, count(connection, entry.name()));
    }

    private static GeometryKind kind(Connection connection, String table, String column, String typeName)
            throws SQLException {
        GeometryFamily family = new GeometryFamily();
        if (!typeName.equalsIgnoreCase("GEOMETRY")) {
            family.add(typeName);
            return family.kind();
        }
        GeometryBlob blobs = new GeometryBlob();
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + quoted(column) + " FROM "
                        + quoted(table) + " WHERE " + quoted(column) + " NOT NULL");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                addType(family, blobs, rows.getBytes(1));
            }
        }
        return family.kind() == GeometryKind.NONE ? GeometryKind.ANY : family.kind();
    }

    private static void addType(GeometryFamily family, GeometryBlob blobs, byte @Nullable [] blob) {
        if (blob != null) {
            try {
                family.add(blobs.type(blob));
            } catch (GeometryBlob.NoGeometry e) {
                family.add("GEOMETRY"); // told with its row
            }
        }
    }

    private static DeclaredCrs crs(Connection connection, int srsId) throws SQLException {
        if (srsId <= 0) {
            return DeclaredCrs.none(); // undefined Cartesian or geographic
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?")) {
            statement.setInt(1, srsId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return DeclaredCrs.none();
                }
                String organization = String.valueOf(row.getString(1)).toUpperCase(Locale.ROOT);
                String definition = row.getString(3);
                boolean defined = definition != null && definition.contains("[");
                boolean known = organization.equals("EPSG") || organization.equals("OGC");
                return new DeclaredCrs(
                        defined ? Optional.of(definition) : Optional.empty(),
                        known ? Optional.of(organization + ":" + row.getInt(2)) : Optional.empty());
            }
        }
    }

    private static List<Field> fields(
            Connection connection, String table, String geometry, String displayName, IssueSink issues)
            throws SQLException {
        List<Field> fields = new ArrayList<>();
        boolean ours = has(connection, "onemap_%") && hasColumn(connection, table, "change_set");
        try (PreparedStatement statement = connection.prepareStatement("PRAGMA table_info(" + quoted(table) + ")");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String name = rows.getString("name");
                String declared = String.valueOf(rows.getString("type")).toUpperCase(Locale.ROOT);
                if (name.equalsIgnoreCase(geometry) || (ours && OURS.contains(name.toLowerCase(Locale.ROOT)))) {
                    continue;
                }
                if (declared.startsWith("BLOB")) {
                    issues.add(ImportIssue.warning(
                            "binary-column",
                            Place.file(displayName).field(name),
                            "the column " + name + " holds binary content; it was left out"));
                } else {
                    fields.add(Field.of(name, type(declared)));
                }
            }
        }
        return fields;
    }

    private static boolean has(Connection connection, String pattern) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name LIKE ?")) {
            statement.setString(1, pattern);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean hasColumn(Connection connection, String table, String column) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM pragma_table_info(?) WHERE lower(name) = ?")) {
            statement.setString(1, table);
            statement.setString(2, column);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The types of clause 1.1.1.1.3; what is none of them is read as text. */
    private static FieldType type(String declared) {
        String bare = declared.replaceFirst("\\s*\\(.*$", "").strip();
        return switch (bare) {
            case "BOOLEAN" -> FieldType.BOOLEAN;
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT" -> FieldType.INTEGER;
            case "FLOAT", "DOUBLE", "REAL" -> FieldType.REAL;
            case "DATE" -> FieldType.DATE;
            case "DATETIME" -> FieldType.DATETIME;
            default -> FieldType.TEXT;
        };
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM " + quoted(table));
                ResultSet row = statement.executeQuery()) {
            return row.getLong(1);
        }
    }

    /** An SQL name. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
