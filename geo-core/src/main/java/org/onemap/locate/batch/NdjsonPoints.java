package org.onemap.locate.batch;

import java.io.IOException;

/** Points in lines of JSON; blank lines are passed over. A line that is none is marked, and the next one is read. */
public final class NdjsonPoints implements PointReader {

    private final ByteWindow window;
    private final JsonPoint point = new JsonPoint();
    private boolean begun;

    /** Reads points from a window. */
    public NdjsonPoints(ByteWindow window) {
        this.window = window;
    }

    @Override
    public boolean read(PointBatch batch) throws IOException {
        batch.clear();
        if (!begun) {
            window.release(window.from() + ByteOrderMark.length(window, "UTF-8"));
            begun = true;
        }
        while (!batch.isFull()) {
            int from = window.from();
            int end = endOfLine(window.bytes(), from, window.limit());
            if (end < window.limit() || (window.ended() && end > from)) {
                add(batch, from, end);
                window.release(Math.min(end + 1, window.limit()));
            } else if (window.ended()) {
                break;
            } else if (window.isFull()) {
                passOver();
                batch.add(PointFault.TOO_LONG);
            } else {
                window.more();
            }
        }
        return batch.size() > 0;
    }

    private void passOver() throws IOException {
        int end;
        do {
            window.release(window.limit());
            window.more();
            end = endOfLine(window.bytes(), window.from(), window.limit());
        } while (end == window.limit() && !window.ended());
        window.release(Math.min(end + 1, window.limit()));
    }

    private void add(PointBatch batch, int from, int to) {
        byte[] bytes = window.bytes();
        int start = JsonMembers.afterSpace(bytes, from, to);
        if (start == to) {
            return;
        }
        int end = point.scan(bytes, start, to);
        if (end < 0 || JsonMembers.afterSpace(bytes, end, to) < to) {
            batch.add(PointFault.MALFORMED);
        } else {
            point.addTo(batch, bytes);
        }
    }

    /** Where the next line feed stands; the limit if there is none. */
    public static int endOfLine(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
