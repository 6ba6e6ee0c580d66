package org.onemap.store.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.CorruptData;
import org.onemap.store.sql.WkbReader;
import org.onemap.store.sql.WkbWriter;

/**
 * The geometry column's bytes: GeoPackageBinary by clause 2.1.3 of the standard. Stateless, thread-safe.
 *
 * <pre>
 * 0  2  'G' 'P'
 * 2  1  version 0
 * 3  1  flags: bit 0 little endian, bits 1–3 envelope (0 none, 1 min x, max x, min y, max y), bit 4 empty
 * 4  4  srs id 4490
 * 8  32 envelope; left out for points, whose position follows anyway, and for empty geometries
 * 40 …  ISO WKB, z and m where a coordinate has them
 * </pre>
 */
final class GeometryBlob {

    static final int SRS_ID = 4490;

    private static final int HEADER_BYTES = 8;
    private static final int ENVELOPE_BYTES = 32;
    private static final int LITTLE_ENDIAN = 1;
    private static final int ENVELOPE_XY = 1 << 1;
    private static final int EMPTY = 1 << 4;

    /** Bytes of each envelope kind that a header may announce; the kinds above 4 are not defined. */
    private static final int[] ENVELOPE_SIZES = {0, 32, 48, 48, 64};

    private GeometryBlob() {}

    /** The bytes of a geometry. */
    static byte[] encode(Geometry geometry) {
        boolean empty = geometry.isEmpty();
        boolean boxed = !empty && geometry.getNumPoints() > 1;
        WkbWriter wkb = WkbWriter.iso(geometry);
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + (boxed ? ENVELOPE_BYTES : 0) + wkb.size())
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'G').put((byte) 'P').put((byte) 0);
        out.put((byte) (LITTLE_ENDIAN | (boxed ? ENVELOPE_XY : 0) | (empty ? EMPTY : 0)));
        out.putInt(SRS_ID);
        if (boxed) {
            Envelope box = geometry.getEnvelopeInternal();
            out.putDouble(box.getMinX() + 0.0).putDouble(box.getMaxX() + 0.0);
            out.putDouble(box.getMinY() + 0.0).putDouble(box.getMaxY() + 0.0);
        }
        wkb.write(out);
        return out.array();
    }

    /** The geometry of these bytes. */
    static Geometry decode(byte[] blob) {
        return WkbReader.read(body(blob));
    }

    /** The box of the geometry, from the header where it is there; null if the geometry is empty. */
    static @Nullable Envelope envelope(byte[] blob) {
        ByteBuffer in = header(blob);
        int flags = blob[3];
        if ((flags & EMPTY) != 0) {
            return null;
        }
        if ((flags >> 1 & 7) != 0) {
            double minX = in.getDouble();
            double maxX = in.getDouble();
            double minY = in.getDouble();
            return new Envelope(minX, maxX, minY, in.getDouble());
        }
        Envelope box = decode(blob).getEnvelopeInternal();
        return box.isNull() ? null : box;
    }

    /** Whether the coordinates of these bytes have a z and an m: 0 none, 1 z, 2 m, 3 both. */
    static int dimensions(byte[] blob) {
        return WkbReader.dimensions(body(blob));
    }

    private static ByteBuffer header(byte[] blob) {
        if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P' || (blob[3] >> 1 & 7) > 4) {
            throw new CorruptData("a geometry in the store is no GeoPackage geometry (" + blob.length + " bytes)");
        }
        ByteOrder order = (blob[3] & LITTLE_ENDIAN) != 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return ByteBuffer.wrap(blob).order(order).position(HEADER_BYTES);
    }

    private static ByteBuffer body(byte[] blob) {
        ByteBuffer in = header(blob);
        int start = HEADER_BYTES + ENVELOPE_SIZES[blob[3] >> 1 & 7];
        if (start + 5 > blob.length) {
            throw new CorruptData("a geometry in the store is cut off after " + blob.length + " bytes");
        }
        return in.position(start);
    }
}
