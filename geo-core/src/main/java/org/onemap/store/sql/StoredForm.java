package org.onemap.store.sql;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.onemap.InvalidInput;
import org.onemap.feature.GeometryKind;

/** The one form in which a layer's geometries are kept: lines and polygons multi, points single. Stateless. */
public final class StoredForm {

    private StoredForm() {}

    /** The geometry type name of the standard for a layer's column. */
    public static String columnType(GeometryKind kind) {
        return switch (kind) {
            case POINT -> "POINT";
            case MULTIPOINT -> "MULTIPOINT";
            case LINE -> "MULTILINESTRING";
            case POLYGON -> "MULTIPOLYGON";
            default -> "GEOMETRY";
        };
    }

    /**
     * The geometry as the layer keeps it.
     *
     * @throws InvalidInput if the layer does not hold geometries of its kind
     */
    static Geometry of(GeometryKind kind, Geometry geometry) {
        GeometryFactory factory = geometry.getFactory();
        if (kind == GeometryKind.ANY) {
            return geometry instanceof LinearRing ring
                    ? factory.createLineString(ring.getCoordinateSequence())
                    : geometry;
        } else if (kind == GeometryKind.POINT) {
            return toPoint(geometry);
        } else if (kind == GeometryKind.MULTIPOINT) {
            return toMultiPoint(geometry);
        } else if (kind == GeometryKind.LINE) {
            return toMultiLine(geometry);
        } else if (kind == GeometryKind.POLYGON) {
            return toMultiPolygon(geometry);
        }
        throw new InvalidInput(
                "a row has a " + geometry.getGeometryType() + ", but its layer is a table without geometry");
    }

    private static Geometry toPoint(Geometry geometry) {
        if (geometry instanceof Point) {
            return geometry;
        } else if (geometry instanceof MultiPoint && geometry.getNumGeometries() == 1) {
            return geometry.getGeometryN(0);
        } else if (geometry.isEmpty()) {
            return geometry.getFactory().createPoint();
        }
        throw misfit(geometry, "points");
    }

    private static Geometry toMultiPoint(Geometry geometry) {
        if (geometry instanceof MultiPoint) {
            return geometry;
        } else if (geometry.isEmpty()) {
            return geometry.getFactory().createMultiPoint();
        } else if (geometry instanceof Point point) {
            return geometry.getFactory().createMultiPoint(new Point[] {point});
        }
        throw misfit(geometry, "multi-points");
    }

    private static Geometry toMultiLine(Geometry geometry) {
        GeometryFactory factory = geometry.getFactory();
        if (geometry instanceof MultiLineString) {
            return geometry;
        } else if (geometry.isEmpty()) {
            return factory.createMultiLineString();
        } else if (geometry instanceof LinearRing ring) {
            return factory.createMultiLineString(
                    new LineString[] {factory.createLineString(ring.getCoordinateSequence())});
        } else if (geometry instanceof LineString line) {
            return factory.createMultiLineString(new LineString[] {line});
        }
        throw misfit(geometry, "lines");
    }

    private static Geometry toMultiPolygon(Geometry geometry) {
        GeometryFactory factory = geometry.getFactory();
        if (geometry instanceof MultiPolygon) {
            return geometry;
        } else if (geometry.isEmpty()) {
            return factory.createMultiPolygon();
        } else if (geometry instanceof Polygon polygon) {
            return factory.createMultiPolygon(new Polygon[] {polygon});
        }
        throw misfit(geometry, "polygons");
    }

    private static InvalidInput misfit(Geometry geometry, String wanted) {
        String what = geometry instanceof GeometryCollection && geometry.getNumGeometries() > 1
                ? geometry.getGeometryType() + " of " + geometry.getNumGeometries() + " parts"
                : geometry.getGeometryType();
        return new InvalidInput(
                "a row has a " + what + ", but its layer holds " + wanted + "; put it into another layer with --layer");
    }
}
