package org.onemap.store.geopackage;

import static org.onemap.store.geopackage.Sqlite.quote;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;

/**
 * The two tables of one layer: names, columns, and rows from and to statements. Immutable.
 *
 * <pre>
 * "layer"         oid key, code, name, parent_code, valid_from, change_set, [geom,] fields…
 * "layer_history" history_id key, the same columns, valid_to, closed_by
 * </pre>
 */
final class LayerTable {

    /** The columns before the fields, in the order in which statements bind and select them. */
    private static final List<String> SYSTEM =
            List.of("oid", "code", "name", "parent_code", "valid_from", "change_set");

    private final Layer layer;
    private final boolean spatial;
    private final List<String> columnList;
    private final String columns;

    LayerTable(Layer layer) {
        this.layer = layer;
        this.spatial = layer.geometry().isSpatial();
        List<String> all = new ArrayList<>(SYSTEM);
        if (spatial) {
            all.add("geom");
        }
        for (Field field : layer.schema().fields()) {
            all.add(quote(field.name()));
        }
        this.columnList = List.copyOf(all);
        this.columns = String.join(", ", all);
    }

    Layer layer() {
        return layer;
    }

    /** The layer's table, quoted. */
    String table() {
        return quote(layer.name());
    }

    /** The history's table, not quoted. */
    static String historyName(String layer) {
        return layer + "_history";
    }

    /** The history's table, quoted. */
    String history() {
        return quote(historyName(layer.name()));
    }

    /** All columns that both tables have, quoted, with commas. */
    String columns() {
        return columns;
    }

    /** The column of the key, quoted. */
    String keyColumn() {
        return layer.isKeyedByCode() ? "code" : quote(layer.keyField());
    }

    /** AUTOINCREMENT, so that a row which another program inserts never gets the oid of one that is gone. */
    String createTable() {
        return "CREATE TABLE " + table() + " (oid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, " + systemDefinitions()
                + geometryDefinition(StoredForm.columnType(layer.geometry())) + fieldDefinitions() + ")";
    }

    /** The history's geometry column takes every kind: a layer that is empty may be given another one. */
    String createHistory() {
        return "CREATE TABLE " + history() + " (history_id INTEGER PRIMARY KEY NOT NULL, oid INTEGER NOT NULL, "
                + systemDefinitions() + geometryDefinition("GEOMETRY") + fieldDefinitions()
                + ", valid_to DATE NOT NULL, closed_by INTEGER NOT NULL)";
    }

    private static String systemDefinitions() {
        return "code TEXT, name TEXT, parent_code TEXT, valid_from DATE NOT NULL, change_set INTEGER NOT NULL";
    }

    private String geometryDefinition(String type) {
        return spatial ? ", geom " + type : "";
    }

    private String fieldDefinitions() {
        StringBuilder sql = new StringBuilder();
        for (Field field : layer.schema().fields()) {
            sql.append(", ").append(definition(field));
        }
        return sql.toString();
    }

    /** A field as {@code CREATE} and {@code ALTER TABLE} write it. */
    static String definition(Field field) {
        return quote(field.name()) + " " + StoredValue.columnType(field.type());
    }

    /** The statements that make the indexes of the current table; rows come in faster while they are missing. */
    List<String> createIndexes() {
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
    List<String> dropIndexes() {
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

    private String index(String what) {
        return quote("onemap_" + layer.name() + "_" + what);
    }

    /** Inserts a row into the current table; the parameters are those of {@link #bind}. */
    String insert() {
        int count = columnList.size();
        return "INSERT INTO " + table() + " (" + columns + ") VALUES (?" + ", ?".repeat(count - 1) + ")";
    }

    /** Writes a row over the current one of its oid; the parameters are those of {@link #bind}. */
    String update() {
        StringBuilder sql = new StringBuilder("UPDATE " + table() + " SET ");
        int parameter = 2;
        for (String name : columnList.subList(1, columnList.size())) {
            sql.append(parameter == 2 ? "" : ", ").append(name).append(" = ?").append(parameter++);
        }
        return sql.append(" WHERE oid = ?1").toString();
    }

    /** Copies current rows into the history; the end of their validity is an SQL expression. */
    String close(String validTo, long closedBy, String condition) {
        return "INSERT INTO " + history() + " (" + columns + ", valid_to, closed_by) SELECT " + columns + ", " + validTo
                + ", " + closedBy + " FROM " + table() + " WHERE " + condition;
    }

    /** Binds a row to {@link #insert()}. */
    void bind(PreparedStatement statement, StoredRow stored) throws SQLException {
        Row row = stored.row();
        statement.setLong(1, stored.oid());
        statement.setString(2, row.code);
        statement.setString(3, row.name);
        statement.setString(4, row.parentCode);
        statement.setString(5, stored.validFrom());
        statement.setLong(6, stored.changeSet());
        int column = 7;
        if (spatial) {
            statement.setBytes(column++, row.geometry);
        }
        for (Object value : row.values) {
            statement.setObject(column++, value);
        }
    }

    /** The row of a result that selects {@link #columns()}. */
    StoredRow read(ResultSet rows) throws SQLException {
        return read(rows, spatial ? rows.getBytes(7) : null);
    }

    /** The same, its geometry having been read already. */
    StoredRow read(ResultSet rows, byte @Nullable [] geometry) throws SQLException {
        int column = spatial ? 8 : 7;
        List<Field> fields = layer.schema().fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = StoredValue.read(rows, column++, fields.get(i).type());
        }
        Row row = new Row(rows.getString(2), rows.getString(3), rows.getString(4), geometry, values);
        return new StoredRow(rows.getLong(1), rows.getString(5), rows.getLong(6), row);
    }
}
