package org.onemap.store.sql;

import static org.onemap.store.sql.Session.quote;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;

/**
 * The two tables of one layer: names, columns, and rows from and to statements. Immutable.
 *
 * <pre>
 * "layer"         oid key, code, name, parent_code, valid_from, change_set, [geom,] fields…
 * "layer_history" history_id key, the same columns, valid_to, closed_by
 * </pre>
 */
public final class LayerTable {

    /** The columns before the fields, in the order in which statements bind and select them. */
    private static final List<String> SYSTEM =
            List.of("oid", "code", "name", "parent_code", "valid_from", "change_set");

    private final Layer layer;
    private final ColumnForms forms;
    private final LayerForms layers;
    private final boolean spatial;
    private final List<String> columnList;
    private final String columns;
    private final String selected;

    LayerTable(Engine engine, Layer layer) {
        this.layer = layer;
        this.forms = engine.columns();
        this.layers = engine.layers();
        this.spatial = layer.geometry().isSpatial();
        List<String> all = new ArrayList<>(SYSTEM);
        if (spatial) {
            all.add("geom");
        }
        for (Field field : layer.schema().fields()) {
            all.add(column(field));
        }
        this.columnList = List.copyOf(all);
        this.columns = String.join(", ", all);
        List<String> read = new ArrayList<>(all);
        if (spatial) {
            read.set(SYSTEM.size(), forms.selectedGeometry());
        }
        this.selected = String.join(", ", read);
    }

    /** The layer. */
    public Layer layer() {
        return layer;
    }

    /** The layer's table, quoted. */
    public String table() {
        return quote(layers.name(layer.name()));
    }

    /** The history's table, not quoted. */
    public static String historyName(String layer) {
        return layer + "_history";
    }

    /** The history's table, quoted. */
    public String history() {
        return quote(layers.name(historyName(layer.name())));
    }

    /** All columns that both tables have, quoted, with commas: to copy rows from one to the other. */
    public String columns() {
        return columns;
    }

    /** The same columns as {@link #read} wants them. */
    String selected() {
        return selected;
    }

    ColumnForms forms() {
        return forms;
    }

    /** The column of a field, quoted. */
    String column(Field field) {
        return quote(layers.columnName(field.name()));
    }

    /** The column of the key, quoted. */
    String keyColumn() {
        return layer.isKeyedByCode()
                ? "code"
                : quote(layers.columnName(keyField().name()));
    }

    private Field keyField() {
        return layer.schema()
                .fields()
                .get(layer.schema().findPosition(layer.keyField()).orElseThrow());
    }

    /** The type of the key. */
    FieldType keyType() {
        return layer.isKeyedByCode() ? FieldType.TEXT : keyField().type();
    }

    /** The columns {@code code} to {@code change_set} as {@code CREATE TABLE} writes them. */
    public String systemDefinitions() {
        return "code TEXT, name TEXT, parent_code TEXT, valid_from DATE NOT NULL, change_set "
                + forms.columnType(FieldType.INTEGER) + " NOT NULL";
    }

    /** The columns of the fields, each after a comma. */
    public String fieldDefinitions() {
        StringBuilder sql = new StringBuilder();
        for (Field field : layer.schema().fields()) {
            sql.append(", ").append(definition(field));
        }
        return sql.toString();
    }

    /** A field as {@code CREATE} and {@code ALTER TABLE} write it. */
    String definition(Field field) {
        return column(field) + " " + forms.columnType(field.type());
    }

    /** The statements that make the indexes of the current table; rows come in faster while they are missing. */
    public List<String> createIndexes() {
        List<String> sql = new ArrayList<>();
        String unique = layer.isKeyedByCode() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
        sql.add(unique + index("code") + " ON " + table() + " (code) WHERE code IS NOT NULL");
        sql.add("CREATE INDEX " + index("parent_code") + " ON " + table()
                + " (parent_code) WHERE parent_code IS NOT NULL");
        if (!layer.isKeyedByCode()) {
            sql.add("CREATE UNIQUE INDEX " + index("key") + " ON " + table() + " (" + keyColumn() + ") WHERE "
                    + keyColumn() + " IS NOT NULL");
        }
        return sql;
    }

    /** The statements that drop the indexes of the current table. */
    public List<String> dropIndexes() {
        return List.of(
                "DROP INDEX IF EXISTS " + index("code"),
                "DROP INDEX IF EXISTS " + index("parent_code"),
                "DROP INDEX IF EXISTS " + index("key"));
    }

