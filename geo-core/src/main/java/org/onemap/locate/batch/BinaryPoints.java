package org.onemap.locate.batch;

import java.io.IOException;
import org.onemap.InvalidInput;

/** Bare doubles: longitude and latitude, 8 bytes each, IEEE 754, little-endian, nothing between and nothing around. */
public final class BinaryPoints implements PointReader {

    /** Bytes of a point. */
    public static final int POINT_BYTES = 16;

    private final ByteWindow window;

    /** Reads points from a window. */
    public BinaryPoints(ByteWindow window) {
        this.window = window;
    }

    @Override
    public boolean read(PointBatch batch) throws IOException {
        batch.clear();
        while (!batch.isFull()) {
            int whole = (window.limit() - window.from()) / POINT_BYTES;
            if (whole > 0) {
                int taken = batch.add(window.bytes(), window.from(), whole);
                window.release(window.from() + taken * POINT_BYTES);
            } else if (!window.more()) {
                requireNothingLeft();
                break;
            }
        }
        return batch.size() > 0;
    }

    private void requireNothingLeft() {
        int left = window.limit() - window.from();
        if (left > 0) {
            throw new InvalidInput("the last point has " + left + " bytes of 16: a point is two little-endian doubles,"
                    + " longitude and latitude");
        }
    }
}
