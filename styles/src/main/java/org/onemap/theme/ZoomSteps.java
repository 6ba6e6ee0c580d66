package org.onemap.theme;

import java.util.ArrayList;
import java.util.List;

/** Cuts the levels of a rule where a style language has no numbers that grow with the level. Stateless. */
final class ZoomSteps {

    private ZoomSteps() {}

    /** The fewest ranges, ascending, in each of which all values stay the same at whole levels. */
    static List<ZoomRange> of(ZoomRange range, List<ByZoom> values) {
        List<ZoomRange> steps = new ArrayList<>();
        int first = range.min();
        for (int zoom = range.min(); zoom < range.max(); zoom++) {
            int here = zoom;
            if (values.stream().anyMatch(value -> value.at(here) != value.at(here + 1))) {
                steps.add(new ZoomRange(first, here));
                first = here + 1;
            }
        }
        steps.add(new ZoomRange(first, range.max()));
        return steps;
    }
}
