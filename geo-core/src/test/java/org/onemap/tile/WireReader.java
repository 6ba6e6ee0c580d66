package org.onemap.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the wire format of Protocol Buffers, for tests. */
final class WireReader {

    private final byte[] bytes;
    private int at;
    private int wireType;

    WireReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasNext() {
        return at < bytes.length;
    }

    int nextField() {
        long key = raw();
        wireType = (int) (key & 7);
        return (int) (key >>> 3);
    }

    long varint() {
        expect(0);
        return raw();
    }

    double fixed64() {
        expect(1);
        return ByteBuffer.wrap(take(8)).order(ByteOrder.LITTLE_ENDIAN).getDouble();
    }

    float fixed32() {
        expect(5);
        return ByteBuffer.wrap(take(4)).order(ByteOrder.LITTLE_ENDIAN).getFloat();
    }

    byte[] block() {
        expect(2);
        return take((int) raw());
    }

    String text() {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(block()));
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    int[] packed() {
        WireReader block = new WireReader(block());
        int[] values = new int[8];
        int size = 0;
        while (block.hasNext()) {
            values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
            values[size++] = (int) block.raw();
        }
        return Arrays.copyOf(values, size);
    }

    private void expect(int type) {
        check(wireType == type, "wire type " + wireType + " where " + type + " belongs");
    }

    private byte[] take(int length) {
        check(length >= 0 && length <= bytes.length - at, "ends early");
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private long raw() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            check(at < bytes.length, "ends early");
            byte b = bytes[at++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("varint too long");
    }

    static void check(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
