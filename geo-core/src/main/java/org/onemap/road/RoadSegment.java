package org.onemap.road;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.LineString;

/**
 * A piece of road between two nodes. Immutable, but for the geometry, which nobody changes.
 *
 * @param code road code and three digits
 * @param road the road it is a part of
 * @param kind class and level there
 * @param course where it runs
 * @param origins the retired segments that it came from when the net was built anew; empty for a segment that was always so
 */
public record RoadSegment(String code, Road road, Kind kind, Course course, List<Origin> origins) {

    public RoadSegment {
        origins = List.copyOf(origins);
    }

    /** EPSG:4490, from west to east or from north to south as its road runs. */
    public LineString line() {
        return course.line();
    }

    /** Length in metres. */
    public double lengthM() {
        return course.toM() - course.fromM();
    }

    /**
     * What it is.
     *
     * @param roadClass its class
     * @param level the level farthest from the ground on its way; 0 on the ground
     * @param sources ids of the source rows along it, ascending
     */
    public record Kind(RoadClass roadClass, int level, List<String> sources) {

        public Kind {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Where it runs.
     *
     * @param line EPSG:4490
     * @param fromM measure along the road where it begins: the metres of all its segments before this one, as they are numbered at
     *     first coding (W → E, N → S)
     * @param toM measure where it ends
     * @param nodes where it begins and ends
     * @param sides the blocks beside it
     */
    public record Course(LineString line, double fromM, double toM, Nodes nodes, Sides sides) {}

    /**
     * Codes of the two nodes; the same one for a loop.
     *
     * @param from where the line begins
     * @param to where it ends
     */
    public record Nodes(String from, String to) {}

    /**
     * Codes of the blocks to the left and right in the direction of the line; empty outside the net; the same block on both sides
     * of a dead end.
     *
     * @param left block
     * @param right block
     */
    public record Sides(Optional<String> left, Optional<String> right) {}

    /**
     * A stretch of a retired segment.
     *
     * @param code of the retired segment
     * @param fromM metres from its beginning
     * @param toM metres from its beginning, larger than {@code fromM}
     */
    public record Origin(String code, double fromM, double toM) {}
}
