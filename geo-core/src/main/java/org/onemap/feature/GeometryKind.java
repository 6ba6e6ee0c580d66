package org.onemap.feature;

/**
 * The family of geometries that a layer holds. Stores keep lines and polygons in their multi form, so that a table has
 * one geometry type; formats write a multi geometry of one part as its single form again.
 */
public enum GeometryKind {
    /** A table without geometry. */
    NONE(false),
    /** Points. */
    POINT(true),
    /** Multi-points. */
    MULTIPOINT(true),
    /** Line strings and multi-line strings. */
    LINE(true),
    /** Polygons and multi-polygons. */
    POLYGON(true),
    /** Any mixture, collections included. */
    ANY(true);

    private final boolean spatial;

    GeometryKind(boolean spatial) {
        this.spatial = spatial;
    }

    /** Whether features of the layer may have a geometry at all. */
    public boolean isSpatial() {
        return spatial;
    }
}
