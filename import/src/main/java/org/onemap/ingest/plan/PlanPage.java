package org.onemap.ingest.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.plan.Certificates;
import org.onemap.division.plan.GridCard;
import org.onemap.division.plan.GridCards;
import org.onemap.division.plan.LevelFigures;
import org.onemap.division.plan.Plan;
import org.onemap.feature.StandardLayers;
import org.onemap.road.RoadClass;
import org.onemap.theme.DeviationClass;

/** The report of a plan as one HTML page that needs nothing else and prints on A4. */
final class PlanPage {

    private static final Map<String, String> LOADS = Map.of(
            "households", "户数",
            "residents", "居民数",
            "buildings", "建筑数",
            "parts", "部件数",
            "addresses", "地址数",
            "cases", "案件数",
            "load", "综合负荷");

    private final PlanOutcome outcome;
    private final Plan plan;
    private final StringBuilder page = new StringBuilder();

    PlanPage(PlanOutcome outcome) {
        this.outcome = outcome;
        this.plan = outcome.plan();
    }

    String html() {
        page.append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>网格划分方案报告</title><style>\n")
                .append(style())
                .append("</style></head><body><main><header><p class=\"kind\">网格划分</p><h1>")
                .append(outcome.kind().title())
                .append("报告</h1></header>\n");
        summary();
        maps();
        balance();
        certificates();
        boundaries();
        grids();
        page.append("<footer>本报告由 onemap 自动生成 · 长度、面积按 3° 高斯—克吕格投影计算 · 逐段边界说明见 boundary.csv</footer>")
                .append("</main></body></html>\n");
        return page.toString();
    }

    private void summary() {
        List<String> numbers = new ArrayList<>();
        for (int level = plan.levels() - 1; level >= 0; level--) {
            numbers.add(plan.count(level) + " 个" + title(plan.problem().levels().layer(level)));
        }
        LevelFigures lowest = LevelFigures.of(plan, 0);
        page.append("<section class=\"summary\"><dl>");
        fact("划分层级", String.join("、", numbers));
        fact("基础单元", plan.problem().blocks().blocks().size() + " 个街坊，边界均沿道路、河流等实地界线");
        fact("负荷指标", weights());
        fact(
                "均衡程度",
                "网格负荷最大偏差 " + percent(lowest.balance().worst()) + "，平均 "
                        + percent(lowest.balance().mean()));
        fact("连通性", "各级单元全部连通，逐级嵌套");
        if (outcome.today().isThere()) {
            double moved = outcome.movedLoad();
            fact("调整幅度", "改属其他网格 " + number(moved) + "（占 " + percent(moved / (plan.meanGrid() * plan.count(0))) + "）");
        }
        if (outcome.outside() > 0) {
            fact("未计入", outcome.outside() + " 条要素不在任何街坊内");
        }
        page.append("</dl></section>\n");
    }

    private String weights() {
        Map<String, Double> weights = plan.problem().loads().weights();
        List<String> texts = new ArrayList<>();
        weights.keySet().stream()
                .sorted()
                .forEach(name -> texts.add(
                        weights.size() == 1
                                ? load(name)
                                : load(name) + "（权重 " + String.format(Locale.ROOT, "%.2f", weights.get(name)) + "）"));
        return String.join("、", texts);
    }