    /** The statements that make the indexes of the history. */
    List<String> createHistoryIndexes() {
        return List.of(
                "CREATE INDEX " + index("history_oid") + " ON " + history() + " (oid)",
                "CREATE INDEX " + index("history_code") + " ON " + history() + " (code) WHERE code IS NOT NULL");
    }

    /** The names of the indexes that both tables have, the spatial ones left out, not quoted. */
    List<String> indexNames() {
        List<String> names = new ArrayList<>(List.of(
                indexName("code"), indexName("parent_code"), indexName("history_oid"), indexName("history_code")));
        if (!layer.isKeyedByCode()) {
            names.add(indexName("key"));
        }
        return names;
    }

    /** The name of an index, quoted. */
    String index(String what) {
        return quote(indexName(what));
    }

    private String indexName(String what) {
        return layers.name("onemap_" + layer.name() + "_" + what);
    }

    /** Inserts a row into the current table; the parameters are those of {@link #bind}. */
    public String insert() {
        int count = columnList.size();
        return "INSERT INTO " + table() + " (" + columns + ") VALUES (?" + ", ?".repeat(count - 1) + ")";
    }

    /** Inserts a row into the history; the parameters are those of {@link #bind}, then end of validity and who closed it. */
    String insertHistory() {
        return "INSERT INTO " + history() + " (" + columns + ", valid_to, closed_by) VALUES (?"
                + ", ?".repeat(columnList.size() + 1) + ")";
    }

    /** The type of {@code valid_to}. */
    String openEnd() {
        return forms.columnType(FieldType.DATE);
    }

    /** Number of the columns that both tables have. */
    int width() {
        return columnList.size();
    }

    /** Writes a row over the current one of its oid; the parameters are those of {@link #bindUpdate}. */
    String update() {
        StringBuilder sql = new StringBuilder("UPDATE " + table() + " SET ");
        sql.append(String.join(" = ?, ", columnList.subList(1, columnList.size())));
        return sql.append(" = ? WHERE oid = ?").toString();
    }

    /** Copies current rows into the history; the end of their validity is an SQL expression. */
    String close(String validTo, long closedBy, String condition) {
        return "INSERT INTO " + history() + " (" + columns + ", valid_to, closed_by) SELECT " + columns + ", " + validTo
                + ", " + closedBy + " FROM " + table() + " WHERE " + condition;
    }

    /** Binds a row to {@link #insert()}. */
    public void bind(PreparedStatement statement, StoredRow stored) throws SQLException {
        statement.setLong(1, stored.oid());
        int unused = bindFrom(2, statement, stored);
    }

    /** Binds a row to {@link #update()}. */
    void bindUpdate(PreparedStatement statement, StoredRow stored) throws SQLException {
        statement.setLong(bindFrom(1, statement, stored), stored.oid());
    }

    /** Binds all columns but the oid and returns the place after them. */
    private int bindFrom(int first, PreparedStatement statement, StoredRow stored) throws SQLException {
        Row row = stored.row();
        int column = first;
        statement.setString(column++, row.code);
        statement.setString(column++, row.name);
        statement.setString(column++, row.parentCode);
        statement.setString(column++, stored.validFrom());
        statement.setLong(column++, stored.changeSet());
        if (spatial) {
            statement.setBytes(column++, row.geometry);
        }
        List<Field> fields = layer.schema().fields();
        for (int i = 0; i < row.values.length; i++) {
            statement.setObject(column++, forms.parameter(fields.get(i).type(), row.values[i]));
        }
        return column;
    }

    /** The row of a result that selects {@link #selected()}. */
    StoredRow read(ResultSet rows) throws SQLException {
        return read(rows, spatial ? rows.getBytes(7) : null);
    }

    /** The same, its geometry having been read already. */
    StoredRow read(ResultSet rows, byte @Nullable [] geometry) throws SQLException {
        int column = spatial ? 8 : 7;
        List<Field> fields = layer.schema().fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = forms.read(rows, column++, fields.get(i).type());
        }
        Row row = new Row(rows.getString(2), rows.getString(3), rows.getString(4), geometry, values);
        return new StoredRow(rows.getLong(1), rows.getString(5), rows.getLong(6), row);
    }
}
