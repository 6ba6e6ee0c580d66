package org.onemap.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * A body that is sent again and again: plain, compressed, and its strong tag, all made once. Immutable; the arrays are not
 * handed to anybody who would change them.
 *
 * @param plain the bytes
 * @param gzip the same, compressed
 * @param tag strong tag of the plain bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Precompressed(byte[] plain, byte[] gzip, EntityTag tag) {

    /** Compresses and hashes these bytes. */
    public static Precompressed of(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 32);
        try (GZIPOutputStream compressed = new GZIPOutputStream(out)) {
            compressed.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array does not fail
        }
        return new Precompressed(plain, out.toByteArray(), EntityTag.ofContent(plain));
    }
}
