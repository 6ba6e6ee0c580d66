package org.onemap.api.locate;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Collects the many short pieces of an answer into blocks. Confined to one thread; {@link #flush} comes last. */
final class AnswerOutput {

    /** For {@link #writeAll}: nothing stands behind a text. */
    static final char NOTHING = 0;

    private static final int STAGE = 64;
    private static final int BLOCK = 1 << 15;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final OutputStream out;
    private final byte[] block = new byte[BLOCK];
    private final byte[][] stage = new byte[STAGE][];
    private int size;

    AnswerOutput(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes the texts of answers. They lie about in memory: some are fetched before the first of them is copied, so that
     * many cache misses are under way at a time.
     *
     * @param behind stands behind each
     */
    void writeAll(AnswerTexts texts, int[] answers, int count, char behind) throws IOException {
        for (int from = 0; from < count; from += STAGE) {
            int some = Math.min(STAGE, count - from);
            int length = 0;
            for (int i = 0; i < some; i++) {
                stage[i] = texts.text(answers[from + i]);
                length += stage[i].length + 1;
            }
            if (length > BLOCK - size) {
                flush();
            }
            for (int i = 0; i < some; i++) {
                write(stage[i]);
                if (behind != NOTHING) {
                    write(behind);
                }
            }
        }
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
