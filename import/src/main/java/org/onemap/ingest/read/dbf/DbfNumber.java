package org.onemap.ingest.read.dbf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.onemap.ingest.read.value.Decimals;

/**
 * A number as it is written in a table, and what it can become without loss ({@link Decimals}).
 */
final class DbfNumber {

    /** What a text is. */
    enum Kind {
        /** Nothing: blank. */
        BLANK,
        /** An integer that a long holds. */
        INTEGER,
        /** A number that a double holds without loss. */
        REAL,
        /** A number that neither holds. */
        TOO_EXACT,
        /** Asterisks: it did not fit into the column when it was written. */
        OVERFLOW,
        /** "Not a number" or infinite, in one of its spellings. */
        NOT_A_NUMBER,
        /** Something else. */
        OTHER
    }

    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Kind kind = Kind.BLANK;
    private long integer;
    private double real;
    private boolean comma;

    /** Reads the number in these bytes. */
    Kind read(byte[] bytes, int offset, int length, int decimals) {
        int from = offset;
        int to = offset + length;
        while (from < to && (bytes[from] == ' ' || bytes[from] == 0 || bytes[from] == '\t')) {
            from++;
        }
        while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == 0)) {
            to--;
        }
        comma = false;
        kind = from == to ? Kind.BLANK : plain(bytes, from, to) ? kind : difficult(bytes, from, to, decimals);
        return kind;
    }

    /** The integer, after {@link Kind#INTEGER}. */
    long integer() {
        return integer;
    }

    /** The number, after {@link Kind#INTEGER} or {@link Kind#REAL}. */
    double real() {
        return real;
    }

    /** Whether a comma stood for the decimal point. */
    boolean hasComma() {
        return comma;
    }

    /** Up to 15 digits with or without a point: exact in both types, without making an object. */
    private boolean plain(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        int start = negative || bytes[from] == '+' ? from + 1 : from;
        if (to - start > 16 || start == to) {
            return false;
        }
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = start; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
                count++;
            } else if (bytes[i] == '.' && point < 0) {
                point = i;
            } else {
                return false;
            }
        }
        if (count == 0 || count > 15) {
            return false;
        }
        long signed = negative ? -digits : digits;
        if (point < 0) {
            integer = signed;
            real = signed;
            kind = Kind.INTEGER;
        } else {
            real = (negative ? -(double) digits : digits) / TENS[to - point - 1];
            kind = Kind.REAL;
        }
        return true;
    }

    private Kind difficult(byte[] bytes, int from, int to, int decimals) {
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (text.charAt(0) == '*') {
            return Kind.OVERFLOW;
        }
        int at = text.indexOf(',');
        if (at >= 0 && at == text.lastIndexOf(',') && text.indexOf('.') < 0 && text.length() - at - 1 == decimals) {
            comma = true;
            text = text.replace(',', '.');
        }
        BigDecimal exact = parse(text);
        if (exact == null) {
            return text.matches("(?i)[-+]?(nan.*|inf.*|1\\.?#.*)") ? Kind.NOT_A_NUMBER : Kind.OTHER;
        }
        if (exact.scale() <= 0 && text.matches("[-+]?\\d+")) {
            if (exact.toBigIntegerExact().bitLength() < 64) {
                integer = exact.longValueExact();
                real = integer;
                return Kind.INTEGER;
            }
            return Kind.TOO_EXACT;
        }
        real = exact.doubleValue();
        return Decimals.isPrintOf(real, exact) ? Kind.REAL : Kind.TOO_EXACT;
    }

    private static @Nullable BigDecimal parse(String text) {
        try {
            BigDecimal value = new BigDecimal(text.replace('D', 'E').replace('d', 'e'));
            return Math.abs((long) value.scale()) > 400 ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
