package org.onemap.road;

import org.locationtech.jts.geom.Point;

/**
 * A place where segments meet or end. Immutable.
 *
 * @param code county code, {@code J}, five digits
 * @param place EPSG:4490
 * @param kind what it is
 * @param degree how many segment ends meet
 */
public record RoadNode(String code, Point place, Kind kind, int degree) {

    /** What a node is. */
    public enum Kind {
        /** Three or more segment ends meet, or two roads cross. */
        INTERSECTION("交叉口"),
        /** The road changes its name, number or class. */
        CHANGE("变更点"),
        /** The road ends. */
        END("尽头");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In Chinese. */
        public String title() {
            return title;
        }
    }
}
