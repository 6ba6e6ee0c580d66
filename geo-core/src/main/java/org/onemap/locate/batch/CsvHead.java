package org.onemap.locate.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.InvalidInput;

/**
 * What the first row of a CSV tells: charset, delimiter, names of the columns. Immutable.
 *
 * @param charset of the names
 * @param delimiter what stands between cells
 * @param names the cells of the first row
 * @param start where the first row begins in the window, behind a byte order mark
 * @param contentEnd where its content ends
 * @param end where the second row begins
 */
public record CsvHead(Charset charset, char delimiter, List<String> names, int start, int contentEnd, int end) {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String DELIMITERS = ",;\t|";

    public CsvHead {
        names = List.copyOf(names);
    }

    /**
     * Looks at the first row that is not blank; the window stays where it is.
     *
     * @param charset the charset if it is known; else UTF-8 if the row can be that, else GB18030
     * @param delimiter the delimiter if it is known; else the most frequent of comma, semicolon, tab and bar
     * @return empty for an empty stream
     * @throws InvalidInput if the text is UTF-16
     */
    public static Optional<CsvHead> read(ByteWindow window, Optional<Charset> charset, Optional<Character> delimiter)
            throws IOException {
        int start = window.from() + ByteOrderMark.length(window, "UTF-8 or GBK");
        CsvRows rows = new CsvRows(delimiter.orElse(','));
        while (true) {
            boolean last = window.ended() || window.isFull();
            if (rows.scan(window.bytes(), start, window.limit(), last)) {
                if (rows.contentEnd() > start) {
                    return Optional.of(of(window.bytes(), start, rows, charset, delimiter));
                }
                start = rows.end();
            } else if (last) {
                return Optional.empty();
            } else {
                start -= window.from();
                window.more();
                start += window.from();
            }
        }
    }

    private static CsvHead of(
            byte[] bytes, int start, CsvRows rows, Optional<Charset> charset, Optional<Character> delimiter) {
        ByteBuffer content = ByteBuffer.wrap(bytes, start, rows.contentEnd() - start);
        Charset known = charset.orElseGet(() -> isUtf8(content.duplicate()) ? StandardCharsets.UTF_8 : CHINESE);
        String text = known.decode(content).toString();
        char between = delimiter.orElseGet(() -> delimiterOf(text));
        return new CsvHead(known, between, cells(text, between), start, rows.contentEnd(), rows.end());
    }

    private static boolean isUtf8(ByteBuffer content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(content);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static char delimiterOf(String text) {
        char best = ',';
        int most = 0;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            int count = cells(text, candidate).size();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** The cells of one row, without their quotes. */
    private static List<String> cells(String text, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (quoted || cell.toString().isBlank())) {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                quoted = !quoted || doubled;
                if (doubled) {
                    cell.append(text.charAt(++i));
                }
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** Whether the first row is a row of numbers, not of names. */
    public boolean isData() {
        return names.size() >= 2
                && names.stream().anyMatch(CsvHead::isDecimal)
                && names.stream().filter(CsvHead::isDecimal).count() >= 2;
    }

    private static boolean isDecimal(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return !Double.isNaN(Decimals.parse(bytes, 0, bytes.length));
    }
}
