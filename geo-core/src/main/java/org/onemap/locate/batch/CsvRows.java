package org.onemap.locate.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds the rows of a CSV (RFC 4180) in bytes, and in them the few cells that are wanted. A quote opens a cell only at its
 * beginning; a row ends with CR LF, LF or CR. Bytes above 127 are passed over, so every charset will do whose further
 * bytes are none of the delimiter, the quote and the line ends: UTF-8, GBK, GB18030, Big5. Confined to one thread.
 */
public final class CsvRows {

    /** A quoted cell that is longer was not closed. */
    private static final int LONGEST_QUOTED = 1 << 20;

    private static final int NOT_THERE = -1;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LINE_FEEDS = ONES * '\n';
    private static final long RETURNS = ONES * '\r';

    private final byte delimiter;
    private final long delimiters;
    private final int[] slotOfColumn;
    private final int[] starts;
    private final int[] ends;
    private int cells;
    private int contentEnd;
    private int end;
    private boolean quoteOpen;

    /**
     * Looks for these columns.
     *
     * @param delimiter what stands between cells
     * @param columns their numbers from 0; a slot whose column is −1 stays empty
     */
    public CsvRows(char delimiter, int... columns) {
        this.delimiter = (byte) delimiter;
        this.delimiters = ONES * delimiter; // ASCII, so that the product is eight of them
        this.starts = new int[columns.length];
        this.ends = new int[columns.length];
        int last = Arrays.stream(columns).max().orElse(NOT_THERE);
        this.slotOfColumn = new int[Math.max(0, last + 1)];
        Arrays.fill(slotOfColumn, NOT_THERE);
        for (int slot = 0; slot < columns.length; slot++) {
            if (columns[slot] >= 0) {
                slotOfColumn[columns[slot]] = slot;
            }
        }
    }

    /**
     * Looks at the row that begins here.
     *
     * @param limit where the bytes end
     * @param last whether no bytes follow; then what is there is the row
     * @return false if its end is not in sight: call again with more bytes
     */
    public boolean scan(byte[] bytes, int from, int limit, boolean last) {
        quoteOpen = false;
        if (scan(bytes, from, limit)) {
            return true;
        }
        if (quoteOpen && (last || limit - from > LONGEST_QUOTED)) {
            return scanLine(bytes, from, limit);
        }
        return last && limit > from;
    }

    /** Whether the row has an end; if not, everything up to the limit is its content. */
    private boolean scan(byte[] bytes, int from, int limit) {
        Arrays.fill(starts, NOT_THERE);
        cells = 0;
        int at = from;
        while (true) {
            at = cell(bytes, at, limit);
            if (at >= limit) {
                contentEnd = limit;
                end = limit;
                return false;
            }
            if (bytes[at] != delimiter) {
                return lineBreak(bytes, at, limit);
            }
            at++;
        }
    }

    /** Passes over a cell; where its delimiter or line break stands. */
    private int cell(byte[] bytes, int from, int limit) {
        int slot = cells < slotOfColumn.length ? slotOfColumn[cells] : NOT_THERE;
        cells++;
        int at = from;
        while (at < limit && bytes[at] == ' ') {
            at++;
        }
        int start = at;
        int close = NOT_THERE;
        if (at < limit && bytes[at] == '"') {
            start = at + 1;
            close = closingQuote(bytes, start, limit);
            if (close < 0) {
                quoteOpen = true;
                return limit;
            }
            at = close + 1;
        }
        at = endOfCell(bytes, at, limit);
        if (slot >= 0) {
            starts[slot] = start;
            ends[slot] = close < 0 ? withoutBlanks(bytes, start, at) : close;
        }
        return at;
    }

    /** Where the next delimiter or line break stands; eight bytes are looked at together (Mycroft's null byte test). */
    private int endOfCell(byte[] bytes, int from, int limit) {
        int at = from;
        for (; at <= limit - Long.BYTES; at += Long.BYTES) {
            long eight = (long) LONG.get(bytes, at);
            long found = zeros(eight ^ delimiters) | zeros(eight ^ LINE_FEEDS) | zeros(eight ^ RETURNS);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        byte b;
        while (at < limit && (b = bytes[at]) != delimiter && b != '\n' && b != '\r') {
            at++;
        }
        return at;
    }

    /** Marks the zero bytes; above the lowest of them others may be marked as well. */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & (ONES << 7);
    }

    private static int closingQuote(byte[] bytes, int from, int limit) {
        for (int at = from; at < limit; at++) {
            if (bytes[at] == '"') {
                if (at + 1 == limit || bytes[at + 1] != '"') {
                    return at;
                }
                at++;
            }
        }
        return NOT_THERE;
    }

    private static int withoutBlanks(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
            end--;
        }
        return end;
    }

    private boolean lineBreak(byte[] bytes, int at, int limit) {
        contentEnd = at;
        end = at + 1;
        if (bytes[at] == '\r') {
            if (end == limit) {
                return false; // a line feed may follow
            }
            end += bytes[end] == '\n' ? 1 : 0;
        }
        return true;
    }

    /** A quote without an end would take the rest of the file with it: the row is the line on which it stands. */
    private boolean scanLine(byte[] bytes, int from, int limit) {
        Arrays.fill(starts, NOT_THERE);
        quoteOpen = true;
        int at = from;
        while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        contentEnd = at;
        end = at;
        return at == limit || lineBreak(bytes, at, limit) || end == limit;
    }

    /** Where the row ends, behind its line break. */
    public int end() {
        return end;
    }

    /** Where its content ends, before the line break. */
    public int contentEnd() {
        return contentEnd;
    }

    /** How many cells it has. */
    public int cells() {
        return cells;
    }

    /** Whether a quote is opened and never closed; then the row is one line, and no cell of it is known. */
    public boolean isQuoteOpen() {
        return quoteOpen;
    }

    /** Whether the row has the cell of this slot. */
    public boolean has(int slot) {
        return starts[slot] >= 0;
    }

    /** Where the cell of a slot begins, blanks and quotes left out. */
    public int start(int slot) {
        return starts[slot];
    }

    /** Where the cell of a slot ends. */
    public int end(int slot) {
        return ends[slot];
    }
}
