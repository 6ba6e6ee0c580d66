package org.onemap.road;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * What a new net takes its codes from: the net as it was, and every code that was ever given. Immutable.
 *
 * @param segments as they were
 * @param nodes as they were
 * @param blocks as they were
 * @param given codes of segments, nodes and blocks that were given at any time: they are never given again
 */
public record PriorNet(List<Segment> segments, List<Node> nodes, List<Block> blocks, Set<String> given) {

    /** Nothing: the first coding. */
    public static final PriorNet NONE = new PriorNet(List.of(), List.of(), List.of(), Set.of());

    public PriorNet {
        segments = List.copyOf(segments);
        nodes = List.copyOf(nodes);
        blocks = List.copyOf(blocks);
        given = Set.copyOf(given);
    }

    /** The net that was built before, with the codes given until then. */
    public static PriorNet of(RoadNet net, Set<String> given) {
        return new PriorNet(
                net.segments().stream()
                        .map(one -> new Segment(one.code(), one.line(), one.origins()))
                        .toList(),
                net.nodes().stream()
                        .map(one -> new Node(one.code(), one.place()))
                        .toList(),
                net.blocks().stream()
                        .map(one -> new Block(one.code(), one.polygon()))
                        .toList(),
                given);
    }

    /**
     * A segment.
     *
     * @param code its code
     * @param line EPSG:4490
     * @param origins where it came from
     */
    public record Segment(String code, LineString line, List<RoadSegment.Origin> origins) {}

    /**
     * A node.
     *
     * @param code its code
     * @param place EPSG:4490
     */
    public record Node(String code, Point place) {}

    /**
     * A block.
     *
     * @param code its code
     * @param polygon EPSG:4490
     */
    public record Block(String code, Polygon polygon) {}
}
