package org.onemap.api.locate;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Collects the many short pieces of an answer into blocks. Confined to one thread; {@link #flush} comes last. */
final class AnswerOutput {

    private static final int BLOCK = 1 << 15;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final OutputStream out;
    private final byte[] block = new byte[BLOCK];
    private int size;

    AnswerOutput(OutputStream out) {
        this.out = out;
    }

    void write(byte[] bytes) throws IOException {
        if (bytes.length > BLOCK - size) {
            flush();
        }
        if (bytes.length > BLOCK) {
            out.write(bytes, 0, bytes.length);
        } else {
            System.arraycopy(bytes, 0, block, size, bytes.length);
            size += bytes.length;
        }
    }

    void write(char ascii) throws IOException {
        if (size == BLOCK) {
            flush();
        }
        block[size++] = (byte) ascii;
    }

    void writeLittleEndian(int number) throws IOException {
        if (size > BLOCK - Integer.BYTES) {
            flush();
        }
        INT.set(block, size, number);
        size += Integer.BYTES;
    }

    void flush() throws IOException {
        out.write(block, 0, size);
        size = 0;
    }
}
