package org.onemap.locate;

import java.nio.IntBuffer;
import java.util.Arrays;

/** A list of numbers that grows. Confined to one thread. */
final class IntWriter {

    private int[] values = new int[1 << 12];
    private int size;

    int size() {
        return size;
    }

    void put(int value) {
        reserve(1);
        values[size++] = value;
    }

    /** Leaves room for numbers that are {@linkplain #set set} later. */
    void skip(int count) {
        reserve(count);
        size += count;
    }

    void set(int at, int value) {
        values[at] = value;
    }

    /** Goes on to a multiple of a power of two. */
    void align(int step) {
        skip(-size & (step - 1));
    }

    void writeTo(IntBuffer buffer, int from, int to) {
        buffer.put(values, from, to - from);
    }

    /** Gives the room back that was not needed. */
    void trim() {
        values = Arrays.copyOf(values, size);
    }

    private void reserve(int count) {
        if (size + count > values.length) {
            values = Arrays.copyOf(values, Math.max(size + count, values.length + (values.length >> 1)));
        }
    }
}
