package org.onemap.ingest.locate;

import java.io.IOException;
import java.io.OutputStream;

/** Puts pieces of bytes together into large blocks. Confined to one thread; {@link #flush} comes last. */
final class RowOutput {

    private static final int BLOCK = 1 << 18;

    private final OutputStream out;
    private final byte[] block = new byte[BLOCK];
    private int size;

    RowOutput(OutputStream out) {
        this.out = out;
    }

    void write(byte[] bytes, int from, int to) throws IOException {
        int length = to - from;
        if (length > BLOCK - size) {
            flush();
        }
        if (length > BLOCK) {
            out.write(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, block, size, length);
            size += length;
        }
    }

    void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    void write(char ascii) throws IOException {
        if (size == BLOCK) {
            flush();
        }
        block[size++] = (byte) ascii;
    }

    void flush() throws IOException {
        out.write(block, 0, size);
        size = 0;
    }
}
