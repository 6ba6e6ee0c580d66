package org.onemap.ingest.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.issue.TextTable;

/** What a plan says of itself, as tables for a terminal. */
public final class PlanRecordText {

    private static final int MOST_GRIDS = 10;

    private final JsonNode plan;
    private final List<String> lines = new ArrayList<>();

    private PlanRecordText(JsonNode plan) {
        this.plan = plan;
    }

    /** Figures before and after, boundaries, certificates, and the grids that are farthest off with what binds them. */
    public static List<String> lines(JsonNode plan) {
        PlanRecordText text = new PlanRecordText(plan);
        text.levels();
        text.boundaries();
        text.certificates();
        text.grids();
        return text.lines;
    }

    private void levels() {
        TextTable table = TextTable.of("层级", "", "数量", "最大偏差", "平均偏差", "最大偏差（未折算）", "界线 km", "紧凑度", "最低");
        for (JsonNode level : plan.path("levels")) {
            before(level).ifPresent(before -> row(table, title(level), "现状", before));
            row(table, before(level).isPresent() ? "" : title(level), "方案", level);
        }
        lines.addAll(table.lines());
        if (plan.has("movedLoad")) {
            double all = plan.path("meanGrid").asDouble() * plan.path("grids").size();
            lines.add(String.format(
                    Locale.ROOT,
                    "改属其他网格的负荷 %,.0f（%s）",
                    plan.path("movedLoad").asDouble(),
                    percent(plan.path("movedLoad").asDouble() / all)));
        }
        lines.add("");
    }

    private Optional<JsonNode> before(JsonNode level) {
        for (JsonNode before : plan.path("before")) {
            if (before.path("layer").equals(level.path("layer"))) {
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }

    private static void row(TextTable table, String title, String when, JsonNode level) {
        table.row(
                title,
                when,
                level.path("parts").asText(),
                percent(level.path("worst").asDouble()),
                percent(level.path("mean").asDouble()),
                percent(level.path("rawWorst").asDouble()),
                String.format(Locale.ROOT, "%.1f", level.path("totalBoundaryM").asDouble() / 1000),
                String.format(Locale.ROOT, "%.3f", level.path("compactness").asDouble()),
                String.format(
                        Locale.ROOT, "%.3f", level.path("leastCompactness").asDouble()));
    }

    private static String title(JsonNode level) {
        String layer = level.path("layer").asText();
        return StandardLayers.find(layer).map(Layer::title).orElse(layer);
    }

    private void boundaries() {
        for (JsonNode level : plan.path("levels")) {
            StringJoiner along = new StringJoiner("，");
            level.path("boundaryM")
                    .properties()
                    .forEach(one -> along.add(one.getKey() + " "
                            + String.format(Locale.ROOT, "%.1f", one.getValue().asDouble() / 1000)));
            lines.add(title(level) + "界线（km）：" + along);
        }
        lines.add("");
    }

    private void certificates() {
        JsonNode bounds = plan.path("certificates");
        lines.add("下界：任何方案的网格最大偏差都不会低于 " + percent(bounds.path("bound").asDouble()) + "（街坊粒度 "
                + percent(bounds.path("granularity").asDouble()) + "，最重街坊 "
                + bounds.path("heaviest").asText() + " 为平均网格的 "
                + String.format(
                        Locale.ROOT, "%.2f", bounds.path("heaviestShare").asDouble()) + " 倍；硬屏障 "
                + percent(bounds.path("barriers").asDouble()) + "，分为 "
                + bounds.path("regions").asInt() + " 片）");
        if (bounds.path("rawCounts").asDouble() > 0) {
            lines.add("网格数不能整除：最低两级未折算的最大偏差合计至少 "
                    + percent(bounds.path("rawCounts").asDouble()));
        }
        lines.add("");
    }

    private void grids() {
        List<JsonNode> grids = new ArrayList<>();
        plan.path("grids").forEach(grids::add);
        grids.sort(Comparator.comparingDouble(
                grid -> -Math.abs(grid.path("deviation").asDouble())));
        TextTable table = TextTable.of("编码", "名称", "负荷", "偏差", "受限于", "最佳单块调整");
        grids.stream()
                .limit(MOST_GRIDS)
                .forEach(grid -> table.row(
                        grid.path("code").asText(),
                        grid.path("name").asText(),
                        String.format(Locale.ROOT, "%,.0f", grid.path("load").asDouble()),
                        signed(grid.path("deviation").asDouble()),
                        grid.path("binding").asText(),
                        grid.has("alternative") ? flip(grid.path("alternative")) : "—"));
        lines.addAll(table.lines());
        if (grids.size() > MOST_GRIDS) {
            lines.add("… 其余 " + (grids.size() - MOST_GRIDS) + " 个偏差更小；--json 列出全部");
        }
    }

    private static String flip(JsonNode flip) {
        return "街坊 " + flip.path("block").asText() + " 划入 " + flip.path("to").asText() + "：偏差 "
                + percent(flip.path("worstBefore").asDouble()) + " → "
                + percent(flip.path("worstAfter").asDouble()) + "，界线代价 "
                + String.format(Locale.ROOT, "%+.0f m", flip.path("boundaryM").asDouble());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String signed(double share) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * share);
    }
}