    private void maps() {
        page.append("<h2>一、")
                .append(outcome.before().isPresent() ? "划分前后对照图" : "划分图")
                .append("</h2><div class=\"maps\">");
        List<Geometry> all = new ArrayList<>();
        for (int top = 0; top < plan.count(plan.levels() - 1); top++) {
            all.add(outcome.draft().shape(plan.levels() - 1, top));
        }
        PlanMap map = new PlanMap(new org.locationtech.jts.geom.GeometryFactory().buildGeometry(all));
        outcome.before().ifPresent(before -> {
            int lowest = plan.levels() - 1;
            List<PlanMap.Filled> old = new ArrayList<>();
            for (int grid = 0; grid < before.count(0); grid++) {
                var division = outcome.today().divisions(lowest).get(grid);
                old.add(new PlanMap.Filled(
                        division.geometry().orElseThrow(),
                        before.deviation(0, grid),
                        escape(division.code().orElse("") + " " + signed(before.deviation(0, grid)))));
            }
            List<List<Geometry>> above = new ArrayList<>();
            for (int fromTop = lowest - 1; fromTop >= 0; fromTop--) {
                above.add(outcome.today().divisions(fromTop).stream()
                        .map(f -> f.geometry().orElseThrow())
                        .toList());
            }
            figure("现状", map.draw("现状网格", old, above));
        });
        List<PlanMap.Filled> fresh = new ArrayList<>();
        for (int grid = 0; grid < plan.count(0); grid++) {
            String label = outcome.code(0, grid) + " " + outcome.name(0, grid) + " " + signed(plan.deviation(0, grid));
            fresh.add(new PlanMap.Filled(outcome.draft().shape(0, grid), plan.deviation(0, grid), escape(label)));
        }
        List<List<Geometry>> above = new ArrayList<>();
        for (int level = 1; level < plan.levels(); level++) {
            List<Geometry> shapes = new ArrayList<>();
            for (int part = 0; part < plan.count(level); part++) {
                shapes.add(outcome.draft().shape(level, part));
            }
            above.add(shapes);
        }
        figure("方案", map.draw("方案网格", fresh, above));
        page.append("</div>");
        legend();
    }

    private void figure(String caption, String svg) {
        page.append("<figure>")
                .append(svg)
                .append("<figcaption>")
                .append(caption)
                .append("</figcaption></figure>");
    }

    private void legend() {
        page.append("<ul class=\"legend\"><li class=\"t\">网格负荷偏差</li>");
        for (DeviationClass one : DeviationClass.values()) {
            page.append("<li><i style=\"background:").append(one.colour()).append("\"></i>");
            page.append(one.title()).append("</li>");
        }
        for (int level = plan.levels() - 1; level > 0; level--) {
            page.append("<li><b class=\"k").append(plan.levels() - level).append("\"></b>");
            page.append(title(plan.problem().levels().layer(level))).append("界</li>");
        }
        page.append("</ul>\n");
    }

    private void balance() {
        page.append("<h2>二、负荷均衡</h2><table><thead><tr><th>层级</th><th class=\"n\">数量</th><th class=\"n\">平均负荷</th>")
                .append("<th class=\"n\">最大偏差</th><th class=\"n\">平均偏差</th><th class=\"n\">未按网格数折算</th>")
                .append("<th class=\"n\">边界长度</th><th class=\"n\">紧凑度</th></tr></thead><tbody>");
        for (int level = plan.levels() - 1; level >= 0; level--) {
            LevelFigures figures = LevelFigures.of(plan, level);
            row(
                    title(figures.layer()),
                    Integer.toString(figures.balance().parts()),
                    number(plan.meanGrid() * plan.count(0) / plan.count(level)),
                    percent(figures.balance().worst()),
                    percent(figures.balance().mean()),
                    percent(figures.balance().rawWorst()),
                    km(figures.totalBoundaryM()),
                    String.format(Locale.ROOT, "%.3f", figures.compactness().mean()));
        }
        page.append("</tbody></table><p class=\"note\">上级单元的偏差按所含网格数折算（网格数 × 平均网格负荷）；")
                .append("紧凑度为 4π·面积／周长²，圆为 1。</p>\n");
    }

    private void certificates() {
        Certificates bounds = Certificates.of(plan.problem());
        page.append("<h2>三、均衡下限证明</h2><table class=\"pairs\"><tbody>");
        pair("任何方案的网格最大偏差不低于", percent(bounds.bound()));
        pair(
                "街坊粒度",
                percent(bounds.granularity()) + "（最重的街坊 " + bounds.heaviest() + " 为平均网格的 "
                        + String.format(Locale.ROOT, "%.2f", bounds.heaviestShare()) + " 倍）");
        pair("硬屏障分区", percent(bounds.barriers()) + "（" + bounds.regions() + " 个分区）");
        if (bounds.rawCounts() > 0) {
            pair("网格数不能整除", "未折算的偏差（最低两级同时计）不低于 " + percent(bounds.rawCounts()));
        }
        page.append("</tbody></table>\n");
    }

