package org.onemap.locate.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window on a stream that can be read again from its beginning: rows stay in it until they are answered. It grows with
 * the longest row, up to a bound. Confined to one thread.
 */
public final class ByteWindow {

    private static final int FIRST_SIZE = 1 << 17;

    private final InputStream in;
    private final int longest;
    private byte[] bytes;
    private int from;
    private int limit;
    private boolean ended;

    /**
     * A window on a stream, empty at first.
     *
     * @param longest how many bytes it may come to hold
     */
    public ByteWindow(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
        this.bytes = new byte[Math.min(FIRST_SIZE, longest)];
    }

    /** The bytes; those from {@link #from} to {@link #limit} count. Another array after {@link #more}. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] bytes() {
        return bytes;
    }

    /** Where the bytes begin that are not yet done with. */
    public int from() {
        return from;
    }

    /** Where they end. */
    public int limit() {
        return limit;
    }

    /** Whether nothing follows behind the limit. */
    public boolean ended() {
        return ended;
    }

    /** Whether the window holds as much as it may. */
    public boolean isFull() {
        return limit - from == longest;
    }

    /** Takes leave of all bytes before this place. */
    public void release(int upTo) {
        from = upTo;
    }

    /**
     * Reads more behind the bytes that count; these move to the beginning.
     *
     * @return whether there was more
     * @throws IllegalStateException if the window is full
     */
    public boolean more() throws IOException {
        if (ended) {
            return false;
        }
        int kept = limit - from;
        if (kept == bytes.length) {
            if (kept == longest) {
                throw new IllegalStateException("the window of " + longest + " bytes is full");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(2L * kept, longest));
        }
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, kept);
            from = 0;
            limit = kept;
        }
        int read = in.read(bytes, limit, bytes.length - limit);
        ended = read < 0;
        limit += Math.max(0, read);
        return !ended;
    }
}
