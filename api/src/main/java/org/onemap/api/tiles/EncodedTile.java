package org.onemap.api.tiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.onemap.api.http.EntityTag;

/**
 * A tile as it goes out, plain and compressed. Immutable; the arrays are not handed to anybody who would change them.
 *
 * @param changeNumber the change number at which this is known to be the tile
 * @param plain the Mapbox Vector Tile; no bytes where nothing lies in the tile
 * @param gzip the same, compressed
 * @param tag strong tag of the plain bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record EncodedTile(long changeNumber, byte[] plain, byte[] gzip, EntityTag tag) {

    private static final int OVERHEAD = 200;

    static EncodedTile of(long changeNumber, byte[] plain) {
        return new EncodedTile(changeNumber, plain, compress(plain), EntityTag.ofContent(plain));
    }

    /** The same tile, found to be unchanged up to a later change number. */
    EncodedTile at(long laterChangeNumber) {
        return new EncodedTile(laterChangeNumber, plain, gzip, tag);
    }

    /** Roughly what it takes in memory, in bytes. */
    int weight() {
        return plain.length + gzip.length + OVERHEAD;
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 32);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array does not fail
        }
        return out.toByteArray();
    }
}
