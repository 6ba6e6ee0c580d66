package org.onemap.ingest.read.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Whether a decimal text may become a double.
 *
 * <p>It may if printing the double with the same digits gives the same text: then the text is the print of a double, as
 * all GIS write them ({@code 113.832769999999996} is 113.83277), and nothing is lost. So it is with the 17 digits and
 * zeros behind them that older C libraries of Windows print.
 */
public final class Decimals {

    private static final int DIGITS_OF_DOUBLE = 17;
    private static final int ALWAYS_EXACT = 15;

    private Decimals() {}

    /** Whether the double, printed with as many digits as the text has, gives the text. */
    public static boolean isPrintOf(double value, BigDecimal text) {
        if (!Double.isFinite(value)) {
            return false;
        }
        if (text.signum() == 0 || (text.precision() <= ALWAYS_EXACT && Math.abs(value) > Double.MIN_NORMAL)) {
            return true;
        }
        return rounded(value, text.precision()).compareTo(text) == 0
                || (text.precision() > DIGITS_OF_DOUBLE
                        && rounded(value, DIGITS_OF_DOUBLE).compareTo(text) == 0);
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }
}
