package org.onemap.road;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;

/** The net as rows of the layers {@code road_segment}, {@code road_node} and {@code block}. */
public final class RoadLayers {

    /** Segments, lines. */
    public static final Layer SEGMENT = layer(
            "road_segment",
            Field.of("road_code", FieldType.TEXT),
            Field.of("road_class", FieldType.TEXT),
            Field.of("level", FieldType.INTEGER),
            Field.of("from_node", FieldType.TEXT),
            Field.of("to_node", FieldType.TEXT),
            Field.of("from_m", FieldType.REAL),
            Field.of("to_m", FieldType.REAL),
            Field.of("left_block", FieldType.TEXT),
            Field.of("right_block", FieldType.TEXT),
            Field.of("sources", FieldType.TEXT),
            Field.of("origins", FieldType.TEXT));

    /** Intersections and ends, points. */
    public static final Layer NODE =
            layer("road_node", Field.of("kind", FieldType.TEXT), Field.of("degree", FieldType.INTEGER));

    /** Street blocks, polygons. */
    public static final Layer BLOCK = layer(
            "block",
            Field.of("area_m2", FieldType.REAL),
            Field.of("perimeter_m", FieldType.REAL),
            Field.of("segments", FieldType.TEXT));

    private RoadLayers() {}

    private static Layer layer(String name, Field... fields) {
        return StandardLayers.find(name).orElseThrow().toBuilder()
                .schema(Schema.of(List.of(fields)))
                .build();
    }

    /** A segment as a row; its class is the Chinese one. */
    public static Content row(RoadSegment segment) {
        RoadSegment.Course course = segment.course();
        Content.Builder row = start(SEGMENT, segment.code(), segment.line())
                .value(0, segment.road().code())
                .value(1, segment.kind().roadClass().title())
                .value(2, (long) segment.kind().level())
                .value(3, course.nodes().from())
                .value(4, course.nodes().to())
                .value(5, rounded(course.fromM()))
                .value(6, rounded(course.toM()))
                .value(9, String.join(",", segment.kind().sources()));
        course.sides().left().ifPresent(block -> row.value(7, block));
        course.sides().right().ifPresent(block -> row.value(8, block));
        if (!segment.origins().isEmpty()) {
            row.value(10, Origins.text(segment.origins()));
        }
        return segment.road().name().isEmpty()
                ? row.build()
                : row.name(segment.road().name()).build();
    }

    /** A node as a row; its kind is the Chinese one. */
    public static Content row(RoadNode node) {
        return start(NODE, node.code(), node.place())
                .value(0, node.kind().title())
                .value(1, (long) node.degree())
                .build();
    }

    /** A block as a row. */
    public static Content row(StreetBlock block) {
        return start(BLOCK, block.code(), block.polygon())
                .value(0, rounded(block.areaM2()))
                .value(1, rounded(block.perimeterM()))
                .value(2, block.segments().stream().collect(Collectors.joining(",")))
                .build();
    }

    private static Content.Builder start(Layer layer, String code, Geometry geometry) {
        return Content.builder(layer.schema()).code(code).geometry(geometry);
    }

    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }

    /** The class of this Chinese title. */
    public static Optional<RoadClass> roadClass(String title) {
        for (RoadClass roadClass : RoadClass.values()) {
            if (roadClass.title().equals(title)) {
                return Optional.of(roadClass);
            }
        }
        return Optional.empty();
    }
}
