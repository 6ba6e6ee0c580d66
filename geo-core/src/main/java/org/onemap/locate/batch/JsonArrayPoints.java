package org.onemap.locate.batch;

import java.io.IOException;
import org.onemap.InvalidInput;

/**
 * Points in one JSON array. An element that is no point is marked and the next one is read; where the array itself is
 * broken nobody can say where the next one begins, so the whole is refused.
 */
public final class JsonArrayPoints implements PointReader {

    private final ByteWindow window;
    private final JsonPoint point = new JsonPoint();
    private boolean begun;
    private boolean closed;
    private long elements;

    /** Reads points from a window. */
    public JsonArrayPoints(ByteWindow window) {
        this.window = window;
    }

    @Override
    public boolean read(PointBatch batch) throws IOException {
        batch.clear();
        if (!begun) {
            begin();
        }
        while (!closed && !batch.isFull()) {
            if (!element(batch)) {
                if (window.isFull()) {
                    throw broken("is longer than a point can be");
                }
                if (!window.more()) {
                    throw broken("is not whole: the array has no end");
                }
            }
        }
        if (closed) {
            requireNothingBehind();
        }
        return batch.size() > 0;
    }

    private void begin() throws IOException {
        window.release(window.from() + ByteOrderMark.length(window, "UTF-8"));
        int first = next();
        if (first < 0 || window.bytes()[first] != '[') {
            throw new InvalidInput(
                    "the body is no JSON array of points: give [[lon, lat], …] or" + " [{\"lon\": …, \"lat\": …}, …]");
        }
        window.release(first + 1);
        int inside = next();
        closed = inside >= 0 && window.bytes()[inside] == ']';
        window.release(closed ? inside + 1 : inside < 0 ? window.limit() : inside);
        begun = true;
    }

    /** Where the next character that is no blank stands; −1 at the end. */
    private int next() throws IOException {
        while (true) {
            int at = JsonMembers.afterSpace(window.bytes(), window.from(), window.limit());
            if (at < window.limit()) {
                return at;
            }
            window.release(at);
            if (!window.more()) {
                return -1;
            }
        }
    }

    /** Takes an element and what stands behind it; false if the bytes end before. */
    private boolean element(PointBatch batch) {
        byte[] bytes = window.bytes();
        int limit = window.limit();
        int start = JsonMembers.afterSpace(bytes, window.from(), limit);
        if (start == limit) {
            return false;
        }
        boolean isPoint = bytes[start] == '{' || bytes[start] == '[';
        int end = isPoint ? point.scan(bytes, start, limit) : JsonMembers.afterValue(bytes, start, limit);
        if (end == JsonMembers.BROKEN) {
            throw broken("is no JSON");
        }
        int behind = end < 0 ? limit : JsonMembers.afterSpace(bytes, end, limit);
        if (behind == limit) {
            return false;
        }
        if (bytes[behind] != ',' && bytes[behind] != ']') {
            throw broken("is followed by neither a comma nor the end of the array");
        }
        elements++;
        if (isPoint) {
            point.addTo(batch, bytes);
        } else {
            batch.add(PointFault.MALFORMED);
        }
        closed = bytes[behind] == ']';
        window.release(behind + 1);
        return true;
    }

    private void requireNothingBehind() throws IOException {
        if (next() >= 0) {
            throw new InvalidInput(
                    "something follows the JSON array; give one array, or lines of JSON as" + " application/x-ndjson");
        }
    }

    private InvalidInput broken(String what) {
        return new InvalidInput("the element " + elements + " (from 0) of the JSON array " + what
                + "; nothing behind it can be read. Lines of JSON (application/x-ndjson) do not have this weakness");
    }
}
