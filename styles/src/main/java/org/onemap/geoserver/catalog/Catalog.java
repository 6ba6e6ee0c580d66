package org.onemap.geoserver.catalog;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.onemap.geoserver.plan.Actual;
import org.onemap.geoserver.plan.Change;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.ObjectKey;
import org.onemap.geoserver.plan.ObjectState;

/** All objects of one workspace, whatever their kind. Confined to one thread. */
public final class Catalog implements Actual {

    private final Map<Kind, ObjectPort> ports = new EnumMap<>(Kind.class);
    private final StylePort styles;

    /**
     * A catalogue.
     *
     * @param databasePassword of the user with whom GeoServer reads the database; needed only where a store is written
     * @param returnedStyles as {@link #returnedStyles} of an earlier run
     */
    public Catalog(Site site, Optional<String> databasePassword, Map<String, String> returnedStyles) {
        this.styles = new StylePort(site, returnedStyles);
        ports.put(Kind.WORKSPACE, new WorkspacePort(site));
        ports.put(Kind.STORE, new StorePort(site, databasePassword));
        ports.put(Kind.ICON, new IconPort(site));
        ports.put(Kind.STYLE, styles);
        ports.put(Kind.FEATURE_TYPE, new FeatureTypePort(site));
        ports.put(Kind.LAYER, new LayerPort(site));
        ports.put(Kind.GROUP, new GroupPort(site));
        ports.put(Kind.GRID_SET, new GridSetPort(site));
        ports.put(Kind.TILE_LAYER, new TileLayerPort(site));
    }

    private ObjectPort port(Kind kind) {
        ObjectPort port = ports.get(kind);
        if (port == null) {
            throw new IllegalArgumentException("no objects of kind " + kind);
        }
        return port;
    }

    @Override
    public Optional<ObjectState> read(ObjectState wanted) {
        return port(wanted.key().kind()).read(wanted);
    }

    @Override
    public boolean exists(ObjectKey key) {
        return port(key.kind()).exists(key.name());
    }

    /** Makes or changes an object; whether it worked is for the caller to read. */
    public void write(Change.Action action, ObjectState wanted) {
        ObjectPort port = port(wanted.key().kind());
        if (action == Change.Action.CREATE) {
            port.create(wanted);
        } else {
            port.update(wanted);
        }
    }

    /** Removes an object; one that is gone already is well. */
    public void remove(ObjectKey key) {
        port(key.kind()).remove(key.name());
    }

    /** Pairs of sent and returned text of those styles that GeoServer wrote in its own way. */
    public Map<String, String> returnedStyles() {
        return styles.returned();
    }
}
