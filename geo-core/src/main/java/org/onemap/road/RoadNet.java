package org.onemap.road;

import java.util.List;
import org.onemap.crs.GaussKruger;

/**
 * The coded net of a district: segments, nodes, street blocks and which of the blocks are neighbours. Immutable.
 *
 * @param zone in which lengths and areas are
 * @param segments ascending by code
 * @param nodes ascending by code
 * @param blocks ascending by code
 * @param graph the neighbours; numbered as {@code blocks}
 * @param report what was met on the way
 */
public record RoadNet(
        GaussKruger zone,
        List<RoadSegment> segments,
        List<RoadNode> nodes,
        List<StreetBlock> blocks,
        BlockGraph graph,
        Report report) {

    public RoadNet {
        segments = List.copyOf(segments);
        nodes = List.copyOf(nodes);
        blocks = List.copyOf(blocks);
    }

    /**
     * What a build met.
     *
     * @param counts numbers
     * @param issues gravest first
     */
    public record Report(NetCounts counts, List<RoadIssue> issues) {

        public Report {
            issues = List.copyOf(issues);
        }

        /** Whether the net is of no use. */
        public boolean isRefused() {
            return issues.stream().anyMatch(issue -> issue.severity() == RoadIssue.Severity.ERROR);
        }
    }
}
