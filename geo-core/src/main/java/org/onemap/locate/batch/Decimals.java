package org.onemap.locate.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers in bytes, read without a text object. The result is that of {@link Double#parseDouble}, bit for bit.
 *
 * <p>Up to 2<sup>53</sup> a digit string and a power of ten are both exact, so that one division rounds rightly (Clinger,
 * "How to read floating point numbers accurately", 1990). Up to 18 digits the quotient is taken with twice the precision
 * and only a result next to the middle of two doubles goes the slow way, as does everything longer or with an exponent.
 * Eight digits behind the point are read at once (Mula, "SIMD-inspired parsing of 8-digit numbers").
 */
public final class Decimals {

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };
    private static final long[] LONG_POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int EIGHT = 8;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long HIGH = 0xF0F0F0F0F0F0F0F0L;
    private static final long SIX = 0x0606060606060606L;
    private static final long FIRST_AND_FIFTH = 0x000000FF000000FFL;
    private static final int MOST_DIGITS = 18;
    private static final long EXACT = 1L << 53;
    private static final double NEAR_THE_MIDDLE = 1e-6;
    private static final int LONGEST = 1000;

    private Decimals() {}

    /**
     * Reads {@code [+-]digits[.digits][e[+-]digits]}, of which either group of digits may be missing, not both.
     *
     * @return the number; not a number if the bytes are anything else, {@code NaN} and {@code 0x1p3} included
     */
    public static double parse(byte[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (negative || (at < to && text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int start = at;
        for (; at < to && isDigit(text[at]); at++) {
            digits = 10 * digits + (text[at] - '0');
        }
        int count = at - start;
        int fraction = 0;
        if (at < to && text[at] == '.') {
            int point = ++at;
            if (at + EIGHT <= text.length) {
                long eight = (long) LONG.get(text, at);
                int known = Math.min(leadingDigits(eight), to - at);
                digits = digits * LONG_POWERS[known] + number(eight, known);
                at += known;
            }
            for (; at < to && isDigit(text[at]); at++) {
                digits = 10 * digits + (text[at] - '0');
            }
            fraction = at - point;
            count += fraction;
        }
        if (count == 0) {
            return Double.NaN;
        }
        if (at < to || count > MOST_DIGITS) {
            return slow(text, from, to);
        }
        double value = digits <= EXACT ? digits / POWERS[fraction] : quotient(digits, POWERS[fraction]);
        return Double.isNaN(value) ? slow(text, from, to) : negative ? -value : value;
    }

    /** How many of eight bytes are digits, from the first (lowest) one on. */
    private static int leadingDigits(long eight) {
        long others = ((eight & HIGH) ^ ZEROS) | (((eight + SIX) & HIGH) ^ ZEROS);
        return Long.numberOfTrailingZeros(others) / EIGHT;
    }

    /** The number that the first so many bytes write, all at once: pairs, then fours, then eight digits. */
    private static long number(long eight, int digits) {
        if (digits == 0) {
            return 0;
        }
        long padded = (eight << (EIGHT * (EIGHT - digits))) | (digits == EIGHT ? 0 : ZEROS >>> (EIGHT * digits));
        long pairs = (padded - ZEROS) * 10 + ((padded - ZEROS) >>> 8);
        return ((pairs & FIRST_AND_FIFTH) * 0x000F424000000064L
                        + ((pairs >>> 16) & FIRST_AND_FIFTH) * 0x0000271000000001L)
                >>> 32;
    }

    /** The double next to digits / power; not a number where that cannot be told. */
    private static double quotient(long digits, double power) {
        double high = digits;
        double low = digits - (long) high;
        double first = high / power;
        double rest = (Math.fma(-first, power, high) + low) / power;
        double sum = first + rest;
        double miss = Math.abs(rest - (sum - first));
        double half = Math.ulp(sum) / 2;
        boolean doubtful = Math.abs(miss - half) < NEAR_THE_MIDDLE * half
                || Math.abs(miss - half / 2) < NEAR_THE_MIDDLE * half; // below a power of two doubles stand closer
        return doubtful ? Double.NaN : sum;
    }

    private static double slow(byte[] text, int from, int to) {
        return to - from <= LONGEST && isDecimal(text, from, to)
                ? Double.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1))
                : Double.NaN;
    }

    private static boolean isDecimal(byte[] text, int from, int to) {
        int at = afterSign(text, from, to);
        int whole = afterDigits(text, at, to);
        int count = whole - at;
        at = whole;
        if (at < to && text[at] == '.') {
            int end = afterDigits(text, at + 1, to);
            count += end - at - 1;
            at = end;
        }
        if (at < to && count > 0 && (text[at] == 'e' || text[at] == 'E')) {
            int exponent = afterSign(text, at + 1, to);
            at = afterDigits(text, exponent, to);
            count = at - exponent;
        }
        return at == to && count > 0;
    }

    private static int afterSign(byte[] text, int from, int to) {
        return from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
    }

    private static int afterDigits(byte[] text, int from, int to) {
        int at = from;
        while (at < to && isDigit(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
