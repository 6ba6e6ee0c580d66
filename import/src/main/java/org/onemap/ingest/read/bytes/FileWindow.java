package org.onemap.ingest.read.bytes;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A window that moves along a large file. Confined to one thread.
 *
 * <p>Read ahead in blocks, so that reading forward costs one system call per block; not mapped into memory, because a
 * file that shrinks while it is mapped ends the process.
 */
public final class FileWindow implements Closeable {

    private static final int BLOCK = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private ByteBuffer buffer;
    private long start;
    private int filled;

    private FileWindow(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
        this.buffer = ByteBuffer.allocate((int) Math.min(BLOCK, size));
    }

    /** Opens a window on a file that exists. */
    public static FileWindow open(Path file) {
        try {
            return new FileWindow(file, FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Length of the file in bytes when it was opened. */
    public long size() {
        return size;
    }

    /** Whether these bytes are inside the file. */
    public boolean has(long position, long length) {
        return position >= 0 && length >= 0 && position <= size - length;
    }

    /**
     * The bytes from a position on, as a little-endian buffer whose position and limit enclose them. It is valid until
     * the next call. Its {@code position()} is where its bytes are in {@link #array()}.
     *
     * @throws IllegalArgumentException if they are not all inside the file: ask {@link #has} before
     */
    public ByteBuffer at(long position, int length) {
        if (!has(position, length)) {
            throw new IllegalArgumentException(file + " has no " + length + " bytes at " + position);
        }
        if (position < start || position + length > start + filled) {
            fill(position, length);
        }
        int offset = (int) (position - start);
        buffer.limit(offset + length).position(offset);
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes behind the buffer that {@link #at} gave last. */
    public byte[] array() {
        return buffer.array();
    }

    private void fill(long position, int length) {
        if (length > buffer.capacity()) {
            buffer = ByteBuffer.allocate(length);
        } else if (buffer.capacity() > BLOCK && length <= BLOCK) {
            buffer = ByteBuffer.allocate(BLOCK); // one giant record shall not keep its memory
        }
        buffer.clear();
        start = position;
        filled = 0;
        try {
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer, position + filled);
                if (read < 0) {
                    break;
                }
                filled += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        if (filled < length) {
            throw new UncheckedIOException(new IOException(file + " became shorter while it was read"));
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
