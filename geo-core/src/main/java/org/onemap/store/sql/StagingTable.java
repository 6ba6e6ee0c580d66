package org.onemap.store.sql;

import static org.onemap.store.sql.Session.quote;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Content;
import org.onemap.feature.Field;

/**
 * The rows of one layer of a scheduled change set, typed like the layer's own, in a table of their own until their day
 * comes. Confined to the thread of its session.
 */
final class StagingTable implements AutoCloseable {

    private static final int FIRST_FIELD = 7;

    private final LayerTable layer;
    private final PreparedStatement insert;
    private final PreparedStatement keys;

    private StagingTable(LayerTable layer, PreparedStatement insert, PreparedStatement keys) {
        this.layer = layer;
        this.insert = insert;
        this.keys = keys;
    }

    private static String name(Catalog.Entry staged) {
        return quote("onemap_staged_" + staged.id());
    }

    /** The keys of rows to be taken out or to get another key; stores made before there were any lack the table. */
    private static String keysName(Catalog.Entry staged) {
        return quote("onemap_staged_" + staged.id() + "_keys");
    }

    static StagingTable create(Session session, Catalog.Entry staged) throws SQLException {
        LayerTable layer = session.table(staged.layer());
        LayerForms forms = session.engine().layers();
        String keyType = layer.forms().columnType(layer.keyType());
        String key = "(staged_id " + forms.countingKey() + ", staged_key " + keyType + " UNIQUE";
        session.execute("CREATE TABLE " + name(staged) + " " + key + ", code TEXT, name TEXT, parent_code TEXT, geom "
                + forms.stagedGeometry() + layer.fieldDefinitions() + ")");
        session.execute("CREATE TABLE " + keysName(staged) + " " + key + ", becomes " + keyType + ")");
        forms.staged(session, "onemap_staged_" + staged.id());
        String fields = columns(layer);
        return new StagingTable(
                layer,
                session.prepare("INSERT INTO " + name(staged) + " (staged_key, code, name, parent_code, geom" + fields
                        + ") VALUES (?, ?, ?, ?, ?"
                        + ", ?".repeat(staged.layer().schema().size())
                        + ") ON CONFLICT DO NOTHING"),
                session.prepare("INSERT INTO " + keysName(staged) + " (staged_key, becomes) VALUES (?, ?)"));
    }

    private static String columns(LayerTable layer) {
        StringBuilder columns = new StringBuilder();
        layer.layer().schema().fields().forEach(field -> columns.append(", ").append(layer.column(field)));
        return columns.toString();
    }

    static void drop(Session session, Catalog.Entry staged) throws SQLException {
        session.execute("DROP TABLE IF EXISTS " + name(staged));
        session.execute("DROP TABLE IF EXISTS " + keysName(staged));
    }

    /** Notes that the current row of this key is to be taken out. */
    void retire(Object key) throws SQLException {
        recode(key, null);
    }

    /** Notes that the current row of this key is the one that was added under another. */
    void recode(Object key, @Nullable Object becomes) throws SQLException {
        keys.setObject(1, layer.forms().parameter(layer.keyType(), key));
        keys.setObject(2, layer.forms().parameter(layer.keyType(), becomes));
        keys.executeUpdate();
    }

    /**
     * A row that is taken out or gets another key.
     *
     * @param key its key now
     * @param becomes its key then; null if it is taken out
     */
    record KeyChange(Object key, @Nullable Object becomes) {}

    /** The rows to be taken out or given another key, in the order in which they were named. */
    static List<KeyChange> keyChanges(Session session, Catalog.Entry staged) throws SQLException {
        List<KeyChange> changes = new ArrayList<>();
        if (session.engine().layers().hasTable(session, "onemap_staged_" + staged.id() + "_keys")) {
            LayerTable layer = session.table(staged.layer());
            String sql = "SELECT staged_key, becomes FROM " + keysName(staged) + " ORDER BY staged_id";
            try (PreparedStatement statement = session.prepare(sql);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Object key = Objects.requireNonNull(layer.forms().read(rows, 1, layer.keyType()));
                    changes.add(new KeyChange(key, layer.forms().read(rows, 2, layer.keyType())));
                }
            }
        }
        return changes;
    }

    /** Keys of the rows that it puts or takes out, as a subquery of texts that compare with the labels of the change log. */
    static String labels(Session session, Catalog.Entry staged) throws SQLException {
        String labels = "SELECT coalesce(code, CAST(staged_key AS TEXT)) FROM " + name(staged);
        return keyChanges(session, staged).isEmpty()
                ? labels
                : labels + " UNION ALL SELECT CAST(staged_key AS TEXT) FROM " + keysName(staged);
    }

    /** The rows from a place on that a condition lets through, to be read in their order. */
    static PreparedStatement select(Session session, Catalog.Entry staged, Condition condition) throws SQLException {
        PreparedStatement statement = session.prepare("SELECT staged_id, staged_key, code, name, parent_code, "
                + session.engine().columns().selectedGeometry() + columns(session.table(staged.layer()))
                + " FROM " + name(staged) + condition.sql() + " ORDER BY staged_id");
        condition.bind(statement);
        return statement;
    }

    /** The row at which the result stands. */
    static Row read(ResultSet rows, LayerTable layer) throws SQLException {
        List<Field> fields = layer.layer().schema().fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = layer.forms().read(rows, FIRST_FIELD + i, fields.get(i).type());
        }
        return new Row(rows.getString(3), rows.getString(4), rows.getString(5), rows.getBytes(6), values);
    }

    /** Adds a row; false if one of its key is there. */
    boolean add(@Nullable Object key, Row row) throws SQLException {
        insert.setObject(1, layer.forms().parameter(layer.keyType(), key));
        insert.setString(2, row.code);
        insert.setString(3, row.name);
        insert.setString(4, row.parentCode);
        insert.setBytes(5, row.geometry);
        int column = 6;
        List<Field> fields = layer.layer().schema().fields();
        for (int i = 0; i < row.values.length; i++) {
            insert.setObject(column++, layer.forms().parameter(fields.get(i).type(), row.values[i]));
        }
        return insert.executeUpdate() > 0;
    }

    /** Hands over the rows as they came. */
    static void forEach(Session session, Catalog.Entry staged, RowAction action) throws SQLException {
        LayerTable layer = session.table(staged.layer());
        RowEncoder encoder =
                new RowEncoder(session.engine(), staged.layer(), staged.layer().schema());
        try (PreparedStatement statement = select(session, staged, new Condition());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                action.accept(encoder.toContent(read(rows, layer)));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        keys.close();
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowAction {
        void accept(Content content) throws SQLException;
    }
}
