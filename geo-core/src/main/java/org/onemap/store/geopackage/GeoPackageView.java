package org.onemap.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.onemap.NotFound;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerCatalog;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeLogEntry;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.StagedLayer;
import org.onemap.store.ValidTime;

/** A read transaction on a connection of its own, which goes back to the pool at the end. Confined to one thread. */
final class GeoPackageView implements ReadView {

    private final Sqlite db;
    private final ReaderPool pool;
    private final Connection connection;
    private final long changeNumber;
    private final LayerCatalog layers;
    private boolean closed;

    GeoPackageView(Sqlite db, ReaderPool pool, Connection connection) throws SQLException {
        this.db = db;
        this.pool = pool;
        this.connection = connection;
        Sqlite.execute(connection, "BEGIN");
        this.changeNumber = new ChangeRecords(connection).applied(); // the first read fixes the snapshot
        this.layers = pool.catalog(changeNumber, connection);
    }

    @Override
    public long changeNumber() {
        return changeNumber;
    }

    @Override
    public LayerCatalog layers(Principal principal) {
        return layers;
    }

    private LayerReader reader(Principal principal, String layer) {
        Layer found = layers.get(layer);
        return new LayerReader(db, connection, found, principal.scope());
    }

    @Override
    public FeatureCursor query(Principal principal, FeatureQuery query) {
        try {
            return reader(principal, query.layer()).query(query);
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public long count(Principal principal, FeatureQuery query) {
        try {
            return reader(principal, query.layer()).count(query);
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public Optional<Feature> find(Principal principal, String layer, String id, ValidTime when) {
        try {
            return reader(principal, layer).find(id, when);
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public Optional<Envelope> extent(Principal principal, String layer) {
        try {
            return reader(principal, layer).extent();
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public List<ChangeSet> listChangeSets() {
        try {
            return new ChangeRecords(connection).list();
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public ChangeSet getChangeSet(long number) {
        try {
            return new ChangeRecords(connection).get(number);
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public List<StagedLayer> listStaged(long number) {
        try {
            List<StagedLayer> layers = new ArrayList<>();
            for (Catalog.Entry staged : new Catalog(connection).staged(number)) {
                List<String> retired = new ArrayList<>();
                Map<String, String> recoded = new LinkedHashMap<>();
                for (StagingTable.KeyChange change : StagingTable.keyChanges(connection, staged)) {
                    Object becomes = change.becomes();
                    if (becomes == null) {
                        retired.add(change.key().toString());
                    } else {
                        recoded.put(change.key().toString(), becomes.toString());
                    }
                }
                layers.add(new StagedLayer(staged.layer(), staged.mode(), retired, recoded));
            }
            return layers;
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public FeatureCursor queryStaged(Principal principal, long number, String layer) {
        try {
            ChangeSet record = new ChangeRecords(connection).get(number);
            for (Catalog.Entry staged : new Catalog(connection).staged(number)) {
                if (staged.layer().name().equalsIgnoreCase(layer)) {
                    return new StagedCursor(db, connection, staged, record, principal.scope());
                }
            }
            throw new NotFound("change set " + number + " (" + record.state() + ") keeps no layer '" + layer
                    + "' to be read before it is applied");
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public void forEachChangeSince(long since, Consumer<ChangeLogEntry> action) {
        try {
            ChangeLog.forEachSince(connection, since, action);
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pool.giveBack(connection);
        }
    }
}
