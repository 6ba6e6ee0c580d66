package org.onemap.ingest.read.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Geometries in the binary form of the standard (clause 2.1.3): header, envelope, WKB. Confined to one thread.
 */
final class GeometryBlob {

    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final int EMPTY = 0x10;
    private static final int EXTENDED = 0x20;

    private final WKBReader wkb = new WKBReader(new GeometryFactory());
    private int srsId;

    /** Bytes that are no geometry. */
    static final class NoGeometry extends Exception {
        private static final long serialVersionUID = 1L;

        NoGeometry(String message) {
            super(message);
        }
    }

    /** The geometry; null for an empty one. */
    @Nullable
    Geometry read(byte[] blob) throws NoGeometry {
        int at = wkbAt(blob);
        if ((blob[3] & EMPTY) != 0) {
            return null;
        }
        byte[] body = new byte[blob.length - at];
        System.arraycopy(blob, at, body, 0, body.length);
        try {
            Geometry geometry = wkb.read(body);
            geometry.setSRID(0);
            return geometry.isEmpty() ? null : geometry;
        } catch (ParseException | IllegalArgumentException e) {
            throw new NoGeometry("its well-known binary cannot be read: " + e.getMessage());
        }
    }

    private int wkbAt(byte[] blob) throws NoGeometry {
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw new NoGeometry("it does not begin with the letters GP");
        }
        int flags = blob[3] & 0xFF;
        if ((flags & EXTENDED) != 0) {
            throw new NoGeometry("it is of an extended kind that the standard does not define");
        }
        int envelope = flags >> 1 & 7;
        if (envelope >= ENVELOPE_BYTES.length) {
            throw new NoGeometry("its envelope is of the kind " + envelope + ", which there is not");
        }
        ByteOrder order = (flags & 1) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        srsId = ByteBuffer.wrap(blob).order(order).getInt(4);
        int at = 8 + ENVELOPE_BYTES[envelope];
        if (at + 5 > blob.length) {
            throw new NoGeometry("it ends inside its header");
        }
        return at;
    }

    /** The reference system that the blob read last names. */
    int srsId() {
        return srsId;
    }

    /** Name of the geometry type of a blob, as far as its header tells. */
    String type(byte[] blob) throws NoGeometry {
        int at = wkbAt(blob);
        ByteOrder order = blob[at] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int code = (ByteBuffer.wrap(blob).order(order).getInt(at + 1) & 0xFFFF) % 1000;
        String[] names = {"GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"
        };
        return code < names.length ? names[code] : "GEOMETRY";
    }
}
