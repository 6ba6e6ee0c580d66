package org.onemap.ingest.read.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.onemap.ingest.read.bytes.FileWindow;

/**
 * The eight bytes before a record's content, and the type with which the content begins.
 *
 * @param number the record number that is written there
 * @param contentAt where the content begins
 * @param contentBytes its length as it is written there
 * @param type its shape type; empty for a code that there is not
 */
record ShpRecordHeader(int number, long contentAt, long contentBytes, Optional<ShapeType> type) {

    private static final int LENGTH = 8;
    private static final int TYPE = 4;

    /** The header at this place; empty if the file ends before the type. */
    static Optional<ShpRecordHeader> find(FileWindow shp, long at) {
        if (!shp.has(at, LENGTH + TYPE)) {
            return Optional.empty();
        }
        ByteBuffer bytes = shp.at(at, LENGTH + TYPE);
        int start = bytes.position();
        int type = bytes.getInt(start + LENGTH);
        bytes.order(ByteOrder.BIG_ENDIAN);
        long words = Integer.toUnsignedLong(bytes.getInt(start + 4));
        return Optional.of(new ShpRecordHeader(bytes.getInt(start), at + LENGTH, 2 * words, ShapeType.find(type)));
    }

    /** Where the next record begins, if records follow one another. */
    long end() {
        return contentAt + contentBytes;
    }

    /** Whether this can be a record: a known type, a length that holds one, and an end inside the file. */
    boolean isPlausible(FileWindow shp) {
        return type.isPresent() && contentBytes >= TYPE && shp.has(contentAt, contentBytes);
    }

    /** Whether the content is at least as long as its own counts of parts and points ask for. */
    boolean isWhole(FileWindow shp) {
        if (!isPlausible(shp)) {
            return false;
        }
        ByteBuffer content = shp.at(contentAt, (int) Math.min(contentBytes, ShapeType.PEEK));
        return type.orElseThrow().neededBytes(content) <= contentBytes;
    }
}
