package org.onemap.geoserver.plan;

/** The kinds of objects in GeoServer, in the order in which they are written; they are removed the other way round. */
public enum Kind {
    WORKSPACE("workspace", true),
    STORE("store", true),
    /** A picture that styles refer to, a file beside them. */
    ICON("icon", true),
    STYLE("style", true),
    /** A layer's table; GeoServer makes its layer and its tile layer with it. */
    FEATURE_TYPE("feature type", true),
    /** How a feature type is drawn. */
    LAYER("layer", false),
    GROUP("layer group", true),
    /** Shared by all workspaces of a GeoServer, therefore never removed. */
    GRID_SET("grid set", true),
    /** A layer or group in the tile cache. */
    TILE_LAYER("tile layer", false),
    /** Tiles that are stale. */
    TILES("tiles", false),
    /** What onemap remembers in GeoServer. */
    RECORD("record", false);

    private final String label;
    private final boolean owned;

    Kind(String label, boolean owned) {
        this.label = label;
        this.owned = owned;
    }

    /** What users read. */
    public String label() {
        return label;
    }

    /** Whether objects of this kind are claimed one by one; the others belong to the object of their name. */
    public boolean isOwned() {
        return owned;
    }
}
