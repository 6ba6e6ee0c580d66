package org.onemap.ingest.read.charset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;

/**
 * Counts characters that nobody sees (direction marks, zero-width spaces, control characters), column by column. They
 * are kept, but names that differ by them look equal and are not. Confined to one thread.
 */
public final class InvisibleCharacters {

    private final List<String> columns;
    private final Map<Integer, Found> found = new TreeMap<>();

    /** @param columns names of the columns in their order */
    public InvisibleCharacters(List<String> columns) {
        this.columns = columns;
    }

    private static final class Found {
        private final long row;
        private final int character;
        private final String value;
        private long count;

        private Found(long row, int character, String value) {
            this.row = row;
            this.character = character;
            this.value = value;
        }
    }

    /** Looks at one value. */
    public void look(long row, int column, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 32 || c > 126) && isInvisible(c)) {
                found.computeIfAbsent(column, key -> new Found(row, c, value)).count++;
                return;
            }
        }
    }

    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || (type == Character.CONTROL && c != '\n' && c != '\r' && c != '\t');
    }

    /** Tells one warning for each column in which there were some, with the first place. */
    public void tell(String source, IssueSink issues) {
        found.forEach((column, first) -> issues.add(ImportIssue.warning(
                "invisible-character",
                Place.row(source, first.row).field(columns.get(column)),
                String.format(
                        Locale.ROOT,
                        "%d values of the column %s hold characters that nobody sees, first U+%04X in row %d (%s);"
                                + " they were kept",
                        first.count,
                        columns.get(column),
                        first.character,
                        first.row,
                        visible(first.value)))));
    }

    private static String visible(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().limit(40).forEach(c -> {
            if (isInvisible((char) c)) {
                text.append(String.format(Locale.ROOT, "<U+%04X>", c));
            } else {
                text.append((char) c);
            }
        });
        return text.toString();
    }
}
