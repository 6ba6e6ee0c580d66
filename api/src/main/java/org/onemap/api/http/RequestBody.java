package org.onemap.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.onemap.InvalidInput;

/**
 * A request body, read as it comes. It ends with a failure when it is larger than allowed, when it does not come to its
 * end in time, or when its compression is broken. Confined to one thread.
 */
final class RequestBody extends InputStream {

    private final InputStream in;
    private final Limits limits;
    private final long deadlineNs;
    private long left;

    private RequestBody(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
        this.left = limits.largestBody();
        this.deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.wholeBodyWithinMs());
    }

    /** The body as it is sent, within its limits. */
    static InputStream plain(InputStream sent, Limits limits) {
        return new RequestBody(sent, limits);
    }

    /** The body behind its gzip coding; the limits hold for both. */
    static InputStream unzipped(InputStream sent, Limits limits) throws IOException {
        try {
            return new RequestBody(new GZIPInputStream(plain(sent, limits), 1 << 14), limits);
        } catch (ZipException | java.io.EOFException e) {
            throw broken(e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (System.nanoTime() > deadlineNs) {
            throw late(limits.wholeBodyWithinMs());
        }
        try {
            int read = in.read(bytes, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new HttpFailure(
                        ProblemKind.PAYLOAD_TOO_LARGE,
                        "the body has more than " + limits.largestBody() + " bytes; send it in parts");
            }
            return read;
        } catch (ZipException | java.io.EOFException e) {
            throw broken(e);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException || e instanceof java.net.SocketTimeoutException) {
                throw late(limits.idleMs());
            }
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    private static HttpFailure late(long ms) {
        return new HttpFailure(
                ProblemKind.REQUEST_TIMEOUT, "the body did not come to its end within " + ms / 1000.0 + " s");
    }

    private static InvalidInput broken(IOException e) {
        String why = e.getMessage() == null ? "it ends before its head does" : e.getMessage();
        return new InvalidInput("the body says Content-Encoding: gzip, but is no whole gzip: " + why, e);
    }
}
