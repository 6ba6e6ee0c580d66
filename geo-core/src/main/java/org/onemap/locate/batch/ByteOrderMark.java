package org.onemap.locate.batch;

import java.io.IOException;
import org.onemap.InvalidInput;

/** The three bytes by which some programs say at the beginning of a text that it is UTF-8. */
public final class ByteOrderMark {

    private ByteOrderMark() {}

    /**
     * How many bytes of the window it takes, 0 or 3; the window stays where it is.
     *
     * @param instead what to save the text as if it is UTF-16
     * @throws InvalidInput if the text is UTF-16 or UTF-32: it says so itself, or one of its first two bytes is zero
     */
    public static int length(ByteWindow window, String instead) throws IOException {
        while (window.limit() - window.from() < 3 && window.more()) {
            // until it could be seen
        }
        byte[] bytes = window.bytes();
        int at = window.from();
        int size = window.limit() - at;
        if (size >= 2
                && ((bytes[at] == (byte) 0xFE && bytes[at + 1] == (byte) 0xFF)
                        || (bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) 0xFE)
                        || bytes[at] == 0
                        || bytes[at + 1] == 0)) {
            throw new InvalidInput("the text is UTF-16, which is not read here; save it as " + instead);
        }
        boolean utf8 =
                size >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF;
        return utf8 ? 3 : 0;
    }
}
