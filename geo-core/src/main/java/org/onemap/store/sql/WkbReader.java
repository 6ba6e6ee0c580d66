package org.onemap.store.sql;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.onemap.CorruptData;

/**
 * Reads WKB in either byte order, with ISO types or EWKB flags (another program may have written the table). Confined to
 * one thread.
 */
public final class WkbReader {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), WkbWriter.SRS_ID);

    private final ByteBuffer in;
    private int type;
    private boolean hasZ;
    private boolean hasM;

    private WkbReader(ByteBuffer in) {
        this.in = in;
    }

    /** The geometry that begins at the buffer's position. */
    public static Geometry read(ByteBuffer in) {
        try {
            return new WkbReader(in).readGeometry();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new CorruptData("a geometry in the store cannot be read: " + e, e);
        }
    }

    /** 0 without z and m, 1 with z, 2 with m, 3 with both. */
    public static int dimensions(ByteBuffer in) {
        WkbReader reader = new WkbReader(in);
        reader.readHeader();
        return (reader.hasZ ? 1 : 0) + (reader.hasM ? 2 : 0);
    }

    /** The box of the geometry, without making it; a null envelope if it is empty. */
    public static Envelope envelope(ByteBuffer in) {
        Envelope box = new Envelope();
        try {
            new WkbReader(in).expand(box);
        } catch (BufferUnderflowException e) {
            throw new CorruptData("a geometry in the store is cut off", e);
        }
        return box;
    }

    private void expand(Envelope box) {
        readHeader();
        if (type == 1) {
            expandBySequence(box, 1);
        } else if (type == 2) {
            expandBySequence(box, in.getInt());
        } else if (type == 3) {
            int rings = count();
            for (int i = 0; i < rings; i++) {
                expandBySequence(box, in.getInt());
            }
        } else {
            int parts = count();
            for (int i = 0; i < parts; i++) {
                expand(box);
            }
        }
    }

    private void expandBySequence(Envelope box, int size) {
        int more = (hasZ ? 8 : 0) + (hasM ? 8 : 0);
        for (int i = 0; i < size; i++) {
            double x = in.getDouble();
            double y = in.getDouble();
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                box.expandToInclude(x, y);
            }
            if (more > 0) {
                in.position(in.position() + more);
            }
        }
    }

    private void readHeader() {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = in.getInt();
        int iso = (code & 0x1fffffff) / 1000;
        type = (code & 0x1fffffff) % 1000;
        hasZ = (code & WkbWriter.EWKB_Z) != 0 || iso == 1 || iso == 3;
        hasM = (code & WkbWriter.EWKB_M) != 0 || iso == 2 || iso == 3;
        if ((code & WkbWriter.EWKB_SRID) != 0) {
            in.getInt();
        }
    }

    private Geometry readGeometry() {
        readHeader();
        return switch (type) {
            case 1 -> readPoint();
            case 2 -> GEOMETRIES.createLineString(readSequence(in.getInt()));
            case 3 -> readPolygon();
            case 4 -> GEOMETRIES.createMultiPoint(readParts(new Point[count()]));
            case 5 -> GEOMETRIES.createMultiLineString(readParts(new LineString[count()]));
            case 6 -> GEOMETRIES.createMultiPolygon(readParts(new Polygon[count()]));
            case 7 -> GEOMETRIES.createGeometryCollection(readParts(new Geometry[count()]));
            default -> throw new CorruptData("a geometry in the store has the WKB type " + type + ", which none has");
        };
    }

    private int count() {
        int count = in.getInt();
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    @SuppressWarnings("unchecked")
    private <T extends Geometry> T[] readParts(T[] parts) {
        for (int i = 0; i < parts.length; i++) {
            Geometry part = readGeometry();
            if (!parts.getClass().getComponentType().isInstance(part)) {
                throw new CorruptData("a geometry in the store holds a " + part.getGeometryType() + " among "
                        + parts.getClass().getComponentType().getSimpleName() + "s");
            }
            parts[i] = (T) part;
        }
        return parts;
    }

    private Point readPoint() {
        CoordinateSequence sequence = readSequence(1);
        return Double.isNaN(sequence.getX(0)) && Double.isNaN(sequence.getY(0))
                ? GEOMETRIES.createPoint()
                : GEOMETRIES.createPoint(sequence);
    }

    private Polygon readPolygon() {
        int rings = count();
        if (rings == 0) {
            return GEOMETRIES.createPolygon();
        }
        LinearRing shell = GEOMETRIES.createLinearRing(readSequence(in.getInt()));
        LinearRing[] holes = new LinearRing[rings - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = GEOMETRIES.createLinearRing(readSequence(in.getInt()));
        }
        return GEOMETRIES.createPolygon(shell, holes);
    }

    private CoordinateSequence readSequence(int size) {
        int dimension = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
        if (size < 0 || (long) size * dimension * 8 > in.remaining()) {
            throw new BufferUnderflowException();
        }
        Coordinate[] coordinates = new Coordinate[size];
        for (int i = 0; i < size; i++) {
            coordinates[i] = readCoordinate();
        }
        return new CoordinateArraySequence(coordinates, dimension, hasM ? 1 : 0);
    }

    private Coordinate readCoordinate() {
        double x = in.getDouble();
        double y = in.getDouble();
        if (hasZ && hasM) {
            double z = in.getDouble();
            return new CoordinateXYZM(x, y, z, in.getDouble());
        } else if (hasZ) {
            return new Coordinate(x, y, in.getDouble());
        } else if (hasM) {
            return new CoordinateXYM(x, y, in.getDouble());
        }
        return new Coordinate(x, y);
    }
}
