package org.onemap.store.geopackage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.feature.Layer;
import org.onemap.store.sql.LayerTable;
import org.onemap.store.sql.Session;
import org.onemap.store.sql.Upkeep;

/** The R-tree, its triggers and the extents of a layer while its rows change. Confined to the thread of its session. */
final class GeoPackageUpkeep implements Upkeep {

    private final Session session;
    private final String layer;
    private final boolean spatial;
    private final RTree.@Nullable Writer index;
    private final Contents current;
    private final Contents history;

    GeoPackageUpkeep(Session session, Layer layer) throws SQLException {
        this.session = session;
        this.layer = layer.name();
        this.spatial = layer.geometry().isSpatial();
        this.current = new Contents(layer.name());
        this.history = new Contents(LayerTable.historyName(layer.name()));
        if (spatial) {
            new RTree(layer.name()).dropTriggers(session);
            index = new RTree.Writer(session, layer.name());
        } else {
            index = null;
        }
    }

    @Override
    public void came(long oid, byte @Nullable [] geometry, @Nullable Envelope box) throws SQLException {
        current.add(geometry, box);
        if (index != null) {
            index.insert(oid, box);
        }
    }

    @Override
    public void went(long oid, @Nullable Envelope box) throws SQLException {
        current.remove(box);
        if (index != null && box != null) {
            index.delete(oid);
        }
    }

    @Override
    public void closed(byte @Nullable [] geometry, @Nullable Envelope box) {
        history.add(geometry, box);
    }

    @Override
    public void reopened(@Nullable Envelope box) {
        history.remove(box);
    }

    @Override
    public void finish() throws SQLException {
        if (spatial) {
            new RTree(layer).createTriggers(session);
        }
        current.save(session, spatial, true);
        history.save(session, spatial, false);
    }

    @Override
    public void close() throws SQLException {
        if (index != null) {
            index.close();
        }
    }
}
