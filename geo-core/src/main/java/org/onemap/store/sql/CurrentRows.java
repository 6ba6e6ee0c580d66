package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;

/**
 * The rows that a layer had before a load: found by key, ticked off when the load names them. Confined to the thread of
 * its session.
 *
 * <p>A load that names many rows does not pay a round trip for each: rows that follow one another in the store are read
 * ahead while the load asks for them in that order, and of keys that are surely new nothing is asked. Memory is bounded
 * by {@value #MOST_AHEAD} rows, 20 bytes a key for at most {@value #MOST_KEYS} keys, and a bit for each row named.
 */
final class CurrentRows implements AutoCloseable {

    private static final int MOST_KEYS = 5_000_000;
    private static final int MOST_AHEAD = 256;

    /** A small load is done before the keys of a large layer are read. */
    private static final int ASKED_BEFORE_KEYS = 200;

    private final Session session;
    private final LayerTable table;
    private final Flush flush;
    private final Map<Integer, PreparedStatement> ahead = new HashMap<>();
    private final Map<Object, StoredRow> read = new HashMap<>();
    private final OidSet named = new OidSet();
    private final KnownKeys keys;
    private final KnownKeys retiredCodes;
    private final @Nullable PreparedStatement retired;
    private int readAhead = 1;
    private int lastRead;

    /** @param flush sends what the load holds back, before anything is asked */
    CurrentRows(Session session, Layer layer, Flush flush) throws SQLException {
        this.session = session;
        this.table = session.table(layer);
        this.flush = flush;
        keys = new KnownKeys(
                table.keyType(),
                "SELECT " + table.keyColumn() + " FROM " + table.table() + " WHERE " + table.keyColumn()
                        + " IS NOT NULL");
        String closed = table.history() + " h JOIN onemap_change_set s ON s.number = h.closed_by AND s.kind <> 'UNDO'";
        retiredCodes =
                new KnownKeys(FieldType.TEXT, "SELECT DISTINCT h.code FROM " + closed + " WHERE h.code IS NOT NULL");
        // a layer without history is common and large: it is not asked row by row
        retired = new LayerTables(session).hasHistory(layer)
                ? session.prepare("SELECT 1 FROM " + closed + " WHERE h.code = ? LIMIT 1")
                : null;
    }

    /** Sends what is held back. */
    @FunctionalInterface
    interface Flush {
        void run() throws SQLException;
    }

    /** The current row of this key; null if there is none, or no key. */
    @Nullable
    StoredRow find(@Nullable Object key) throws SQLException {
        if (key == null || keys.surelyLack(key)) {
            return null;
        }
        StoredRow row = read.remove(key);
        return row == null ? ask(key) : row;
    }

    private @Nullable StoredRow ask(Object key) throws SQLException {
        flush.run();
        // as long as nearly all that was read ahead is asked for, twice as much is read
        readAhead = read.size() * 4 <= lastRead ? Math.min(MOST_AHEAD, readAhead * 2) : 1;
        read.clear();
        PreparedStatement statement = ahead.get(readAhead);
        if (statement == null) {
            statement = session.prepare("SELECT " + table.selected() + " FROM " + table.table()
                    + " WHERE oid >= (SELECT oid FROM " + table.table() + " WHERE " + table.keyColumn()
                    + " = ?) ORDER BY oid LIMIT " + readAhead);
            ahead.put(readAhead, statement);
        }
        statement.setObject(1, table.forms().parameter(table.keyType(), key));
        StoredRow found = null;
        lastRead = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                StoredRow row = table.read(rows);
                Object itsKey = row.row().key(table.layer());
                if (found == null) {
                    found = row;
                } else if (itsKey != null) {
                    read.put(itsKey, row);
                    lastRead++;
                }
            }
        }
        return found;
    }

    /** A row of this key came. */
    void came(@Nullable Object key) {
        if (key != null) {
            keys.add(key);
        }
    }

    /** The row of this code was taken out or got another code. */
    void went(@Nullable String code) {
        if (code != null) {
            retiredCodes.add(code);
        }
    }

    /** Ticks a row off; false if it was before. */
    boolean name(long oid) {
        return named.add(oid);
    }

    /** Ticks all rows off. */
    void nameAll() throws SQLException {
        forEachOid(oid -> named.add(oid));
    }

    /** Puts the rows that were not named into a table of their own; they, as a condition on the layer's table. */
    String unnamed() throws SQLException {
        session.execute("DROP TABLE IF EXISTS onemap_unnamed");
        session.execute("CREATE TEMP TABLE onemap_unnamed (oid " + table.forms().columnType(FieldType.INTEGER)
                + " PRIMARY KEY)");
        try (StatementBatch insert = new StatementBatch(session.prepare("INSERT INTO onemap_unnamed VALUES (?)"))) {
            forEachOid(oid -> {
                if (!named.contains(oid)) {
                    insert.next().setLong(1, oid);
                    insert.add();
                    if (insert.isFull()) {
                        insert.flush();
                    }
                }
            });
            insert.flush();
        }
        return "oid IN (SELECT oid FROM onemap_unnamed)";
    }

    /** Number of rows that were not named. */
    long countUnnamed() throws SQLException {
        long[] count = {0};
        forEachOid(oid -> count[0] += named.contains(oid) ? 0 : 1);
        return count[0];
    }

    private void forEachOid(OidAction action) throws SQLException {
        flush.run();
        try (PreparedStatement statement = session.prepare("SELECT oid FROM " + table.table());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                action.accept(rows.getLong(1));
            }
        }
    }

    @FunctionalInterface
    private interface OidAction {
        void accept(long oid) throws SQLException;
    }

    /** Whether a standing change set took this code out of use. */
    boolean isRetired(String code) throws SQLException {
        if (retired == null || retiredCodes.surelyLack(code)) {
            return false;
        }
        flush.run();
        retired.setString(1, code);
        try (ResultSet rows = retired.executeQuery()) {
            return rows.next();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : ahead.values()) {
            statement.close();
        }
        if (retired != null) {
            retired.close();
        }
    }

    /** Forgets which rows were named. */
    void drop() throws SQLException {
        session.execute("DROP TABLE IF EXISTS onemap_unnamed");
    }

    /** What a query selects, read once it was asked for often: to tell what surely is not among it. */
    private final class KnownKeys {

        private final FieldType type;
        private final String sql;
        private int asked;
        private @Nullable KeyHashes hashes;

        KnownKeys(FieldType type, String sql) {
            this.type = type;
            this.sql = sql;
        }

        boolean surelyLack(Object key) throws SQLException {
            if (hashes == null && ++asked == ASKED_BEFORE_KEYS) {
                hashes = readAll();
            }
            return hashes != null && !hashes.contains(key);
        }

        void add(Object key) {
            if (hashes != null && hashes.size() < MOST_KEYS) {
                boolean unused = hashes.add(key);
            } else {
                hashes = null;
            }
        }

        private @Nullable KeyHashes readAll() throws SQLException {
            flush.run();
            KeyHashes all = new KeyHashes();
            try (PreparedStatement statement = session.prepare(sql);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Object key = table.forms().read(rows, 1, type);
                    if (all.size() >= MOST_KEYS) {
                        return null;
                    } else if (key != null) {
                        boolean unused = all.add(key);
                    }
                }
            }
            return all;
        }
    }
}
