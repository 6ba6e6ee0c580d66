package org.onemap.locate.batch;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.onemap.InvalidInput;

/** Bare doubles: longitude and latitude, 8 bytes each, IEEE 754, little-endian, nothing between and nothing around. */
public final class BinaryPoints implements PointReader {

    /** Bytes of a point. */
    public static final int POINT_BYTES = 16;

    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final ByteWindow window;

    /** Reads points from a window. */
    public BinaryPoints(ByteWindow window) {
        this.window = window;
    }

    @Override
    public boolean read(PointBatch batch) throws IOException {
        batch.clear();
        while (window.limit() - window.from() < POINT_BYTES) {
            if (!window.more()) {
                requireNothingLeft();
                return false;
            }
        }
        byte[] bytes = window.bytes();
        int points = Math.min((window.limit() - window.from()) / POINT_BYTES, PointBatch.CAPACITY);
        int at = window.from();
        for (int i = 0; i < points; i++, at += POINT_BYTES) {
            batch.add((double) DOUBLE.get(bytes, at), (double) DOUBLE.get(bytes, at + 8));
        }
        window.release(at);
        return true;
    }

    private void requireNothingLeft() {
        int left = window.limit() - window.from();
        if (left > 0) {
            throw new InvalidInput("the last point has " + left + " bytes of 16: a point is two little-endian doubles,"
                    + " longitude and latitude");
        }
    }
}
