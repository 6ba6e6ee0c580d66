package org.onemap.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Origins of a segment as a text: {@code 410172B0002001 0.00-50.00; 410172B0002002 0.00-12.50}. */
final class Origins {

    private static final Pattern ONE = Pattern.compile("([0-9A-Z]{14}) ([0-9.]+)-([0-9.]+)");

    private Origins() {}

    static String text(List<RoadSegment.Origin> origins) {
        return origins.stream()
                .map(origin -> String.format(Locale.ROOT, "%s %.2f-%.2f", origin.code(), origin.fromM(), origin.toM()))
                .collect(Collectors.joining("; "));
    }

    static List<RoadSegment.Origin> parse(String text) {
        List<RoadSegment.Origin> origins = new ArrayList<>();
        Matcher matcher = ONE.matcher(text);
        while (matcher.find()) {
            origins.add(new RoadSegment.Origin(
                    matcher.group(1), Double.parseDouble(matcher.group(2)), Double.parseDouble(matcher.group(3))));
        }
        return origins;
    }
}
