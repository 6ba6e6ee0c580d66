package org.onemap.theme;

import java.util.List;

/**
 * Which features of a layer a rule draws. Immutable.
 *
 * @param kind how it is decided
 * @param fields the fields to look at; the first that has a value counts
 * @param firstDigit first digit of a code, counted from 1 ({@link Kind#DIGITS} only)
 * @param lastDigit last digit of a code ({@link Kind#DIGITS} only)
 * @param values the values that match
 */
public record Condition(Kind kind, List<String> fields, int firstDigit, int lastDigit, List<String> values) {

    /** How a condition decides. */
    public enum Kind {
        /** Every feature. */
        ALWAYS,
        /** The value of a field is one of the values. */
        VALUE,
        /** Digits of a 16-digit code, as a number, are one of the values: for instance the major class of a part. */
        DIGITS,
        /** No condition of an earlier rule of the layer with the same zoom levels holds. */
        OTHERWISE
    }

    /** Digits of a part code (GB/T 30428.2): 6 division, 2 major class, 8 others. */
    static final int CODE_LENGTH = 16;

    public Condition {
        fields = List.copyOf(fields);
        values = List.copyOf(values);
    }

    /** Every feature. */
    public static Condition always() {
        return new Condition(Kind.ALWAYS, List.of(), 0, 0, List.of());
    }

    /** What the earlier rules leave over. */
    public static Condition otherwise() {
        return new Condition(Kind.OTHERWISE, List.of(), 0, 0, List.of());
    }

    /** One of these values in the first of these fields that has a value. */
    public static Condition value(List<String> fields, List<String> values) {
        return new Condition(Kind.VALUE, fields, 0, 0, values);
    }

    /** One of these numbers in the digits of a code. */
    public static Condition digits(String field, int firstDigit, int lastDigit, List<String> values) {
        return new Condition(Kind.DIGITS, List.of(field), firstDigit, lastDigit, values);
    }
}
