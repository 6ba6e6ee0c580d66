package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;

/** Copies the two tables of one layer into a store that does not have them. Confined to one thread. */
final class LayerCopy {

    private static final int BATCH = 500;

    private final Session from;
    private final Session to;
    private final Layer layer;
    private final LayerTable source;
    private final LayerTable target;

    LayerCopy(Session from, Session to, Layer layer) {
        this.from = from;
        this.to = to;
        this.layer = layer;
        this.source = from.table(layer);
        this.target = to.table(layer);
    }

    StoreCopy.Copied copy() throws SQLException {
        new LayerTables(to).make(layer);
        return new StoreCopy.Copied(copyCurrent(), copyHistory());
    }

    private long copyCurrent() throws SQLException {
        BulkLoad bulk = to.engine().layers().bulk(to, target);
        long count = 0;
        try (PreparedStatement select =
                        from.prepare("SELECT " + source.selected() + " FROM " + source.table() + " ORDER BY oid");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                bulk.put(converted(source.read(rows)));
                count++;
            }
            bulk.finish();
            return count;
        } finally {
            bulk.abandon();
        }
    }

    private long copyHistory() throws SQLException {
        String select = "SELECT " + source.selected() + ", valid_to, closed_by FROM " + source.history()
                + " ORDER BY history_id";
        int first = source.width() + 1;
        long count = 0;
        try (PreparedStatement statement = from.prepare(select);
                ResultSet rows = statement.executeQuery();
                PreparedStatement insert = to.prepare(target.insertHistory());
                Upkeep upkeep = to.engine().layers().upkeep(to, layer)) {
            while (rows.next()) {
                StoredRow row = converted(source.read(rows));
                target.bind(insert, row);
                insert.setObject(first, from.engine().columns().read(rows, first, FieldType.DATE));
                insert.setLong(first + 1, rows.getLong(first + 1));
                insert.addBatch();
                upkeep.closed(row.row().geometry, row.row().box(to.engine().columns()));
                if (++count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            upkeep.finish();
        }
        return count;
    }

    private StoredRow converted(StoredRow stored) {
        return new StoredRow(stored.oid(), stored.validFrom(), stored.changeSet(), converted(from, to, stored.row()));
    }

    /** The row with its geometry in the bytes of the other engine. */
    static Row converted(Session from, Session to, Row row) {
        byte @Nullable [] geometry = row.geometry;
        if (geometry != null) {
            geometry = to.engine().columns().encode(from.engine().columns().decode(geometry));
        }
        return new Row(row.code, row.name, row.parentCode, geometry, row.values);
    }
}
