package org.onemap.ingest.read.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.FieldType;

/**
 * The narrowest type that holds all values of a column without loss, found by showing it each value. Confined to one
 * thread.
 *
 * <p>Texts count as numbers only if the number prints back identically: {@code 0371} and {@code +5} stay text, and so do
 * integers of more than 18 digits.
 */
public final class ColumnType {

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private boolean integer;
    private boolean bigInteger;
    private boolean real;
    private boolean truth;
    private boolean date;
    private boolean text;

    /** Shows it a number as it is written. */
    public void number(String written) {
        if (isInteger(written)) {
            integer = true;
            bigInteger |= Math.abs(Long.parseLong(written)) > EXACT_IN_DOUBLE;
        } else if (parseReal(written) != null) {
            real = true;
        } else {
            text = true;
        }
    }

    /** Shows it a truth value. */
    public void truth() {
        truth = true;
    }

    /** Shows it a value that can only be text. */
    public void text() {
        text = true;
    }

    /** Shows it a text that may be a number, a truth value or a date; not an empty one. */
    public void guess(String written) {
        char first = written.charAt(0);
        if (first == '-' || (first >= '0' && first <= '9')) {
            if (isDate(written)) {
                date = true;
            } else if (isInteger(written) || isPlainDecimal(written)) {
                number(written);
            } else {
                text = true;
            }
        } else if (written.equals("true") || written.equals("false")) {
            truth = true;
        } else {
            text = true;
        }
    }

    /** The type; TEXT for a column without values. */
    public FieldType type() {
        int families = (integer || real ? 1 : 0) + (truth ? 1 : 0) + (date ? 1 : 0);
        if (text || families != 1) {
            return FieldType.TEXT;
        }
        if (truth) {
            return FieldType.BOOLEAN;
        }
        if (date) {
            return FieldType.DATE;
        }
        if (!real) {
            return FieldType.INTEGER;
        }
        return bigInteger ? FieldType.TEXT : FieldType.REAL;
    }

    /** Whether an integer of at most 18 digits is written as Java prints it. */
    public static boolean isInteger(String written) {
        int start = written.startsWith("-") ? 1 : 0;
        int digits = written.length() - start;
        if (digits < 1 || digits > 18 || (written.charAt(start) == '0' && written.length() > 1)) {
            return false;
        }
        for (int i = start; i < written.length(); i++) {
            if (written.charAt(i) < '0' || written.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether this is a decimal without needless zeros in front, without sign plus and without exponent. */
    private static boolean isPlainDecimal(String written) {
        int start = written.startsWith("-") ? 1 : 0;
        int point = written.indexOf('.');
        if (point <= start || point == written.length() - 1 || (written.charAt(start) == '0' && point != start + 1)) {
            return false;
        }
        for (int i = start; i < written.length(); i++) {
            if (i != point && (written.charAt(i) < '0' || written.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDate(String written) {
        return written.length() == 10
                && written.charAt(4) == '-'
                && written.charAt(7) == '-'
                && Values.parseDate(written) != null;
    }

    /** The double that a number stands for without loss; null if there is none. */
    static @Nullable Double parseReal(String written) {
        if (written.length() > 400) {
            return null;
        }
        try {
            double value = Double.parseDouble(written);
            boolean exact = (written.length() <= 15 && Math.abs(value) > 1e-300 && Double.isFinite(value))
                    || Decimals.isPrintOf(value, new BigDecimal(written));
            return exact ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
