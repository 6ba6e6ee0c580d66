package org.onemap.api.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * The rest of a body that was refused. If it stayed unread, the connection would be reset, and many a client would then
 * see only that and not the problem that it is told.
 */
final class UnreadBody {

    private static final long WITHIN_NS = TimeUnit.SECONDS.toNanos(5);

    private UnreadBody() {}

    /** Reads on for some seconds and so many bytes at most; not where the caller waits to be told whether to send. */
    static void passOver(Context context, Exception failure, long most) {
        boolean hopeless = failure instanceof HttpFailure http && http.kind() == ProblemKind.REQUEST_TIMEOUT;
        if (hopeless || context.res().isCommitted() || context.header("Expect") != null) {
            return;
        }
        long deadlineNs = System.nanoTime() + WITHIN_NS;
        byte[] bytes = new byte[1 << 14];
        long left = most;
        try {
            InputStream in = context.req().getInputStream();
            int read = 0;
            while (read >= 0 && left > 0 && System.nanoTime() < deadlineNs) {
                read = in.read(bytes);
                left -= read;
            }
        } catch (IOException e) {
            context.header("Connection", "close"); // the caller is gone or silent
        }
    }
}
