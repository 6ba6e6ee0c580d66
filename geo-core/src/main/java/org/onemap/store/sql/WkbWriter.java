package org.onemap.store.sql;

import java.nio.ByteBuffer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes one geometry as little-endian WKB: ISO 19125 with the 1000/2000/3000 types for z and m, as the GeoPackage
 * standard wants it, or PostGIS's EWKB with flags and the reference system, byte for byte as PostGIS gives it back.
 * Confined to one thread.
 *
 * <p>A z or m that only some coordinates have is NaN for the others; −0.0 is written as 0.0, so that equal geometries
 * have equal bytes.
 */
public final class WkbWriter {

    static final int EWKB_Z = 0x80000000;
    static final int EWKB_M = 0x40000000;
    static final int EWKB_SRID = 0x20000000;
    static final int SRS_ID = 4490;

    private final Geometry geometry;
    private final boolean hasZ;
    private final boolean hasM;
    private final boolean extended;

    private WkbWriter(Geometry geometry, Ordinates found, boolean extended) {
        this.geometry = geometry;
        this.hasZ = found.z;
        this.hasM = found.m;
        this.extended = extended;
    }

    /** A writer of ISO WKB. */
    public static WkbWriter iso(Geometry geometry) {
        return new WkbWriter(geometry, Ordinates.of(geometry), false);
    }

    /** A writer of EWKB with EPSG:4490 as its reference system. */
    public static WkbWriter extended(Geometry geometry) {
        return new WkbWriter(geometry, Ordinates.of(geometry), true);
    }

    /** Number of bytes that {@link #write} will put. */
    public int size() {
        return size(geometry) + (extended ? 4 : 0);
    }

    private int coordinateBytes() {
        return 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0);
    }

    private int size(Geometry g) {
        if (g instanceof Point) {
            return 5 + coordinateBytes();
        }
        if (g instanceof LineString line) {
            return 9 + line.getNumPoints() * coordinateBytes();
        }
        int bytes = 9;
        if (g instanceof Polygon polygon) {
            if (!polygon.isEmpty()) {
                bytes += (1 + polygon.getNumInteriorRing()) * 4 + polygon.getNumPoints() * coordinateBytes();
            }
            return bytes;
        }
        for (int i = 0; i < g.getNumGeometries(); i++) {
            bytes += size(g.getGeometryN(i));
        }
        return bytes;
    }

    /** Writes it into a little-endian buffer that has room for {@link #size()} bytes. */
    public void write(ByteBuffer out) {
        if (extended) {
            out.put((byte) 1).putInt(extendedType(geometry) | EWKB_SRID).putInt(SRS_ID);
            writeBody(geometry, out);
        } else {
            write(geometry, out);
        }
    }

    private int extendedType(Geometry g) {
        return type(g) | (hasZ ? EWKB_Z : 0) | (hasM ? EWKB_M : 0);
    }

    private void write(Geometry g, ByteBuffer out) {
        out.put((byte) 1).putInt(extended ? extendedType(g) : type(g) + (hasZ ? 1000 : 0) + (hasM ? 2000 : 0));
        writeBody(g, out);
    }

    private void writeBody(Geometry g, ByteBuffer out) {
        if (g instanceof Point point) {
            writePoint(point, out);
        } else if (g instanceof LineString line) {
            writeSequence(line.getCoordinateSequence(), out);
        } else if (g instanceof Polygon polygon) {
            writePolygon(polygon, out);
        } else {
            out.putInt(g.getNumGeometries());
            for (int i = 0; i < g.getNumGeometries(); i++) {
                write(g.getGeometryN(i), out);
            }
        }
    }

    private void writePoint(Point point, ByteBuffer out) {
        if (point.isEmpty()) {
            for (int i = 0; i < coordinateBytes(); i += 8) {
                out.putDouble(Double.NaN);
            }
        } else {
            writeCoordinate(point.getCoordinateSequence(), 0, out);
        }
    }

    private void writePolygon(Polygon polygon, ByteBuffer out) {
        if (polygon.isEmpty()) {
            out.putInt(0);
            return;
        }
        out.putInt(1 + polygon.getNumInteriorRing());
        writeSequence(polygon.getExteriorRing().getCoordinateSequence(), out);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            LinearRing hole = polygon.getInteriorRingN(i);
            writeSequence(hole.getCoordinateSequence(), out);
        }
    }

    private void writeSequence(CoordinateSequence sequence, ByteBuffer out) {
        out.putInt(sequence.size());
        for (int i = 0; i < sequence.size(); i++) {
            writeCoordinate(sequence, i, out);
        }
    }

    private void writeCoordinate(CoordinateSequence sequence, int i, ByteBuffer out) {
        out.putDouble(sequence.getX(i) + 0.0).putDouble(sequence.getY(i) + 0.0);
        if (hasZ) {
            out.putDouble(sequence.hasZ() ? sequence.getZ(i) + 0.0 : Double.NaN);
        }
        if (hasM) {
            out.putDouble(sequence.hasM() ? sequence.getM(i) + 0.0 : Double.NaN);
        }
    }

    private static int type(Geometry g) {
        if (g instanceof Point) {
            return 1;
        } else if (g instanceof LineString) {
            return 2;
        } else if (g instanceof Polygon) {
            return 3;
        } else if (g instanceof MultiPoint) {
            return 4;
        } else if (g instanceof MultiLineString) {
            return 5;
        } else if (g instanceof MultiPolygon) {
            return 6;
        } else if (g instanceof GeometryCollection) {
            return 7;
        }
        throw new IllegalArgumentException("no WKB for " + g.getGeometryType());
    }

    /** Notices whether any coordinate has a z or an m that is a number. */
    private static final class Ordinates implements CoordinateSequenceFilter {

        private boolean z;
        private boolean m;

        static Ordinates of(Geometry geometry) {
            Ordinates found = new Ordinates();
            geometry.apply(found);
            return found;
        }

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            z = z || (sequence.hasZ() && !Double.isNaN(sequence.getZ(i)));
            m = m || (sequence.hasM() && !Double.isNaN(sequence.getM(i)));
        }

        @Override
        public boolean isDone() {
            return z && m;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
