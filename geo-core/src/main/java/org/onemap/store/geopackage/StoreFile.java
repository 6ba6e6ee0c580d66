package org.onemap.store.geopackage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.store.sql.Session;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Makes the file of a store and tells one from other files. Thread-safe, also against other processes. */
final class StoreFile {

    private static final int VERSION = 1;
    private static final int GPKG = 0x47504B47;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private StoreFile() {}

    /** Makes the store if there is none; harmless if another process makes it at the same moment. */
    static void createIfMissing(Sqlite db) throws SQLException {
        Path file = db.file();
        makeFolder(file);
        if (Files.exists(file) && size(file) > 0 && !isBlank(db)) {
            return;
        }
        try (Connection connection = db.create()) {
            switchToWal(connection);
            Session.execute(connection, "BEGIN IMMEDIATE");
            if (isBlank(connection)) {
                for (String statement : statements()) {
                    Session.execute(connection, statement);
                }
            }
            Session.execute(connection, "COMMIT");
        }
    }

    /** An SQLite file without tables: what a process leaves that is making a store, or was killed while it did. */
    private static boolean isBlank(Sqlite db) throws SQLException {
        requireSqlite(db.file());
        try (Connection connection = db.openReader()) {
            return isBlank(connection);
        }
    }

    private static boolean isBlank(Connection connection) throws SQLException {
        return Session.number(connection, 0, "SELECT count(*) FROM sqlite_master") == 0;
    }

    private static void makeFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.getParent();
        if (above == null || !Files.isDirectory(above)) {
            throw new NotFound("there is no folder " + above + " for store " + file + "; make it first");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "folder " + folder + " for store " + file.getFileName() + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** SQLite does not wait by itself here: two processes that make one file meet at this pragma. */
    private static void switchToWal(Connection connection) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                Session.execute(connection, "PRAGMA journal_mode=WAL");
                return;
            } catch (SQLiteException e) {
                if (attempt == 200 || (e.getResultCode().code & 0xff) != SQLiteErrorCode.SQLITE_BUSY.code) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while making a store", e);
        }
    }

    private static String[] statements() {
        try (InputStream in = StoreFile.class.getResourceAsStream("create.sql")) {
            if (in == null) {
                throw new IllegalStateException("create.sql is missing beside " + StoreFile.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split(";\n");
        } catch (IOException e) {
            throw new IllegalStateException("create.sql cannot be read", e);
        }
    }

    /**
     * Checks that the file is a store of a version that this program knows.
     *
     * @throws NotFound if there is no file
     * @throws InvalidInput if it is another kind of file, or of a newer version
     */
    static void check(Sqlite db) throws SQLException {
        Path file = db.file();
        requireSqlite(file);
        try (Connection connection = db.openReader()) {
            if (!hasTable(connection, "onemap_store")) {
                throw foreign(connection, file);
            }
            long version = Session.number(connection, 0, "SELECT version FROM onemap_store");
            if (version > VERSION) {
                throw new InvalidInput("store " + file + " was made by a newer onemap (store version " + version
                        + ", this one knows " + VERSION + "): update onemap");
            }
        }
    }

    private static void requireSqlite(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInput(file + " is a folder, not a store: give the path of a .gpkg file");
        } else if (!Files.exists(file)) {
            throw new NotFound("there is no store at " + file + "; make one with: onemap import FILE --store " + file);
        }
        byte[] start = new byte[MAGIC.length];
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.readNBytes(start, 0, start.length);
            if (read < start.length || !Arrays.equals(start, MAGIC)) {
                throw new InvalidInput(file + " is not a GeoPackage (it "
                        + (read == 0 ? "is empty" : "begins otherwise") + "); give another path for the store");
            }
        } catch (IOException e) {
            throw new StoreUnavailable("store " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static InvalidInput foreign(Connection connection, Path file) throws SQLException {
        if (Session.number(connection, 0, "PRAGMA application_id") == GPKG || hasTable(connection, "gpkg_contents")) {
            return new InvalidInput(
                    file + " is a GeoPackage that onemap did not make. Bring its layers into a store with:"
                            + " onemap import " + file + " --store other.gpkg");
        }
        return new InvalidInput(file + " is an SQLite file, but not a GeoPackage; give another path for the store");
    }

    static boolean hasTable(Connection connection, String name) throws SQLException {
        return Session.number(
                        connection, 0, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", name)
                > 0;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new StoreUnavailable("store " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
