package org.onemap.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the wire format of Protocol Buffers: as much of it as a vector tile needs. Confined to one thread. */
final class Protobuf {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;

    private byte[] bytes = new byte[256];
    private int size;

    /** The numbers from small magnitudes of either sign to small unsigned ones. */
    static int zigZag(int value) {
        return (value << 1) ^ (value >> 31);
    }

    static long zigZag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    void varint(int field, long value) {
        key(field, VARINT);
        raw(value);
    }

    void fixed64(int field, double value) {
        key(field, FIXED_64);
        room(8);
        long bits = Double.doubleToLongBits(value);
        for (int shift = 0; shift < 64; shift += 8) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    void text(int field, String value) {
        block(field, value.getBytes(StandardCharsets.UTF_8));
    }

    void message(int field, Protobuf message) {
        key(field, LENGTH_DELIMITED);
        raw(message.size);
        append(message.bytes, message.size);
    }

    /** Packed repeated unsigned 32-bit integers. */
    void packed(int field, int[] values) {
        if (values.length == 0) {
            return;
        }
        Protobuf block = new Protobuf();
        for (int value : values) {
            block.raw(value & 0xFFFFFFFFL);
        }
        message(field, block);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void block(int field, byte[] content) {
        key(field, LENGTH_DELIMITED);
        raw(content.length);
        append(content, content.length);
    }

    private void key(int field, int wireType) {
        raw(((long) field << 3) | wireType);
    }

    private void raw(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void append(byte[] content, int length) {
        room(length);
        System.arraycopy(content, 0, bytes, size, length);
        size += length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
