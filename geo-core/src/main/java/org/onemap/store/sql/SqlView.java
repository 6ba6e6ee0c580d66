package org.onemap.store.sql;

import java.sql.SQLException;
import java.time.LocalDate;
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

/** A read transaction. Confined to one thread. */
final class SqlView implements ReadView {

    private final Engine engine;
    private final Session session;
    private final SqlStore.Known known;
    private boolean closed;

    SqlView(Session session, SqlStore.Known known) {
        this.engine = session.engine();
        this.session = session;
        this.known = known;
    }

    @Override
    public long changeNumber() {
        return known.changeNumber();
    }

    @Override
    public LayerCatalog layers(Principal principal) {
        return known.layers();
    }

    private LayerReader reader(Principal principal, String layer) {
        Layer found = known.layers().get(layer);
        return new LayerReader(session, found, principal.scope());
    }

    @Override
    public FeatureCursor query(Principal principal, FeatureQuery query) {
        try {
            return reader(principal, query.layer()).query(query);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public long count(Principal principal, FeatureQuery query) {
        try {
            return reader(principal, query.layer()).count(query);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public Optional<Feature> find(Principal principal, String layer, String id, ValidTime when) {
        try {
            return reader(principal, layer).find(id, when);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public Optional<LocalDate> findEnd(Principal principal, String layer, String code, LocalDate day) {
        try {
            return reader(principal, layer).findEnd(code, day);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public Optional<Envelope> extent(Principal principal, String layer) {
        String name = known.layers().get(layer).name();
        try {
            if (!principal.scope().all()) {
                return reader(principal, name).extent();
            }
            Optional<Envelope> extent = known.extents().get(name);
            if (extent == null) {
                extent = reader(principal, name).extent();
                known.extents().put(name, extent);
            }
            return extent.map(Envelope::new);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public List<ChangeSet> listChangeSets() {
        try {
            return new ChangeRecords(session).list();
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public ChangeSet getChangeSet(long number) {
        try {
            return new ChangeRecords(session).get(number);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public List<StagedLayer> listStaged(long number) {
        try {
            List<StagedLayer> layers = new ArrayList<>();
            for (Catalog.Entry staged : new Catalog(session).staged(number)) {
                List<String> retired = new ArrayList<>();
                Map<String, String> recoded = new LinkedHashMap<>();
                for (StagingTable.KeyChange change : StagingTable.keyChanges(session, staged)) {
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
            throw engine.failure(e);
        }
    }

    @Override
    public FeatureCursor queryStaged(Principal principal, long number, String layer) {
        try {
            ChangeSet record = new ChangeRecords(session).get(number);
            for (Catalog.Entry staged : new Catalog(session).staged(number)) {
                if (staged.layer().name().equalsIgnoreCase(layer)) {
                    return new StagedCursor(session, staged, record, principal.scope());
                }
            }
            throw new NotFound("change set " + number + " (" + record.state() + ") keeps no layer '" + layer
                    + "' to be read before it is applied");
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public void forEachChangeSince(long since, Consumer<ChangeLogEntry> action) {
        try {
            ChangeLog.forEachSince(session, since, action);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                engine.endRead(session);
            } catch (SQLException e) {
                throw engine.failure(e);
            }
        }
    }
}
