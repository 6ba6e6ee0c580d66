package org.onemap.store.geopackage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.onemap.CorruptData;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.store.sql.Session;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** One SQLite file: how it is opened and what its errors mean. Immutable, thread-safe. */
final class Sqlite {

    private static final int READER_CACHE_KIB = 16_384;
    private static final int WRITER_CACHE_KIB = 65_536;
    private static final int WAL_LIMIT_BYTES = 67_108_864;

    private final Path file;
    private final int waitMs;

    Sqlite(Path file, int waitMs) {
        this.file = file;
        this.waitMs = waitMs;
    }

    Path file() {
        return file;
    }

    /** A connection that may only read; its first statement after {@code BEGIN} fixes its snapshot. */
    Connection openReader() throws SQLException {
        Connection connection = connect(false);
        Session.execute(connection, "PRAGMA cache_size=-" + READER_CACHE_KIB);
        Session.execute(connection, "PRAGMA query_only=1");
        return connection;
    }

    /** A connection that may write. */
    Connection openWriter() throws SQLException {
        Connection connection = connect(false);
        tuneForWriting(connection);
        return connection;
    }

    /** A connection that may write and makes the file if it is missing. */
    Connection create() throws SQLException {
        Connection connection = connect(true);
        tuneForWriting(connection);
        return connection;
    }

    private Connection connect(boolean create) throws SQLException {
        if (!create && !Files.exists(file)) {
            throw new NotFound("there is no store at " + file + "; make one with: onemap import FILE --store " + file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(waitMs);
        config.setGetGeneratedKeys(false); // the driver would ask for the row id after every insert
        if (!create) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static void tuneForWriting(Connection connection) throws SQLException {
        // in WAL mode NORMAL never loses consistency; only a power cut may take back the last commit
        Session.execute(connection, "PRAGMA synchronous=NORMAL");
        Session.execute(connection, "PRAGMA cache_size=-" + WRITER_CACHE_KIB);
        Session.execute(connection, "PRAGMA journal_size_limit=" + WAL_LIMIT_BYTES);
        Session.execute(connection, "PRAGMA foreign_keys=0");
    }

    /** What a failed statement means to the caller; returned so that the caller can throw it. */
    RuntimeException failure(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return new IllegalStateException("statement on store " + file + " failed", e);
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        String detail = String.valueOf(e.getMessage());
        return switch (code.code & 0xff) {
            case 5, 6 ->
                new StoreUnavailable(
                        "store " + file + " is being written by another process, waited " + waitMs / 1000
                                + " s; try again when that one is done",
                        e);
            case 11 ->
                new CorruptData(
                        "store " + file + " is damaged (" + detail + "); restore it from a copy, or read what is left"
                                + " with: sqlite3 " + file + " .recover",
                        e);
            case 26 -> new CorruptData("store " + file + " is no SQLite file any more (" + detail + ")", e);
            case 8 -> new StoreUnavailable("store " + file + " cannot be written: grant write access to it", e);
            case 13 -> new StoreUnavailable("no space left for store " + file + "; free some and try again", e);
            case 10, 14 -> new StoreUnavailable("store " + file + " cannot be opened or read: " + detail, e);
            default -> new IllegalStateException("statement on store " + file + " failed: " + detail, e);
        };
    }
}
