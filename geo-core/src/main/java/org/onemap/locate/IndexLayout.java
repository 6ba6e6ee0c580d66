package org.onemap.locate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.onemap.CorruptData;

/**
 * Where things stand in an index file. One page of header, then the sections, each on a page of its own, then a checksum
 * (CRC-32C) of every {@value #CHUNK} bytes of the sections. Immutable.
 *
 * <p>The header, in the byte order of the machine that wrote it: magic (8 bytes), byte order mark, version, fingerprint (32
 * bytes), the cell grid (three doubles, columns, rows), the numbers of coordinate buffers and block buffers, the size of each
 * section in bytes; at the end of the page the checksum of the checksums and that of the header.
 */
final class IndexLayout {

    static final int VERSION = 4;
    static final int PAGE = 4096;
    static final int CHUNK = 1 << 22;
    static final int FINGERPRINT = 32;

    /** Sections that are always there: parts, rings, vertices, blocks, boxes, top, tree places, tree boxes, divisions. */
    static final int FIXED_SECTIONS = 9;

    private static final byte[] MAGIC = "ONEMAPGI".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTE_ORDER_MARK = 0x01020304;
    private static final int SUMS_AT = PAGE - 8;
    private static final int HEADER_SUM_AT = PAGE - 4;

    private final byte[] fingerprint;
    private final CellGrid grid;
    private final int coordinateBuffers;
    private final long[] sizes;

    IndexLayout(byte[] fingerprint, CellGrid grid, int coordinateBuffers, long[] sizes) {
        if (fingerprint.length != FINGERPRINT) {
            throw new IllegalArgumentException("a fingerprint has 32 bytes, not " + fingerprint.length);
        }
        this.fingerprint = fingerprint.clone();
        this.grid = grid;
        this.coordinateBuffers = coordinateBuffers;
        this.sizes = sizes.clone();
    }

    byte[] fingerprint() {
        return fingerprint.clone();
    }

    CellGrid grid() {
        return grid;
    }

    /** How many of the sections after the fixed ones are coordinates; the others are blocks. */
    int coordinateBuffers() {
        return coordinateBuffers;
    }

    int sections() {
        return sizes.length;
    }

    long size(int section) {
        return sizes[section];
    }

    long offset(int section) {
        long offset = PAGE;
        for (int i = 0; i < section; i++) {
            offset += (sizes[i] + PAGE - 1) / PAGE * PAGE;
        }
        return offset;
    }

    /** Where the sections end and the checksums begin. */
    long sumsOffset() {
        return offset(sizes.length);
    }

    int chunks() {
        return (int) ((sumsOffset() - PAGE + CHUNK - 1) / CHUNK);
    }

    long fileSize() {
        return sumsOffset() + (long) Integer.BYTES * chunks();
    }

    static int sum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }

    /** The header page. */
    ByteBuffer header(int sumOfSums) {
        ByteBuffer page = ByteBuffer.allocate(PAGE).order(ByteOrder.nativeOrder());
        page.put(MAGIC).putInt(BYTE_ORDER_MARK).putInt(VERSION).put(fingerprint);
        page.putDouble(grid.westDeg()).putDouble(grid.southDeg()).putDouble(grid.cellDeg());
        page.putInt(grid.columns()).putInt(grid.rows());
        page.putInt(coordinateBuffers).putInt(sizes.length);
        for (long size : sizes) {
            page.putLong(size);
        }
        page.putInt(SUMS_AT, sumOfSums);
        page.putInt(HEADER_SUM_AT, sum(page.duplicate().position(0).limit(HEADER_SUM_AT)));
        return page.clear();
    }

    static int sumOfSums(ByteBuffer header) {
        return header.getInt(SUMS_AT);
    }

    /**
     * Reads a header page.
     *
     * @throws CorruptData if it is none, or of another version or machine; the message says what is wrong, not of which file
     */
    static IndexLayout parse(ByteBuffer page) {
        byte[] magic = new byte[MAGIC.length];
        if (page.remaining() < PAGE) {
            throw new CorruptData("it is shorter than its header");
        }
        page.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new CorruptData("it is no index of onemap");
        }
        if (page.getInt() != BYTE_ORDER_MARK) {
            throw new CorruptData("it was written on a machine of another byte order");
        }
        int version = page.getInt();
        if (version != VERSION) {
            throw new CorruptData("it is of version " + version + ", this program reads version " + VERSION);
        }
        if (page.getInt(HEADER_SUM_AT) != sum(page.duplicate().position(0).limit(HEADER_SUM_AT))) {
            throw new CorruptData("its header is damaged");
        }
        byte[] fingerprint = new byte[FINGERPRINT];
        page.get(fingerprint);
        CellGrid grid =
                new CellGrid(page.getDouble(), page.getDouble(), page.getDouble(), page.getInt(), page.getInt());
        int coordinateBuffers = page.getInt();
        long[] sizes = new long[page.getInt()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = page.getLong();
        }
        return new IndexLayout(fingerprint, grid, coordinateBuffers, sizes);
    }
}
