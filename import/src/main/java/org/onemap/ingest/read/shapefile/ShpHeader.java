package org.onemap.ingest.read.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.onemap.CorruptData;
import org.onemap.ingest.read.bytes.FileWindow;

/**
 * The first 100 bytes of a {@code .shp} or {@code .shx}: what it claims.
 *
 * @param bytes length of the file, this header included
 * @param type shape type of all records; empty for a code that there is not
 */
record ShpHeader(long bytes, Optional<ShapeType> type) {

    /** Length of the header itself. */
    static final int LENGTH = 100;

    private static final int FILE_CODE = 9994;

    /**
     * Reads the header.
     *
     * @throws CorruptData if this is no such file
     */
    static ShpHeader read(FileWindow file, String displayName) {
        if (!file.has(0, LENGTH)) {
            throw new CorruptData(displayName + " has " + file.size()
                    + " bytes, less than the 100 of a shapefile's header:" + " the file was cut or is none");
        }
        ByteBuffer header = file.at(0, LENGTH);
        int code = header.order(ByteOrder.BIG_ENDIAN).getInt(0);
        long words = Integer.toUnsignedLong(header.getInt(24));
        int type = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        if (code != FILE_CODE) {
            throw new CorruptData(displayName + " begins with the number " + code + " and not with 9994:"
                    + " it is no shapefile, or its first bytes were damaged");
        }
        return new ShpHeader(2 * words, ShapeType.find(type));
    }
}
