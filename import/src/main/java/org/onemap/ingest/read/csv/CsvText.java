package org.onemap.ingest.read.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.charset.CharsetChoice;
import org.onemap.ingest.read.charset.CharsetChoice.Declared;
import org.onemap.ingest.read.charset.TextSample;

/**
 * A text file whose character set is settled. Immutable.
 *
 * @param file where it is
 * @param charset how it is written
 * @param mark length of its byte order mark
 */
record CsvText(Path file, Charset charset, int mark) {

    private static final int SAMPLE = 1 << 22;

    /** Settles the character set: the user's word, then the byte order mark, then zero bytes, then a guess. */
    static CsvText of(Path file, String displayName, Optional<Charset> option, IssueSink issues) {
        byte[] head = head(file);
        Optional<Charset> marked = marked(head);
        int mark = marked.map(charset -> charset.equals(StandardCharsets.UTF_8) ? 3 : 2)
                .orElse(0);
        if (option.isPresent()) {
            return new CsvText(file, option.get(), marked.equals(option) ? mark : 0);
        }
        Optional<Charset> known = marked.or(() -> wide(head));
        return known.isPresent()
                ? new CsvText(file, known.get(), mark)
                : new CsvText(
                        file, CharsetChoice.choose(Declared.onlyOption(option), sample(head), displayName, issues), 0);
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Optional<Charset> marked(byte[] head) {
        int first = head.length > 0 ? head[0] & 0xFF : -1;
        int second = head.length > 1 ? head[1] & 0xFF : -1;
        if (first == 0xFE && second == 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (first == 0xFF && second == 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        boolean utf8 = first == 0xEF && second == 0xBB && head.length > 2 && (head[2] & 0xFF) == 0xBF;
        return utf8 ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    /** UTF-16 without a mark: every second byte of ASCII is zero. */
    private static Optional<Charset> wide(byte[] head) {
        int looked = Math.min(head.length, 4096);
        int[] zeros = new int[2];
        for (int i = 0; i < looked; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (zeros[0] + zeros[1] < looked / 10 || zeros[0] + zeros[1] == 0) {
            return Optional.empty();
        }
        return Optional.of(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static TextSample sample(byte[] head) {
        TextSample sample = new TextSample();
        int start = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == '\n' || (i + 1 == head.length && head.length < SAMPLE)) {
                sample.add(head, start, i + 1 - start);
                start = i + 1;
            }
        }
        return sample;
    }

    /** Opens it behind the byte order mark; bytes that are no characters become U+FFFD. */
    Reader open() {
        try {
            InputStream in = Files.newInputStream(file);
            in.skipNBytes(mark);
            return new InputStreamReader(
                    in,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
