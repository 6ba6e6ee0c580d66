package org.onemap.api.plans;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;
import org.onemap.division.border.Border;
import org.onemap.division.border.Borders;
import org.onemap.division.border.FollowedLines;
import org.onemap.division.border.FollowedLines.Stretch;
import org.onemap.division.plan.PlanFigureRows.Stage;
import org.onemap.division.plan.PlanRules;
import org.onemap.feature.Feature;
import org.onemap.feature.FieldNames;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.road.RoadClass;
import org.onemap.road.RoadLayers;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/**
 * Finds the boundaries of a plan and what explains them. Geometry decides: two divisions have a boundary where their areas share
 * an edge, and it follows the road segment on the same ground. So edits are explained like plans, and today's divisions too.
 * Confined to the thread of its view.
 */
final class BoundaryReading {

    /** Some hundred bytes each; a city of 20,000 grids stays below. */
    private static final int MOST_EDGES = 4_000_000;

    private static final Principal ALL = Principal.anonymous();

    private final ReadView view;
    private final PlanRows rows;
    private final List<Envelope> boxes;

    /**
     * Reads the boundaries.
     *
     * @param boxes only of divisions that meet one of these; none for all
     */
    BoundaryReading(ReadView view, PlanRows rows, List<Envelope> boxes) {
        this.view = view;
        this.rows = rows;
        this.boxes = boxes;
    }

    /**
     * A road that a boundary follows.
     *
     * @param code its code; empty text for none
     * @param name its name; empty text for none
     * @param roadClass its class, in Chinese; empty text for none
     */
    record Road(String code, String name, String roadClass) {}

    /**
     * A stretch and its explanation.
     *
     * @param stretch where it is
     * @param level the highest level that it parts
     * @param road what it follows
     * @param why a sentence for people, in Chinese
     */
    record Explained(Stretch stretch, Layer level, Optional<Road> road, String why) {}

    /**
     * All stretches, ascending by the codes of their divisions.
     *
     * @throws InvalidInput if there are more than the memory of a request may hold
     */
    List<Explained> read(Stage stage) throws IOException {
        List<Layer> levels = rows.levels();
        Layer lowest = rows.level(Optional.empty());
        Map<String, Map<String, String>> parents = new HashMap<>();
        Borders borders = new Borders();
        Envelope all = new Envelope();
        for (Layer level : levels) {
            Map<String, String> parentOf = new HashMap<>();
            parents.put(level.name(), parentOf);
            rows.forEach(stage, level, row -> {
                parentOf.put(row.id(level), row.parentCode().orElse(""));
                if (level.equals(lowest) && row.geometry().isPresent() && isWanted(row)) {
                    borders.add(row.id(level), row.geometry().get());
                    all.expandToInclude(row.geometry().get().getEnvelopeInternal());
                    requireFew(borders);
                }
            });
        }
        Map<String, Road> roads = new HashMap<>();
        FollowedLines lines = all.isNull() ? new FollowedLines() : lines(all, roads);
        List<Explained> explained = new ArrayList<>();
        for (Border border : borders.list()) {
            Layer level = highest(levels, parents, border);
            for (Stretch stretch : lines.follow(border)) {
                Optional<Road> road = stretch.line().map(roads::get);
                explained.add(new Explained(stretch, level, road, why(level, road)));
            }
        }
        return explained;
    }

    private boolean isWanted(Feature row) {
        Envelope box = row.geometry().orElseThrow().getEnvelopeInternal();
        return boxes.isEmpty() || boxes.stream().anyMatch(box::intersects);
    }

    private static void requireFew(Borders borders) {
        if (borders.size() > MOST_EDGES) {
            throw new InvalidInput("the boundaries of this plan have more than " + MOST_EDGES
                    + " edges; ask for a part with bbox=minLon,minLat,maxLon,maxLat");
        }
    }

    /** The coded segments, or in a store without a net the roads as they were imported. */
    private FollowedLines lines(Envelope box, Map<String, Road> roads) {
        FollowedLines lines = new FollowedLines();
        boolean net = view.layers(ALL).find(RoadLayers.SEGMENT.name()).isPresent();
        String name = net ? RoadLayers.SEGMENT.name() : "road";
        Optional<Layer> layer = view.layers(ALL).find(name);
        if (layer.isEmpty()) {
            return lines;
        }
        try (FeatureCursor cursor = view.query(ALL, FeatureQuery.of(name).within(box))) {
            while (cursor.hasNext()) {
                Feature row = cursor.next();
                String code = row.id(layer.get());
                row.geometry().ifPresent(line -> lines.add(code, line));
                roads.put(
                        code,
                        new Road(
                                net ? PlanRows.text(row.content(), "road_code") : code,
                                row.name().orElse(""),
                                net
                                        ? PlanRows.text(row.content(), "road_class")
                                        : FieldNames.ROAD_CLASS.text(row.content())));
            }
        }
        return lines;
    }

    /** The highest level on which the two sides are in different divisions. */
    private static Layer highest(List<Layer> levels, Map<String, Map<String, String>> parents, Border border) {
        int at = levels.size() - 1;
        String one = border.one();
        String other = border.other();
        while (at > 0) {
            Map<String, String> parentOf = parents.getOrDefault(levels.get(at).name(), Map.of());
            boolean above = levels.get(at)
                    .parentLayer()
                    .equals(Optional.of(levels.get(at - 1).name()));
            one = parentOf.getOrDefault(one, "");
            other = parentOf.getOrDefault(other, "");
            if (!above || one.equals(other)) {
                break;
            }
            at--;
        }
        return levels.get(at);
    }

    private static String why(Layer level, Optional<Road> road) {
        if (road.isEmpty()) {
            return level.title() + "界，此处没有已编码的道路、河流等实地界线，按街坊边界划定。";
        }
        String name = road.get().name().isEmpty() ? "" : road.get().name() + "，";
        Optional<RoadClass> roadClass = RoadLayers.roadClass(road.get().roadClass());
        String price = roadClass
                .map(known -> String.format(
                        java.util.Locale.ROOT,
                        "每米作界代价 %s（支路为 1）",
                        PlanRules.DEFAULT_PRICES
                                .getOrDefault(known, 1.0)
                                .toString()
                                .replaceAll("\\.0$", "")))
                .orElse("等级不明，作界代价按支路计");
        return level.title() + "界，沿" + name
                + (road.get().roadClass().isEmpty() ? "道路" : road.get().roadClass()) + "。"
                + roadClass.map(BoundaryReading::reason).orElse("") + price + "。";
    }

    private static String reason(RoadClass roadClass) {
        if (roadClass.isBarrier()) {
            return "属屏障界线，两侧往来少，优先作界：";
        }
        return switch (roadClass) {
            case ARTERIAL, COLLECTOR -> "干路界线清晰，优于支路：";
            case LANE, FOOTWAY -> "等级低，仅在均衡负荷所需时作界：";
            default -> "街坊边界，按均衡负荷选用：";
        };
    }
}
