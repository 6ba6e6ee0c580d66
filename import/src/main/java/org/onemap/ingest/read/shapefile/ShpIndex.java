package org.onemap.ingest.read.shapefile;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.onemap.ingest.read.bytes.FileWindow;

/** The entries of a {@code .shx}: offset and content length of each record, read through a window. */
final class ShpIndex implements Closeable {

    private static final int ENTRY = 8;

    private final FileWindow file;
    private final boolean headerRight;
    private final long count;

    private ShpIndex(FileWindow file) {
        this.file = file;
        boolean long100 = file.has(0, ShpHeader.LENGTH);
        this.headerRight = long100 && file.at(0, 4).order(ByteOrder.BIG_ENDIAN).getInt() == 9994;
        this.count = long100 ? (file.size() - ShpHeader.LENGTH) / ENTRY : 0;
    }

    static ShpIndex open(Path shx) {
        return new ShpIndex(FileWindow.open(shx));
    }

    /** Whether it begins as a {@code .shx} must and its length is whole. */
    boolean isWellFormed() {
        return headerRight && (file.size() - ShpHeader.LENGTH) % ENTRY == 0;
    }

    long count() {
        return count;
    }

    /** Offset in bytes of the record's header; 0 for a record without one, which is a null shape. */
    long offset(long entry) {
        return 2 * Integer.toUnsignedLong(entry(entry).getInt());
    }

    /** Length in bytes of the record's content, without its header. */
    long contentBytes(long entry) {
        ByteBuffer at = entry(entry);
        return 2 * Integer.toUnsignedLong(at.getInt(at.position() + 4));
    }

    private ByteBuffer entry(long entry) {
        return file.at(ShpHeader.LENGTH + ENTRY * entry, ENTRY).order(ByteOrder.BIG_ENDIAN);
    }

    @Override
    public void close() {
        file.close();
    }
}
