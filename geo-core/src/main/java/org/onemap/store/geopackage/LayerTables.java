package org.onemap.store.geopackage;

import static org.onemap.store.geopackage.Sqlite.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;

/**
 * Makes and widens the tables of layers, their places in the GeoPackage's own tables included. Confined to the thread of
 * its connection, inside a transaction.
 */
final class LayerTables {

    private final Connection connection;
    private final Catalog catalog;

    LayerTables(Connection connection) {
        this.connection = connection;
        this.catalog = new Catalog(connection);
    }

    /** Whether a layer has no current rows, and nothing in its history that was ever valid. */
    boolean isBlank(Layer layer) throws SQLException {
        return !hasRows(layer)
                && Sqlite.number(
                                connection,
                                0,
                                "SELECT EXISTS (SELECT 1 FROM " + new LayerTable(layer).history()
                                        + " h LEFT JOIN onemap_change_set s ON s.number = h.closed_by"
                                        + " WHERE s.kind IS NOT 'UNDO')")
                        == 0;
    }

    boolean hasRows(Layer layer) throws SQLException {
        return exists(new LayerTable(layer).table());
    }

    boolean hasHistory(Layer layer) throws SQLException {
        return exists(new LayerTable(layer).history());
    }

    /** The greatest oid of the current rows, whoever wrote them; 0 if there are none. */
    long lastOid(Layer layer) throws SQLException {
        return Sqlite.number(connection, 0, "SELECT coalesce(max(oid), 0) FROM " + new LayerTable(layer).table());
    }

    private boolean exists(String table) throws SQLException {
        return Sqlite.number(connection, 0, "SELECT EXISTS (SELECT 1 FROM " + table + ")") != 0;
    }

    /** Makes the tables of a layer that is new to the store. */
    Catalog.Entry create(Layer layer) throws SQLException {
        LayerTable table = new LayerTable(layer);
        Sqlite.execute(connection, table.createTable());
        Sqlite.execute(connection, table.createHistory());
        runAll(table.createIndexes());
        runAll(table.createHistoryIndexes());
        register(layer.name(), layer, layer.title());
        register(LayerTable.historyName(layer.name()), layer, layer.title() + " (历史)");
        if (layer.geometry().isSpatial()) {
            RTree index = new RTree(layer.name());
            index.create(connection);
            index.createTriggers(connection);
        }
        return find(layer.name(), catalog.save(OptionalLong.empty(), layer));
    }

    /**
     * Makes a blank layer anew, as another description wants it. What undone change sets left in its history is put
     * aside as a table that no layer uses.
     */
    Catalog.Entry recreate(Catalog.Entry old, Layer layer) throws SQLException {
        String name = old.layer().name();
        LayerTable table = new LayerTable(old.layer());
        ChangeLog.spellOut(connection, old);
        new RTree(name).drop(connection);
        Sqlite.execute(connection, "DROP TABLE " + table.table());
        if (hasHistory(old.layer())) {
            putAside(table);
        } else {
            Sqlite.execute(connection, "DROP TABLE " + table.history());
        }
        for (String gone : List.of(name, LayerTable.historyName(name))) {
            Sqlite.update(connection, "DELETE FROM gpkg_geometry_columns WHERE table_name = ?", gone);
            Sqlite.update(connection, "DELETE FROM gpkg_contents WHERE table_name = ?", gone);
        }
        Sqlite.update(connection, "DELETE FROM onemap_field WHERE layer_id = ?", old.id());
        Sqlite.update(connection, "DELETE FROM onemap_layer WHERE id = ?", old.id());
        Catalog.Entry made = create(layer);
        Sqlite.update(connection, "UPDATE onemap_layer SET id = ? WHERE id = ?", old.id(), made.id());
        Sqlite.update(connection, "UPDATE onemap_field SET layer_id = ? WHERE layer_id = ?", old.id(), made.id());
        return find(layer.name(), old.id());
    }

    private void putAside(LayerTable table) throws SQLException {
        for (String index : List.of("history_oid", "history_code")) {
            Sqlite.execute(
                    connection, "DROP INDEX " + quote("onemap_" + table.layer().name() + "_" + index));
        }
        long last = new ChangeRecords(connection).sequence("change");
        String aside = "onemap_undone_" + last + "_" + table.layer().name();
        Sqlite.execute(connection, "ALTER TABLE " + table.history() + " RENAME TO " + quote(aside));
    }

    /** Adds the fields to both tables that the merged layer has beyond the stored one. */
    Catalog.Entry widen(Catalog.Entry stored, Layer merged) throws SQLException {
        if (merged.equals(stored.layer())) {
            return stored;
        }
        LayerTable table = new LayerTable(stored.layer());
        List<Field> fields = merged.schema().fields();
        for (Field field : fields.subList(stored.layer().schema().size(), fields.size())) {
            Sqlite.execute(connection, "ALTER TABLE " + table.table() + " ADD COLUMN " + LayerTable.definition(field));
            Sqlite.execute(
                    connection, "ALTER TABLE " + table.history() + " ADD COLUMN " + LayerTable.definition(field));
        }
        return find(merged.name(), catalog.save(OptionalLong.of(stored.id()), merged));
    }

    private Catalog.Entry find(String name, long id) throws SQLException {
        return catalog.find(name).filter(e -> e.id() == id).orElseThrow();
    }

    private void register(String table, Layer layer, String title) throws SQLException {
        boolean spatial = layer.geometry().isSpatial();
        Sqlite.update(
                connection,
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
                        + " VALUES (?, ?, ?, ?, ?)",
                table,
                spatial ? "features" : "attributes",
                table,
                title,
                spatial ? GeometryBlob.SRS_ID : null);
        if (spatial) {
            boolean current = table.equals(layer.name());
            Sqlite.update(
                    connection,
                    "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
                    table,
                    current ? StoredForm.columnType(layer.geometry()) : "GEOMETRY",
                    GeometryBlob.SRS_ID);
        }
    }

    void runAll(List<String> statements) throws SQLException {
        for (String sql : statements) {
            Sqlite.execute(connection, sql);
        }
    }
}