    private void boundaries() {
        page.append("<h2>四、边界与道路等级</h2><table><thead><tr><th>层级</th>");
        List<LevelFigures> levels = new ArrayList<>();
        for (int level = plan.levels() - 1; level >= 0; level--) {
            levels.add(LevelFigures.of(plan, level));
        }
        List<RoadClass> classes = new ArrayList<>();
        for (RoadClass roadClass : RoadClass.values()) {
            if (levels.stream().anyMatch(l -> l.boundaryM().containsKey(roadClass))) {
                classes.add(roadClass);
                page.append("<th class=\"n\">")
                        .append(roadClass == RoadClass.OUTLINE ? "无实地界线" : roadClass.title())
                        .append("</th>");
            }
        }
        page.append("<th class=\"n\">合计</th></tr></thead><tbody>");
        for (LevelFigures figures : levels) {
            List<String> cells = new ArrayList<>(List.of(title(figures.layer())));
            classes.forEach(c -> cells.add(km(figures.boundaryM().getOrDefault(c, 0.0))));
            cells.add(km(figures.totalBoundaryM()));
            row(cells.toArray(new String[0]));
        }
        page.append("</tbody></table>\n");
    }

    private void grids() {
        List<String> names = plan.problem().loads().names();
        page.append("<h2>五、网格明细表</h2><table class=\"grids\"><thead><tr><th>网格编码</th><th>名称</th>");
        names.forEach(name -> page.append("<th class=\"n\">").append(load(name)).append("</th>"));
        page.append("<th class=\"n\">偏差</th><th>制约因素</th><th>最优单块调整</th></tr></thead><tbody>");
        List<GridCard> cards = new ArrayList<>(GridCards.of(plan));
        cards.sort(java.util.Comparator.comparing(card -> outcome.code(0, card.grid())));
        for (GridCard card : cards) {
            page.append("<tr><td class=\"c\">")
                    .append(outcome.code(0, card.grid()))
                    .append("</td><td>");
            page.append(escape(outcome.name(0, card.grid()))).append("</td>");
            names.forEach(name -> page.append("<td class=\"n\">")
                    .append(number(card.figures().getOrDefault(name, 0.0)))
                    .append("</td>"));
            page.append("<td class=\"n\" style=\"background:")
                    .append(DeviationClass.of(card.deviation()).colour())
                    .append(Math.abs(card.deviation()) > 0.2 ? ";color:#fff" : "")
                    .append("\">")
                    .append(signed(card.deviation()))
                    .append("</td><td>")
                    .append(card.binding().title())
                    .append("</td><td>")
                    .append(card.alternative().map(this::flip).orElse("—"))
                    .append("</td></tr>");
        }
        page.append("</tbody></table>\n");
    }

    private String flip(GridCard.Flip flip) {
        return "街坊 <code>" + flip.block() + "</code> 由 " + tail(flip.fromGrid()) + " 调入 " + tail(flip.toGrid())
                + "：两者最大偏差 "
                + percent(flip.worstBefore()) + " → " + percent(flip.worstAfter()) + "，边界代价 "
                + String.format(Locale.ROOT, "%+.0f m", flip.boundaryM());
    }

    private String tail(int grid) {
        String code = outcome.code(0, grid);
        return "…" + code.substring(Math.max(0, code.length() - 6));
    }

    private void row(String... cells) {
        page.append("<tr><td>").append(cells[0]).append("</td>");
        for (int i = 1; i < cells.length; i++) {
            page.append("<td class=\"n\">").append(cells[i]).append("</td>");
        }
        page.append("</tr>");
    }

    private void pair(String name, String value) {
        page.append("<tr><th>").append(name).append("</th><td>").append(value).append("</td></tr>");
    }

    private void fact(String name, String value) {
        page.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(escape(value))
                .append("</dd>");
    }

    private static String load(String name) {
        return LOADS.getOrDefault(name, name);
    }

    private static String title(String layer) {
        return StandardLayers.find(layer).map(l -> l.title()).orElse(layer);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String signed(double share) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * share).replace('-', '−');
    }

    private static String km(double metres) {
        return String.format(Locale.ROOT, "%.1f km", metres / 1000);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream in = PlanPage.class.getResourceAsStream("plan-report.css")) {
            return new String(Objects.requireNonNull(in, "plan-report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
