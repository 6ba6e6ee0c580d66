package org.onemap.ingest.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onemap.InvalidInput;

/** WebMercatorQuad levels given as {@code 8-14} or {@code 12}. */
record SeedZooms(int first, int last) {

    private static final Pattern FORM = Pattern.compile("z?(\\d{1,2})(?:\\s*[-–:]\\s*z?(\\d{1,2}))?");
    private static final int HIGHEST = 24;

    static SeedZooms parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (first <= last && last <= HIGHEST) {
                return new SeedZooms(first, last);
            }
        }
        throw new InvalidInput("--seed " + text + " names no levels: give two from 0 to " + HIGHEST + ", as in 8-14");
    }
}
