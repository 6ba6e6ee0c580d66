package org.onemap.store.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.store.FeatureCursor;

/** The features of a query: its tables merged in ascending oid, up to the limit. Confined to one thread. */
final class MergedCursor implements FeatureCursor {

    private final Engine engine;
    private final Layer layer;
    private final RowEncoder encoder;
    private final List<RowCursor> tables;
    private int left;

    MergedCursor(Engine engine, Layer layer, List<RowCursor> tables, int limit) {
        this.engine = engine;
        this.layer = layer;
        this.encoder = new RowEncoder(engine, layer, layer.schema());
        this.tables = List.copyOf(tables);
        this.left = limit;
    }

    @Override
    public Layer layer() {
        return layer;
    }

    @Override
    public boolean hasNext() {
        return left > 0 && nearest() != null;
    }

    @Override
    public Feature next() {
        RowCursor nearest = left > 0 ? nearest() : null;
        StoredRow row = nearest == null ? null : nearest.peek();
        if (nearest == null || row == null) {
            throw new NoSuchElementException("no more features of layer " + layer.name());
        }
        left--;
        try {
            nearest.advance();
        } catch (SQLException e) {
            throw engine.failure(e);
        }
        return encoder.toFeature(row);
    }

    /** At one time an oid is in one table only: the validity intervals of its rows do not overlap. */
    private @Nullable RowCursor nearest() {
        RowCursor nearest = null;
        long oid = Long.MAX_VALUE;
        for (RowCursor table : tables) {
            StoredRow row = table.peek();
            if (row != null && row.oid() <= oid) {
                nearest = table;
                oid = row.oid();
            }
        }
        return nearest;
    }

    @Override
    public void close() {
        try {
            for (RowCursor table : tables) {
                table.close();
            }
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }
}
