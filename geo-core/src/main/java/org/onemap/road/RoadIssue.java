package org.onemap.road;

import java.util.Optional;
import org.locationtech.jts.geom.Point;

/**
 * Something about the source or the net that people should know. Immutable.
 *
 * @param severity how grave
 * @param rule short stable name in kebab case, for instance {@code road-end-near-miss}
 * @param message one sentence that names the thing, the value and the way out
 * @param id of the centreline, code of the segment or block; empty for the net as a whole
 * @param where EPSG:4490, longitude first
 */
public record RoadIssue(Severity severity, String rule, String message, String id, Optional<Point> where) {

    /** How grave an issue is. */
    public enum Severity {
        /** The net is of no use: it is not to be stored. */
        ERROR,
        /** Something to mend at the source; the net stands without it. */
        WARNING,
        /** Worth knowing. */
        INFO
    }
}
