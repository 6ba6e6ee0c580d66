package org.onemap.api.plans;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
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

    /** How many corners of divisions are looked at together: some hundred bytes each. */
    private static final int MOST_CORNERS = 1_000_000;

    /** So many divisions are looked at even for the smallest page; each is the lesser side of two stretches or more. */
    private static final int FEWEST = 64;

    /** About a metre: neighbours whose vertices are slightly off must be looked at too. */
    private static final double MARGIN_DEG = 1e-5;

    private static final Principal ALL = Principal.anonymous();

    private final ReadView view;
    private final PlanRows rows;
    private final List<Envelope> boxes;
    private final int mostCorners;
    private final Map<String, Map<String, String>> parents = new HashMap<>();
    private final NavigableMap<String, Extent> extents = new TreeMap<>();

    /**
     * Reads the boundaries.
     *
     * @param boxes only of divisions that meet one of these; none for all
     */
    BoundaryReading(ReadView view, PlanRows rows, List<Envelope> boxes) {
        this(view, rows, boxes, MOST_CORNERS);
    }

    BoundaryReading(ReadView view, PlanRows rows, List<Envelope> boxes, int mostCorners) {
        this.view = view;
        this.rows = rows;
        this.boxes = boxes;
        this.mostCorners = mostCorners;
    }

    /** How large a division is, and how much of it there is to hold. */
    private record Extent(Envelope box, int corners) {}

    /**
     * A place in the list of all stretches: those of the lesser of their two divisions, ascending by its code.
     *
     * @param division code of the lesser division with which a page begins
     * @param given how many stretches of it were given before
     */
    record Place(String division, int given) {

        /** The beginning of all. */
        static final Place START = new Place("", 0);

        /**
         * The place that a cursor names.
         *
         * @throws InvalidInput if it names none
         */
        static Place parse(String cursor) {
            int colon = cursor.lastIndexOf(':');
            String count = cursor.substring(colon + 1);
            if (colon < 1 || !count.matches("\\d{1,9}")) {
                throw new InvalidInput(
                        "cursor=" + cursor + " is no place in this list; follow the link 'next' of a page");
            }
            return new Place(cursor.substring(0, colon), Integer.parseInt(count));
        }

        @Override
        public String toString() {
            return division + ":" + given;
        }
    }

    /**
     * A part of all stretches.
     *
     * @param stretches in their order
     * @param next where the next page begins; empty after the last
     */
    record Page(List<Explained> stretches, Optional<Place> next) {}

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
     * A page of the stretches. Divisions are looked at together with their neighbours, so many at a time as memory of a
     * request may hold.
     *
     * @param limit the most stretches
     */
    Page page(Stage stage, Place start, int limit) throws IOException {
        List<Layer> levels = rows.levels();
        Layer lowest = rows.level(Optional.empty());
        readExtents(stage, levels, lowest);
        List<Explained> found = new ArrayList<>();
        Place place = start;
        while (true) {
            NavigableMap<String, Extent> window = window(place.division(), limit);
            if (window.isEmpty()) {
                return new Page(found, Optional.empty());
            }
            String one = "";
            int given = 0;
            for (Explained stretch : read(stage, levels, window)) {
                given = stretch.stretch().one().equals(one) ? given + 1 : 0;
                one = stretch.stretch().one();
                if (one.equals(place.division()) && given < place.given()) {
                    continue;
                }
                if (found.size() == limit) {
                    return new Page(found, Optional.of(new Place(one, given)));
                }
                found.add(stretch);
            }
            String after = extents.higherKey(window.lastKey());
            if (after == null) {
                return new Page(found, Optional.empty());
            }
            place = new Place(after, 0);
        }
    }

    private void readExtents(Stage stage, List<Layer> levels, Layer lowest) throws IOException {
        for (Layer level : levels) {
            Map<String, String> parentOf = new HashMap<>();
            parents.put(level.name(), parentOf);
            rows.forEach(stage, level, row -> {
                parentOf.put(row.id(level), row.parentCode().orElse(""));
                if (level.equals(lowest) && row.geometry().isPresent() && isWanted(row)) {
                    Geometry area = row.geometry().get();
                    extents.put(row.id(level), new Extent(area.getEnvelopeInternal(), area.getNumPoints()));
                }
            });
        }
    }

    /** The divisions from one on that are looked at together: few enough for memory, and about as many as fill a page. */
    private NavigableMap<String, Extent> window(String from, int limit) {
        int most = Math.max(FEWEST, limit / 2);
        NavigableMap<String, Extent> window = new TreeMap<>();
        long corners = 0;
        for (Map.Entry<String, Extent> one : extents.tailMap(from, true).entrySet()) {
            boolean full = window.size() == most || corners + one.getValue().corners() > mostCorners;
            if (corners > 0 && full) {
                break;
            }
            corners += one.getValue().corners();
            window.put(one.getKey(), one.getValue());
        }
        return window;
    }

    /** The stretches whose lesser division is in the window, ascending by the codes of both. */
    private List<Explained> read(Stage stage, List<Layer> levels, NavigableMap<String, Extent> window)
            throws IOException {
        Layer lowest = rows.level(Optional.empty());
        STRtree near = new STRtree();
        Envelope all = new Envelope();
        for (Extent extent : window.values()) {
            Envelope box = new Envelope(extent.box());
            all.expandToInclude(box);
            box.expandBy(MARGIN_DEG);
            near.insert(box, extent);
        }
        Borders borders = new Borders();
        rows.forEach(stage, lowest, row -> {
            String code = row.id(lowest);
            Extent extent = extents.get(code);
            boolean needed = extent != null
                    && code.compareTo(window.firstKey()) >= 0
                    && !near.query(extent.box()).isEmpty();
            if (needed) {
                borders.add(code, row.geometry().orElseThrow());
            }
        });
        Map<String, Road> roads = new HashMap<>();
        FollowedLines lines = lines(all, roads);
        List<Explained> explained = new ArrayList<>();
        for (Border border : borders.list()) {
            if (window.containsKey(border.one())) {
                Layer level = highest(levels, parents, border);
                for (Stretch stretch : lines.follow(border)) {
                    Optional<Road> road = stretch.line().map(roads::get);
                    explained.add(new Explained(stretch, level, road, why(level, road)));
                }
            }
        }
        return explained;
    }

    private boolean isWanted(Feature row) {
        Envelope box = row.geometry().orElseThrow().getEnvelopeInternal();
        return boxes.isEmpty() || boxes.stream().anyMatch(box::intersects);
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
