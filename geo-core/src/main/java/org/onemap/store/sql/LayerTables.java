package org.onemap.store.sql;

import static org.onemap.store.sql.Session.quote;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;

/**
 * Makes and widens the tables of layers, their places in the GeoPackage's own tables included. Confined to the thread of
 * its session, inside a transaction.
 */
final class LayerTables {

    private final Session session;
    private final Catalog catalog;

    LayerTables(Session session) {
        this.session = session;
        this.catalog = new Catalog(session);
    }

    /** Whether a layer has no current rows, and nothing in its history that was ever valid. */
    boolean isBlank(Layer layer) throws SQLException {
        return !hasRows(layer)
                && !exists(session.table(layer).history() + " h LEFT JOIN onemap_change_set s ON s.number = h.closed_by"
                        + " WHERE coalesce(s.kind, '') <> 'UNDO'");
    }

    boolean hasRows(Layer layer) throws SQLException {
        return exists(session.table(layer).table());
    }

    boolean hasHistory(Layer layer) throws SQLException {
        return exists(session.table(layer).history());
    }

    /** The greatest oid of the current rows, whoever wrote them; 0 if there are none. */
    long lastOid(Layer layer) throws SQLException {
        return session.number(
                0, "SELECT coalesce(max(oid), 0) FROM " + session.table(layer).table());
    }

    private boolean exists(String from) throws SQLException {
        return session.number(0, "SELECT count(*) FROM (SELECT 1 FROM " + from + " LIMIT 1) AS found") > 0;
    }

    /** Makes the tables of a layer that is new to the store. */
    Catalog.Entry create(Layer layer) throws SQLException {
        make(layer);
        return find(layer.name(), catalog.save(OptionalLong.empty(), layer));
    }

    /** Makes the tables alone. */
    void make(Layer layer) throws SQLException {
        LayerTable table = session.table(layer);
        LayerForms forms = session.engine().layers();
        session.execute(forms.createTable(table));
        session.execute(forms.createHistory(table));
        runAll(table.createIndexes());
        runAll(table.createHistoryIndexes());
        forms.made(session, layer);
    }

    /**
     * Makes a blank layer anew, as another description wants it. What undone change sets left in its history is put
     * aside as a table that no layer uses.
     */
    Catalog.Entry recreate(Catalog.Entry old, Layer layer) throws SQLException {
        LayerTable table = session.table(old.layer());
        ChangeLog.spellOut(session, old);
        session.engine().layers().dropping(session, old.layer());
        session.execute("DROP TABLE " + table.table());
        if (hasHistory(old.layer())) {
            putAside(table);
        } else {
            session.execute("DROP TABLE " + table.history());
        }
        session.update("DELETE FROM onemap_field WHERE layer_id = ?", old.id());
        session.update("DELETE FROM onemap_layer WHERE id = ?", old.id());
        Catalog.Entry made = create(layer);
        session.update("UPDATE onemap_layer SET id = ? WHERE id = ?", old.id(), made.id());
        session.update("UPDATE onemap_field SET layer_id = ? WHERE layer_id = ?", old.id(), made.id());
        return find(layer.name(), old.id());
    }

    private void putAside(LayerTable table) throws SQLException {
        for (String index : List.of("history_oid", "history_code")) {
            session.execute("DROP INDEX " + table.index(index));
        }
        long last = new ChangeRecords(session).sequence("change");
        String aside = session.engine()
                .layers()
                .name("onemap_undone_" + last + "_" + table.layer().name());
        session.execute("ALTER TABLE " + table.history() + " RENAME TO " + quote(aside));
    }

    /** Adds the fields to both tables that the merged layer has beyond the stored one. */
    Catalog.Entry widen(Catalog.Entry stored, Layer merged) throws SQLException {
        if (merged.equals(stored.layer())) {
            return stored;
        }
        LayerTable table = session.table(stored.layer());
        List<Field> fields = merged.schema().fields();
        for (Field field : fields.subList(stored.layer().schema().size(), fields.size())) {
            session.execute("ALTER TABLE " + table.table() + " ADD COLUMN " + table.definition(field));
            session.execute("ALTER TABLE " + table.history() + " ADD COLUMN " + table.definition(field));
        }
        return find(merged.name(), catalog.save(OptionalLong.of(stored.id()), merged));
    }

    private Catalog.Entry find(String name, long id) throws SQLException {
        return catalog.find(name).filter(e -> e.id() == id).orElseThrow();
    }

    void runAll(List<String> statements) throws SQLException {
        for (String sql : statements) {
            session.execute(sql);
        }
    }
}
