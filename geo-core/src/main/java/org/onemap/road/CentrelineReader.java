package org.onemap.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.road.RoadIssue.Severity;

/**
 * Makes centrelines of the features of a road layer, whatever its columns are called: class (道路等级, highway, type …), road code
 * (路线编码 …), level ({@code layer}, or {@code bridge} and {@code tunnel}). A multi line string becomes several centrelines of one
 * id. What is no line, or names no way on the ground, is reported and left out. Confined to one thread.
 */
public final class CentrelineReader {

    private static final List<String> CLASS_COLUMNS = List.of(
            "道路等级",
            "道路类型",
            "道路类别",
            "等级",
            "highway",
            "fclass",
            "road_class",
            "roadclass",
            "kind_detail",
            "class",
            "type",
            "railway",
            "waterway",
            "barrier",
            "kind");
    private static final List<String> ROAD_CODE_COLUMNS = List.of("路线编码", "road_code", "roadcode", "道路代码", "road_id");
    private static final List<String> LEVEL_COLUMNS = List.of("layer", "level", "z_level", "层级", "立交层级", "所在层");
    private static final List<String> FROM_COLUMNS =
            List.of("起点节点", "from_node", "fromnode", "from", "fnode", "f_node", "u", "start_node", "source_node");
    private static final List<String> TO_COLUMNS =
            List.of("终点节点", "to_node", "tonode", "to", "tnode", "t_node", "v", "end_node", "target_node");
    private static final List<String> BRIDGE_COLUMNS = List.of("bridge", "is_bridge", "桥梁", "是否桥梁", "高架");
    private static final List<String> TUNNEL_COLUMNS = List.of("tunnel", "is_tunnel", "隧道", "是否隧道");
    private static final Pattern TAG = Pattern.compile("\"([^\"]+)\"=>\"([^\"]*)\"");

    private final List<Centreline> centrelines = new ArrayList<>();
    private final List<RoadIssue> issues = new ArrayList<>();
    private final Map<String, Integer> unknown = new HashMap<>();
    private final Map<String, Integer> noRoads = new HashMap<>();

    /** Takes a feature. */
    public void add(Feature feature, Layer layer) {
        Map<String, String> columns = new HashMap<>();
        List<Field> fields = feature.content().schema().fields();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name().toLowerCase(Locale.ROOT);
            feature.content().value(i).ifPresent(value -> columns.put(name, value.toString()));
        }
        feature.code().ifPresent(code -> columns.putIfAbsent("code", code));
        feature.name().ifPresent(name -> columns.put("name", name));
        add(feature.id(layer), columns, feature.geometry());
    }

    /**
     * Takes a row.
     *
     * @param id for reports
     * @param columns lower-case name to text; {@code name} and {@code code} are the row's own
     * @param geometry EPSG:4490
     */
    public void add(String id, Map<String, String> columns, Optional<Geometry> geometry) {
        Map<String, String> all = new HashMap<>(columns);
        Matcher tags = TAG.matcher(columns.getOrDefault("other_tags", ""));
        while (tags.find()) {
            all.putIfAbsent(tags.group(1), tags.group(2));
        }
        String word = first(all, CLASS_COLUMNS);
        if (RoadClassNames.isNoRoad(word)) {
            noRoads.merge(word, 1, Integer::sum);
            return;
        }
        RoadClass roadClass = RoadClassNames.find(word).orElseGet(() -> {
            unknown.merge(word, 1, Integer::sum);
            return RoadClass.LOCAL;
        });
        Centreline.Naming naming = new Centreline.Naming(
                all.getOrDefault("name", ""), roadCode(all), segmentCode(all.getOrDefault("code", "")));
        int before = centrelines.size();
        geometry.ifPresent(shape -> {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                if (shape.getGeometryN(i) instanceof LineString line) {
                    Centreline.Nodes nodes = shape.getNumGeometries() == 1
                            ? new Centreline.Nodes(first(all, FROM_COLUMNS), first(all, TO_COLUMNS))
                            : Centreline.Nodes.NONE;
                    centrelines.add(new Centreline(id, naming, roadClass, level(all), nodes, line));
                }
            }
        });
        if (centrelines.size() == before) {
            issues.add(new RoadIssue(
                    Severity.WARNING,
                    "not-a-line",
                    "row " + id + " is "
                            + geometry.map(Geometry::getGeometryType).orElse("without geometry")
                            + " and no line; it is left out: roads are drawn as centrelines",
                    id,
                    Optional.empty()));
        }
    }

    private static String first(Map<String, String> columns, List<String> names) {
        return names.stream()
                .map(name -> columns.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String roadCode(Map<String, String> columns) {
        String code = first(columns, ROAD_CODE_COLUMNS);
        if (CodeLedger.isRoad(code)) {
            return code;
        }
        String own = columns.getOrDefault("code", "");
        return CodeLedger.isRoad(own) ? own : CodeLedger.isSegment(own) ? CodeLedger.roadOf(own) : "";
    }

    private static String segmentCode(String code) {
        return CodeLedger.isSegment(code) ? code : "";
    }

    private static int level(Map<String, String> columns) {
        String text = first(columns, LEVEL_COLUMNS);
        try {
            int level = text.isEmpty() ? 0 : (int) Math.rint(Double.parseDouble(text));
            if (level != 0) {
                return Math.max(-9, Math.min(9, level));
            }
        } catch (NumberFormatException e) {
            return isYes(first(columns, BRIDGE_COLUMNS)) ? 1 : isYes(first(columns, TUNNEL_COLUMNS)) ? -1 : 0;
        }
        return isYes(first(columns, BRIDGE_COLUMNS)) ? 1 : isYes(first(columns, TUNNEL_COLUMNS)) ? -1 : 0;
    }

    private static boolean isYes(String value) {
        return !value.isBlank()
                && !List.of("no", "false", "0", "否", "f", "n", "无")
                        .contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /** The centrelines of all rows taken so far. */
    public List<Centreline> centrelines() {
        return List.copyOf(centrelines);
    }

    /** What was noticed: rows that are no lines, words for classes that nobody knows, what was left out. */
    public List<RoadIssue> issues() {
        List<RoadIssue> all = new ArrayList<>(issues);
        unknown.forEach((word, count) -> all.add(new RoadIssue(
                Severity.WARNING,
                "unknown-class",
                (word.isEmpty()
                                ? count + " lines name no class"
                                : "class '" + word + "' of " + count + " lines is unknown")
                        + "; they count as " + RoadClass.LOCAL.title() + ": use 快速路, 主干路, 次干路, 支路, 街巷 or the values of"
                        + " OpenStreetMap's highway",
                word,
                Optional.empty())));
        noRoads.forEach((word, count) -> all.add(new RoadIssue(
                Severity.INFO,
                "no-road",
                count + " lines of class '" + word + "' are no way on the ground; they are left out",
                word,
                Optional.empty())));
        return all;
    }
}
