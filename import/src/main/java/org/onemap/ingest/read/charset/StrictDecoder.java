package org.onemap.ingest.read.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes short texts and says what was wrong with each. Confined to one thread.
 *
 * <p>A last character that is cut in half, as fields of fixed width do to multi-byte text, is left away and told;
 * it is not an error of the character set.
 */
public final class StrictDecoder {

    /** What was wrong with the last text. */
    public enum Outcome {
        /** Nothing. */
        WHOLE,
        /** The last character was cut and is left away. */
        CUT,
        /** Bytes inside are no characters of this set; U+FFFD stands for each of them. */
        MALFORMED
    }

    private final Charset charset;
    private final CharsetDecoder decoder;
    private final boolean asciiCompatible;
    private CharBuffer out = CharBuffer.allocate(512);
    private Outcome outcome = Outcome.WHOLE;

    /** @param charset of all texts */
    public StrictDecoder(Charset charset) {
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.asciiCompatible = new String(new byte[] {'a', '~'}, charset).equals("a~");
    }

    /** The character set that it was made for. */
    public Charset charset() {
        return charset;
    }

    /** The text of these bytes; what was wrong with it is told by {@link #outcome()}. */
    public String decode(byte[] bytes, int offset, int length) {
        outcome = Outcome.WHOLE;
        if (asciiCompatible && isAscii(bytes, offset, length)) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        out.clear();
        if (out.capacity() < 2 * length + 8) {
            out = CharBuffer.allocate(2 * length + 8);
        }
        decoder.reset();
        CoderResult result = decoder.decode(in, out, false);
        while (result.isError()) {
            outcome = Outcome.MALFORMED;
            out.put('\uFFFD');
            in.position(Math.min(in.limit(), in.position() + Math.max(1, result.length())));
            result = decoder.decode(in, out, false);
        }
        if (in.hasRemaining() && outcome == Outcome.WHOLE) {
            outcome = Outcome.CUT;
        }
        return out.flip().toString();
    }

    /** What was wrong with the text decoded last. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether all bytes are below 128. */
    public static boolean isAscii(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
