package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.rights.Scope;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;

/** The rows that a change set keeps for its day, in the order in which they were put. Confined to one thread. */
final class StagedCursor implements FeatureCursor {

    private final Engine engine;
    private final Layer layer;
    private final LayerTable staging;
    private final RowEncoder encoder;
    private final long changeSet;
    private final LocalDate validFrom;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean more;

    StagedCursor(Session session, Catalog.Entry staged, ChangeSet record, Scope scope) throws SQLException {
        this.engine = session.engine();
        this.layer = staged.layer();
        this.staging = session.table(layer);
        this.encoder = new RowEncoder(engine, layer, layer.schema());
        this.changeSet = record.number();
        this.validFrom = record.effective();
        Condition visible = new Condition();
        Filters.limit(visible, layer, scope);
        this.statement = StagingTable.select(session, staged, visible);
        this.rows = statement.executeQuery();
        this.more = rows.next();
    }

    @Override
    public Layer layer() {
        return layer;
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public Feature next() {
        if (!more) {
            throw new NoSuchElementException("no more staged rows of layer " + layer.name());
        }
        try {
            Feature feature = new Feature(
                    rows.getLong(1), validFrom, changeSet, encoder.toContent(StagingTable.read(rows, staging)));
            more = rows.next();
            return feature;
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }
}
