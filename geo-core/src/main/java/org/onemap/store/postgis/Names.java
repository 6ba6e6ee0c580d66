package org.onemap.store.postgis;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Names as PostgreSQL can take them: at most 63 bytes, which are 21 Chinese characters, and no column named like one of
 * its own. A name that does not fit is cut and ends with a hash of the whole. Stateless.
 */
final class Names {

    private static final int BYTES = 63;
    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    private Names() {}

    static String table(String wanted) {
        return fit(wanted);
    }

    static String column(String field) {
        return SYSTEM_COLUMNS.contains(field.toLowerCase(Locale.ROOT)) ? field + "_" : fit(field);
    }

    private static String fit(String wanted) {
        if (bytes(wanted) <= BYTES) {
            return wanted;
        }
        String tail = "~" + Integer.toHexString(wanted.hashCode());
        int end = wanted.length();
        while (bytes(wanted.substring(0, end)) + tail.length() > BYTES) {
            end = wanted.offsetByCodePoints(end, -1);
        }
        return wanted.substring(0, end) + tail;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
