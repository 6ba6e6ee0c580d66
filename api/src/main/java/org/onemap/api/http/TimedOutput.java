package org.onemap.api.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** Output that fails when all of it is not taken in time: a caller who fetches byte by byte holds no thread for long. */
final class TimedOutput extends FilterOutputStream {

    private static final int AT_ONCE = 1 << 14;

    private final long withinMs;
    private final long deadlineNs;

    TimedOutput(OutputStream out, long withinMs) {
        super(out);
        this.withinMs = withinMs;
        this.deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += AT_ONCE) {
            if (System.nanoTime() > deadlineNs) {
                throw new IOException("the answer was not fetched within " + withinMs / 1000.0 + " s");
            }
            out.write(bytes, offset + done, Math.min(AT_ONCE, length - done));
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }
}
