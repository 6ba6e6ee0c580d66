package org.onemap.ingest.read.archive;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.onemap.ingest.read.charset.CharsetDetector;
import org.onemap.ingest.read.charset.StrictDecoder;
import org.onemap.ingest.read.charset.StrictDecoder.Outcome;
import org.onemap.ingest.read.charset.TextSample;

/**
 * Names of archive members. Zip marks UTF-8 names, but macOS writes them unmarked, and Chinese Windows writes GBK
 * unmarked.
 */
final class MemberNames {

    private MemberNames() {}

    /**
     * The name as people see it.
     *
     * @param raw with a character for each byte if the name was not marked as UTF-8
     */
    static String decode(String raw) {
        if (raw.chars().allMatch(c -> c < 128) || raw.chars().anyMatch(c -> c > 255)) {
            return raw;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        TextSample sample = new TextSample();
        sample.add(bytes, 0, bytes.length);
        Charset charset = CharsetDetector.guess(sample).charset();
        StrictDecoder decoder = new StrictDecoder(charset);
        String decoded = decoder.decode(bytes, 0, bytes.length);
        return decoder.outcome() == Outcome.WHOLE ? decoded : raw;
    }

    /** A file name that every file system takes. */
    static String safe(String name) {
        return name.replaceAll("[\\x00-\\x1F:*?\"<>|\\uFFFD]", "_");
    }
}
