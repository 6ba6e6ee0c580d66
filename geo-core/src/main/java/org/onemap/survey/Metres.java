package org.onemap.survey;

import java.util.Locale;

/** How lengths and shares are said. */
final class Metres {

    private Metres() {}

    static String say(double lengthM) {
        return lengthM < 100
                ? String.format(Locale.ROOT, "%.2f m", lengthM)
                : String.format(Locale.ROOT, "%,.0f m", lengthM);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
