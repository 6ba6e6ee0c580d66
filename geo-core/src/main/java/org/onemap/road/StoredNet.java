package org.onemap.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.onemap.crs.GaussKruger;
import org.onemap.feature.Feature;

/**
 * The net again from rows of the layers {@code road_segment}, {@code road_node} and {@code block}: what the next build needs to keep
 * codes, and the graph of the blocks for a planner. Confined to one thread.
 */
public final class StoredNet {

    private final List<StoredSegment> segments = new ArrayList<>();
    private final List<PriorNet.Node> nodes = new ArrayList<>();
    private final List<StreetBlock> blocks = new ArrayList<>();

    /** What of a segment's row counts here. */
    private record StoredSegment(PriorNet.Segment prior, RoadClass roadClass) {}

    /** An edge between two vertices, in whichever direction. */
    private record VertexPair(Coordinate low, Coordinate high) {

        static VertexPair of(Coordinate a, Coordinate b) {
            return a.compareTo(b) <= 0 ? new VertexPair(a, b) : new VertexPair(b, a);
        }
    }

    /** Takes a row of {@code road_segment}; one without code or line is passed over. */
    public void addSegment(Feature feature) {
        Optional<Geometry> first = first(feature);
        if (feature.code().isPresent() && first.isPresent() && first.get() instanceof LineString line) {
            List<RoadSegment.Origin> origins = Origins.parse(text(feature, "origins"));
            RoadClass roadClass =
                    RoadLayers.roadClass(text(feature, "road_class")).orElse(RoadClass.LOCAL);
            segments.add(new StoredSegment(new PriorNet.Segment(feature.code().get(), line, origins), roadClass));
        }
    }

    /** Takes a row of {@code road_node}. */
    public void addNode(Feature feature) {
        Optional<Geometry> first = first(feature);
        if (feature.code().isPresent() && first.isPresent() && first.get() instanceof Point place) {
            nodes.add(new PriorNet.Node(feature.code().get(), place));
        }
    }

    /** Takes a row of {@code block}. */
    public void addBlock(Feature feature) {
        Optional<Geometry> first = first(feature);
        if (feature.code().isPresent() && first.isPresent() && first.get() instanceof Polygon polygon) {
            String bounding = text(feature, "segments");
            blocks.add(new StreetBlock(
                    feature.code().get(),
                    polygon,
                    number(feature, "area_m2"),
                    number(feature, "perimeter_m"),
                    bounding.isEmpty() ? List.of() : List.of(bounding.split(",", -1))));
        }
    }

    private static Optional<Geometry> first(Feature feature) {
        return feature.geometry().filter(geometry -> !geometry.isEmpty()).map(geometry -> geometry.getGeometryN(0));
    }

    private static String text(Feature feature, String field) {
        return feature.content().value(field).map(Object::toString).orElse("");
    }

    private static double number(Feature feature, String field) {
        return feature.content()
                .value(field)
                .map(value -> ((Number) value).doubleValue())
                .orElse(0.0);
    }

    /** What the next build takes its codes from. */
    public PriorNet prior(Set<String> given) {
        return new PriorNet(
                segments.stream().map(StoredSegment::prior).toList(),
                nodes,
                blocks.stream()
                        .map(block -> new PriorNet.Block(block.code(), block.polygon()))
                        .toList(),
                given);
    }

    /**
     * The blocks and which of them are neighbours along which segments. Edges are recognised by their vertices, which
     * neighbours share to the last bit; an edge that no segment runs along belongs to the outline.
     */
    public BlockGraph graph() {
        Map<VertexPair, StoredSegment> roads = new HashMap<>();
        for (StoredSegment segment : segments) {
            Coordinate[] line = segment.prior().line().getCoordinates();
            for (int i = 0; i + 1 < line.length; i++) {
                roads.merge(
                        VertexPair.of(line[i], line[i + 1]),
                        segment,
                        (a, b) -> a.roadClass().compareTo(b.roadClass()) <= 0 ? a : b);
            }
        }
        BlockGraph.Builder builder = BlockGraph.builder(blocks);
        Map<VertexPair, Integer> open = new HashMap<>();
        for (int block = 0; block < blocks.size(); block++) {
            for (Object ring :
                    LinearComponentExtracter.getLines(blocks.get(block).polygon())) {
                Coordinate[] vertices = ((LineString) ring).getCoordinates();
                for (int i = 0; i + 1 < vertices.length; i++) {
                    VertexPair edge = VertexPair.of(vertices[i], vertices[i + 1]);
                    Integer other = open.remove(edge);
                    if (other == null) {
                        open.put(edge, block);
                    } else if (other != block) {
                        builder.between(other, block, piece(edge, roads));
                    }
                }
            }
        }
        open.forEach((edge, block) -> builder.outside(block, lengthM(edge)));
        return builder.build();
    }

    private static BlockGraph.Piece piece(VertexPair edge, Map<VertexPair, StoredSegment> roads) {
        StoredSegment segment = roads.get(edge);
        return segment == null
                ? new BlockGraph.Piece("", RoadClass.OUTLINE, lengthM(edge))
                : new BlockGraph.Piece(segment.prior().code(), segment.roadClass(), lengthM(edge));
    }

    private static double lengthM(VertexPair edge) {
        GaussKruger zone = GaussKruger.fitting(edge.low().x);
        var from = zone.project(new org.onemap.crs.Cgcs2000(edge.low().x, edge.low().y));
        return from.distance(zone.project(new org.onemap.crs.Cgcs2000(edge.high().x, edge.high().y)));
    }
}
