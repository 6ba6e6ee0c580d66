package org.onemap.ingest.read.geopackage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Source;
import org.sqlite.SQLiteConfig;

/** Opens a GeoPackage and its tables. */
public final class GeoPackageFile {

    private GeoPackageFile() {}

    /** A table in the contents. */
    record TableEntry(String name, boolean spatial) {}

    /**
     * Opens all its tables, each with a connection of its own.
     *
     * @throws InvalidInput if it holds no table of features or attributes
     * @throws CorruptData if it is no GeoPackage
     */
    public static List<Source> open(Path file, String displayName, ReadOptions options) {
        List<Source> sources = new ArrayList<>();
        boolean done = false;
        try {
            for (TableEntry entry : tables(file, displayName)) {
                sources.add(new GeoPackageSource(file, entry, displayName + ":" + entry.name(), options));
            }
            done = true;
        } finally {
            if (!done) {
                sources.forEach(Source::close);
            }
        }
        if (sources.isEmpty()) {
            throw new InvalidInput(displayName + " holds no table of features or attributes");
        }
        return List.copyOf(sources);
    }

    private static List<TableEntry> tables(Path file, String displayName) {
        List<TableEntry> tables = new ArrayList<>();
        try (Connection connection = connect(file);
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT table_name, data_type FROM gpkg_contents WHERE data_type IN ('features', 'attributes')"
                                + " AND lower(table_name) IN (SELECT lower(name) FROM sqlite_master)"
                                + " ORDER BY table_name");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (!isInternal(name)) {
                    tables.add(new TableEntry(name, rows.getString(2).equals("features")));
                }
            }
        } catch (SQLException e) {
            throw unreadable(displayName, e);
        }
        return tables;
    }

    /** Tables of the standard, of its index and of our own store's books. */
    private static boolean isInternal(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        return name.startsWith("gpkg_")
                || name.startsWith("rtree_")
                || name.startsWith("onemap_")
                || name.startsWith("sqlite_")
                || name.endsWith("_history");
    }

    /**
     * Connects for reading only. A file that nobody writes is opened as immutable, so that SQLite makes no files beside
     * it; one with a write-ahead log beside it must not be, for its newest rows are in the log.
     */
    static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Properties properties = config.toProperties();
        String immutable = hasLog(file) ? "" : "&immutable=1";
        return new org.sqlite.JDBC()
                .connect(
                        "jdbc:sqlite:"
                                + file.toAbsolutePath()
                                        .toUri()
                                        .toString()
                                        .replaceFirst("^file:/*", "file:///")
                                        .replace("?", "%3f")
                                + "?mode=ro" + immutable,
                        properties);
    }

    private static boolean hasLog(Path file) {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        try {
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for " + log, e);
        }
    }

    static CorruptData unreadable(String displayName, SQLException cause) {
        return new CorruptData(
                displayName + " cannot be read as a GeoPackage (" + cause.getMessage() + "): it is damaged or none",
                cause);
    }
}
