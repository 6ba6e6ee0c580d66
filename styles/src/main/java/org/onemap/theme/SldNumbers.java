package org.onemap.theme;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How SLD writes levels and numbers. Stateless. */
final class SldNumbers {

    /** Scale of level 0 by the standard's pixel of 0.28 mm. */
    private static final double PIXEL_M = 0.00028;

    private SldNumbers() {}

    /** The scale denominator of a level, which may lie between two whole ones. */
    static String scale(double zoom) {
        return plain(ZoomRange.resolution(zoom) / PIXEL_M);
    }

    /** A number without a needless fraction. */
    static String plain(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /** A CSS colour as {@code #rrggbb}. */
    static String color(String css) {
        if (css.length() > 4) {
            return css.substring(0, 7);
        }
        StringBuilder full = new StringBuilder("#");
        for (char digit : css.substring(1).toCharArray()) {
            full.append(digit).append(digit);
        }
        return full.toString();
    }

    /** The opacity of a CSS colour, 0 to 1. */
    static double opacity(String css) {
        return css.length() == 9 ? Integer.parseInt(css.substring(7), 16) / 255.0 : 1;
    }
}
