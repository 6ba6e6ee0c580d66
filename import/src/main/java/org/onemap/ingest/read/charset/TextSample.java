package org.onemap.ingest.read.charset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Different texts with bytes above 127, as bytes: the evidence for the character set of a file. Confined to one thread. */
public final class TextSample {

    private static final int MAX_BYTES = 1 << 17;

    private final List<byte[]> texts = new ArrayList<>();
    private final Set<Integer> seen = new HashSet<>();
    private int bytes;

    /** Takes a text, unless it is pure ASCII, known already, or the sample is large enough. */
    public void add(byte[] text, int offset, int length) {
        if (bytes >= MAX_BYTES || StrictDecoder.isAscii(text, offset, length)) {
            return;
        }
        byte[] copy = Arrays.copyOfRange(text, offset, offset + Math.min(length, 4096));
        if (seen.add(Arrays.hashCode(copy))) {
            texts.add(copy);
            bytes += copy.length;
        }
    }

    /** Whether all was ASCII, so that nearly every character set will do. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Whether more would change nothing. */
    public boolean isFull() {
        return bytes >= MAX_BYTES;
    }

    List<byte[]> texts() {
        return texts;
    }

    /** How many of the texts have bytes inside that are no characters of this set. */
    public int countMalformed(StrictDecoder decoder) {
        int malformed = 0;
        for (byte[] text : texts) {
            decoder.decode(text, 0, text.length);
            if (decoder.outcome() == StrictDecoder.Outcome.MALFORMED) {
                malformed++;
            }
        }
        return malformed;
    }
}
