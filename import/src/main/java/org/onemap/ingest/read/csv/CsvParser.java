package org.onemap.ingest.read.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onemap.CorruptData;

/** Takes a text apart into records and cells, as RFC 4180 describes them. Confined to one thread. */
final class CsvParser implements Closeable {

    private static final int LONGEST_RECORD = 1 << 24;

    private final Reader text;
    private final char delimiter;
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int filled;
    private long line = 1;
    private final StringBuilder cell = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private boolean quoted;
    private long startLine;
    private @Nullable String fault;
    private int length;

    CsvParser(Reader text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** The cells of the next record that is not a blank line; null after the last one. */
    @Nullable
    List<String> next() {
        try {
            while (true) {
                List<String> record = record();
                if (record == null || record.size() > 1 || !record.get(0).isEmpty()) {
                    return record;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the text behind line " + line, e);
        }
    }

    /** Line on which the record given last begins, from 1. */
    long startLine() {
        return startLine;
    }

    /** What is wrong with the quotes of the record given last; null for nothing. */
    @Nullable
    String fault() {
        return fault;
    }

    private @Nullable List<String> record() throws IOException {
        cells.clear();
        fault = null;
        startLine = line;
        length = 0;
        int c = read();
        if (c < 0) {
            return null;
        }
        while (true) {
            c = cell(c);
            if (c != delimiter) {
                break;
            }
            c = read();
        }
        return new ArrayList<>(cells);
    }

    /** Reads a cell from its first character on; gives the character that ended it. */
    private int cell(int first) throws IOException {
        cell.setLength(0);
        quoted = false;
        int c = first;
        while (c == ' ' && delimiter != ' ') {
            cell.append(' ');
            c = read();
        }
        if (c == '"') {
            cell.setLength(0);
            quoted = true;
            c = quotedText();
        }
        while (c >= 0 && c != delimiter && c != '\n') {
            if (quoted && c > ' ') {
                fault = "text follows the closing quote of a cell";
            }
            append((char) c);
            c = read();
        }
        cells.add(quoted ? stripEnd(cell) : cell.toString().strip());
        return c;
    }

    /** Blanks between a closing quote and the delimiter are none of the cell's. */
    private String stripEnd(StringBuilder quotedCell) {
        int end = quotedCell.length();
        while (end > closedAt && quotedCell.charAt(end - 1) == ' ') {
            end--;
        }
        return quotedCell.substring(0, end);
    }

    private int closedAt;

    private int quotedText() throws IOException {
        int c = read();
        while (c >= 0) {
            if (c == '"') {
                c = read();
                if (c != '"') {
                    closedAt = cell.length();
                    return c;
                }
            }
            append((char) c);
            c = read();
        }
        closedAt = cell.length();
        fault = "a quote is opened and never closed";
        return -1;
    }

    private void append(char c) {
        if (++length > LONGEST_RECORD) {
            throw new CorruptData("the record that begins on line " + startLine + " is longer than " + LONGEST_RECORD
                    + " characters: a quote is probably not closed");
        }
        cell.append(c);
    }

    /** The next character; a line feed for each kind of line end; −1 at the end of the text. */
    private int read() throws IOException {
        int c = raw();
        if (c == '\r') {
            if (peek() == '\n') {
                raw();
            }
            c = '\n';
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int raw() throws IOException {
        return fill() ? buffer[at++] : -1;
    }

    private int peek() throws IOException {
        return fill() ? buffer[at] : -1;
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        at = 0;
        filled = Math.max(0, text.read(buffer));
        return filled > 0;
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the text", e);
        }
    }
}
