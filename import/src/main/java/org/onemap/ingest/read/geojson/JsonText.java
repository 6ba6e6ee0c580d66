package org.onemap.ingest.read.geojson;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.onemap.InvalidInput;

/** The text of a JSON file: UTF-8 unless the user says otherwise, without byte order mark and record separators. */
final class JsonText {

    private static final char RECORD_SEPARATOR = 0x1E;

    private JsonText() {}

    /** Opens the text; bytes that are not of its character set throw when they are reached. */
    static Reader open(Path file, String displayName, Optional<Charset> option) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        boolean done = false;
        try {
            in.mark(4);
            byte[] head = in.readNBytes(4);
            in.reset();
            if (option.isEmpty()) {
                refuseWide(head, displayName);
            }
            if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
                in.skipNBytes(3);
            }
            Charset charset = option.orElse(StandardCharsets.UTF_8);
            Reader text = new InputStreamReader(
                    in,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            done = true;
            return new WithoutSeparators(text);
        } finally {
            if (!done) {
                in.close();
            }
        }
    }

    private static void refuseWide(byte[] head, String displayName) {
        boolean zero = head.length == 4 && (head[0] == 0 || head[1] == 0 || head[2] == 0);
        if (zero || startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
            throw new InvalidInput(
                    displayName + " is not written in UTF-8, as GeoJSON has to be, but in UTF-16 or UTF-32:"
                            + " say it with --charset UTF-16");
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Blanks for record separators, which cannot be inside a JSON string as they are. */
    private static final class WithoutSeparators extends FilterReader {

        WithoutSeparators(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            return c == RECORD_SEPARATOR ? ' ' : c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            for (int i = offset; i < offset + read; i++) {
                if (buffer[i] == RECORD_SEPARATOR) {
                    buffer[i] = ' ';
                }
            }
            return read;
        }
    }
}
