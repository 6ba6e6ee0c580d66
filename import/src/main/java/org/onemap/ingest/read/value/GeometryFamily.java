package org.onemap.ingest.read.value;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.onemap.feature.GeometryKind;

/** The family of all geometries of a source, found by showing it each one's type. Confined to one thread. */
public final class GeometryFamily {

    private final Set<GeometryKind> kinds = EnumSet.noneOf(GeometryKind.class);

    /** Shows it a geometry type by its name in GeoJSON or WKT. */
    public void add(String type) {
        kinds.add(
                switch (type.toUpperCase(Locale.ROOT)) {
                    case "POINT" -> GeometryKind.POINT;
                    case "MULTIPOINT" -> GeometryKind.MULTIPOINT;
                    case "LINESTRING", "MULTILINESTRING", "LINEARRING" -> GeometryKind.LINE;
                    case "POLYGON", "MULTIPOLYGON" -> GeometryKind.POLYGON;
                    default -> GeometryKind.ANY;
                });
    }

    /** NONE if nothing was shown; points and multi-points together are multi-points. */
    public GeometryKind kind() {
        if (kinds.isEmpty()) {
            return GeometryKind.NONE;
        }
        if (kinds.equals(EnumSet.of(GeometryKind.POINT, GeometryKind.MULTIPOINT))) {
            return GeometryKind.MULTIPOINT;
        }
        return kinds.size() == 1 ? kinds.iterator().next() : GeometryKind.ANY;
    }

    /** The geometry as its family wants it: a point among multi-points becomes one. */
    public static Geometry conform(Geometry geometry, GeometryKind kind) {
        if (kind == GeometryKind.MULTIPOINT && geometry instanceof Point point) {
            return geometry.getFactory().createMultiPoint(new Point[] {point});
        }
        return geometry;
    }
}
