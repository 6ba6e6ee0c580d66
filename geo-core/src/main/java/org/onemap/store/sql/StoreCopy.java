package org.onemap.store.sql;

import static org.onemap.feature.FieldType.DATE;
import static org.onemap.feature.FieldType.DATETIME;
import static org.onemap.feature.FieldType.INTEGER;
import static org.onemap.feature.FieldType.REAL;
import static org.onemap.feature.FieldType.TEXT;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onemap.InvalidInput;
import org.onemap.feature.FieldType;
import org.onemap.store.Store;

/**
 * Copies a store into an empty one, of whatever engine: layers, histories, change sets with their sources and counts, the
 * log, the numbers, and the rows that wait for their day. Both answer the same afterwards, {@code asOf}, undo and drafts
 * included. One transaction on either side: the copy is one picture, whole or not at all. Tables that undone change sets
 * left behind and no layer uses are not copied. Stateless.
 */
public final class StoreCopy {

    private static final int BATCH = 500;

    /** The tables that are copied as they are: name to columns in their order. */
    private static final Map<String, List<FieldType>> PLAIN = plain();

    private final Session from;
    private final Session to;

    private StoreCopy(Session from, Session to) {
        this.from = from;
        this.to = to;
    }

    private static Map<String, List<FieldType>> plain() {
        List<FieldType> log = new ArrayList<>(List.of(INTEGER, INTEGER, INTEGER, TEXT));
        for (int i = 0; i < 8; i++) {
            log.add(REAL);
        }
        Map<String, List<FieldType>> tables = new LinkedHashMap<>();
        tables.put("onemap_sequence", List.of(TEXT, INTEGER));
        tables.put("onemap_layer", List.of(INTEGER, INTEGER, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT));
        tables.put("onemap_field", List.of(INTEGER, INTEGER, TEXT, TEXT, TEXT));
        tables.put("onemap_change_set", List.of(INTEGER, TEXT, TEXT, TEXT, DATETIME, DATE, INTEGER, INTEGER, TEXT));
        tables.put("onemap_change_source", List.of(INTEGER, INTEGER, TEXT, TEXT, TEXT));
        tables.put("onemap_change_layer", List.of(INTEGER, INTEGER, TEXT, INTEGER, INTEGER, INTEGER, INTEGER));
        tables.put("onemap_change_log", List.copyOf(log));
        return tables;
    }

    /**
     * Copies.
     *
     * @return number of current and of closed rows, by layer
     * @throws InvalidInput if the second store is not empty
     */
    public static Map<String, Copied> copy(Store from, Store to) {
        Engine source = ((SqlStore) from).engine();
        Engine target = ((SqlStore) to).engine();
        try {
            Session read = source.beginRead();
            try {
                return copy(read, target, to.location());
            } catch (SQLException e) {
                throw source.failure(e);
            } finally {
                source.endRead(read);
            }
        } catch (SQLException e) {
            throw source.failure(e);
        }
    }

    /**
     * How much of a layer was copied.
     *
     * @param current rows of the layer's table
     * @param closed rows of its history
     */
    public record Copied(long current, long closed) {}

    private static Map<String, Copied> copy(Session read, Engine target, String location) throws SQLException {
        try {
            Session write = target.beginWrite();
            try {
                if (new ChangeRecords(write).sequence("change") > 0) {
                    throw new InvalidInput("store " + location + " is not empty: it has change sets of its own, and a"
                            + " store is copied into an empty one only");
                }
                Map<String, Copied> copied = new StoreCopy(read, write).all();
                target.commit(write);
                return copied;
            } finally {
                target.endWrite(write);
            }
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private Map<String, Copied> all() throws SQLException {
        for (Map.Entry<String, List<FieldType>> table : PLAIN.entrySet()) {
            copyPlain(table.getKey(), table.getValue());
        }
        Map<String, Copied> copied = new LinkedHashMap<>();
        Catalog catalog = new Catalog(from);
        for (Catalog.Entry entry : catalog.stored()) {
            copied.put(entry.layer().name(), new LayerCopy(from, to, entry.layer()).copy());
        }
        for (Catalog.Entry staged : catalog.allStaged()) {
            copyStaged(staged);
        }
        to.engine().layers().recorded(to);
        return copied;
    }

    private void copyPlain(String table, List<FieldType> columns) throws SQLException {
        to.execute("DELETE FROM " + table);
        String insert = "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(columns.size() - 1) + ")";
        try (PreparedStatement select = from.prepare("SELECT * FROM " + table);
                ResultSet rows = select.executeQuery();
                PreparedStatement into = to.prepare(insert)) {
            int waiting = 0;
            while (rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    FieldType type = columns.get(i);
                    Object stored = from.engine().columns().read(rows, i + 1, type);
                    into.setObject(i + 1, to.engine().columns().parameter(type, stored));
                }
                into.addBatch();
                if (++waiting % BATCH == 0) {
                    into.executeBatch();
                }
            }
            into.executeBatch();
        }
    }

    private void copyStaged(Catalog.Entry staged) throws SQLException {
        LayerTable table = from.table(staged.layer());
        try (StagingTable into = StagingTable.create(to, staged);
                PreparedStatement select = StagingTable.select(from, staged, new Condition());
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Row row = LayerCopy.converted(from, to, StagingTable.read(rows, table));
                boolean unused = into.add(row.key(staged.layer()), row);
            }
            for (StagingTable.KeyChange change : StagingTable.keyChanges(from, staged)) {
                into.recode(change.key(), change.becomes());
            }
        }
    }
}
