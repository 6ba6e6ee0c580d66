package org.onemap.ingest.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.onemap.crs.Distances;
import org.onemap.crs.GaussKruger;
import org.onemap.division.life.Lineage;
import org.onemap.division.life.LineageRows;
import org.onemap.division.life.SignOff;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.StagedLayer;
import org.onemap.store.ValidTime;

/** The 网格划分登记表 of a draft or of a change: one HTML page that needs nothing else and prints on A4. */
public final class RegisterPage {

    private static final Principal ALL = Principal.anonymous();
    private static final int MOST_FULL_CODES = 24;
    private static final List<String> HOUSEHOLDS = List.of("户数", "households");
    private static final List<String> RESIDENTS = List.of("居民数", "residents");

    private final StringBuilder page = new StringBuilder();
    private final ReadView view;
    private final ChangeSet change;
    private final List<Lineage> steps = new ArrayList<>();
    private final Map<String, Content> before = new LinkedHashMap<>();
    private final Map<String, Content> after = new LinkedHashMap<>();

    private RegisterPage(ReadView view, ChangeSet change) {
        this.view = view;
        this.change = change;
    }

    /**
     * Writes the page.
     *
     * @param view a picture of the store
     * @param change the draft or change set
     * @param signatures those under it
     */
    public static String html(ReadView view, ChangeSet change, List<SignOff> signatures) {
        RegisterPage register = new RegisterPage(view, change);
        register.read();
        register.write(signatures);
        return register.page.toString();
    }

    private void read() {
        boolean staged = change.state() == ChangeSet.State.DRAFT || change.state() == ChangeSet.State.SCHEDULED;
        if (staged) {
            readStaged();
        } else {
            readApplied();
        }
    }

    private void readStaged() {
        for (StagedLayer layer : view.listStaged(change.number())) {
            boolean divisions = layer.layer().role() == LayerRole.DIVISION;
            if (!divisions && !layer.layer().name().equals(LineageRows.LAYER.name())) {
                continue;
            }
            try (FeatureCursor rows =
                    view.queryStaged(ALL, change.number(), layer.layer().name())) {
                while (rows.hasNext()) {
                    Content row = rows.next().content();
                    if (divisions) {
                        after.put(key(layer.layer().name(), row.code().orElse("")), row);
                    } else {
                        steps.add(LineageRows.toLineage(row));
                    }
                }
            }
        }
        steps.stream().filter(step -> !step.from().isEmpty()).forEach(step -> {
            if (view.layers(ALL).find(step.level()).isPresent()) {
                view.find(ALL, step.level(), step.from(), ValidTime.now())
                        .ifPresent(row -> before.put(key(step.level(), step.from()), row.content()));
            }
        });
    }

    private void readApplied() {
        if (view.layers(ALL).find(LineageRows.LAYER.name()).isPresent()) {
            FeatureQuery query =
                    FeatureQuery.of(LineageRows.LAYER.name()).where("change", Long.toString(change.number()));
            try (FeatureCursor rows = view.query(ALL, query)) {
                rows.forEachRemaining(row -> steps.add(LineageRows.toLineage(row.content())));
            }
        }
        ValidTime then = ValidTime.asOf(change.effective());
        ValidTime dayBefore = ValidTime.asOf(change.effective().minusDays(1));
        for (Lineage step : steps) {
            if (!step.from().isEmpty()) {
                view.find(ALL, step.level(), step.from(), dayBefore)
                        .ifPresent(row -> before.put(key(step.level(), step.from()), row.content()));
            }
            if (!step.to().isEmpty()) {
                view.find(ALL, step.level(), step.to(), then)
                        .ifPresent(row -> after.put(key(step.level(), step.to()), row.content()));
            }
        }
    }

    private static String key(String level, String code) {
        return level + " " + code;
    }

    private void write(List<SignOff> signatures) {
        page.append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>网格划分登记表 · ")
                .append(change.number())
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head><body><main><h1>网格划分登记表</h1>");
        page.append("<table class=\"head\"><tr><th>变更集号</th><td>")
                .append(change.number())
                .append("</td><th>状态</th><td>")
                .append(state())
                .append("</td></tr><tr><th>编制人</th><td>")
                .append(escape(change.author()))
                .append("</td><th>生效日期</th><td>")
                .append(change.state() == ChangeSet.State.DRAFT ? "待定" : change.effective() + " 00:00")
                .append("</td></tr><tr><th>变更事由</th><td colspan=\"3\">")
                .append(escape(change.note()))
                .append("</td></tr></table>");
        steps();
        divisions();
        page.append(new RegisterPeople(view, change).section(codes(true), codes(false)));
        map();
        signatures(signatures);
        page.append("<footer>面积按 CGCS2000 3° 高斯—克吕格投影计算；占比为原网格划入现网格的份额。</footer></main></body></html>\n");
    }

    private String state() {
        return switch (change.state()) {
            case DRAFT -> "草案";
            case SCHEDULED -> "已批准，待生效";
            case APPLIED -> "已生效";
            case UNDONE -> "已撤回";
        };
    }

    private void steps() {
        page.append("<h2>一、变更内容</h2><table><thead><tr><th>次序</th><th>类型</th><th>层级</th><th>原编码</th><th>现编码</th>"
                + "<th class=\"n\">面积占比</th><th class=\"n\">户数占比</th></tr></thead><tbody>");
        for (Lineage step : steps) {
            page.append("<tr><td>")
                    .append(step.edit())
                    .append("</td><td>")
                    .append(step.kind().title())
                    .append("</td><td>")
                    .append(escape(title(step.level())))
                    .append("</td><td>")
                    .append(escape(orDash(step.from())))
                    .append("</td><td>")
                    .append(escape(orDash(step.to())))
                    .append("</td><td class=\"n\">")
                    .append(percent(step.areaShare()))
                    .append("</td><td class=\"n\">")
                    .append(percent(step.householdShare()))
                    .append("</td></tr>");
        }
        page.append("</tbody></table>");
    }

    private String title(String level) {
        return view.layers(ALL).find(level).map(layer -> layer.title()).orElse(level);
    }

    private Set<String> codes(boolean from) {
        return steps.stream().map(from ? Lineage::from : Lineage::to).collect(Collectors.toSet());
    }

    private static String orDash(String code) {
        return code.isEmpty() ? "—" : code;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    private void divisions() {
        page.append("<h2>二、变更前后</h2><table><thead><tr><th></th><th>编码</th><th>名称</th><th>上级</th>"
                + "<th class=\"n\">面积（m²）</th><th class=\"n\">户数</th><th class=\"n\">居民数</th></tr></thead><tbody>");
        involved(before, true).forEach((key, row) -> division("变更前", row));
        involved(after, false).forEach((key, row) -> division("变更后", row));
        page.append("</tbody></table>");
    }

    /** Those that the lineage names, not those that were only given vertices. */
    private Map<String, Content> involved(Map<String, Content> rows, boolean from) {
        Map<String, Content> named = new LinkedHashMap<>();
        for (Lineage step : steps) {
            String key = key(step.level(), from ? step.from() : step.to());
            Optional.ofNullable(rows.get(key)).ifPresent(row -> named.put(key, row));
        }
        return named;
    }

    private void division(String when, Content row) {
        page.append("<tr class=\"")
                .append(when.equals("变更前") ? "old" : "new")
                .append("\"><td>")
                .append(when)
                .append("</td><td>")
                .append(escape(row.code().orElse("")))
                .append("</td><td>")
                .append(escape(row.name().orElse("")))
                .append("</td><td>")
                .append(escape(row.parentCode().orElse("")))
                .append("</td><td class=\"n\">")
                .append(row.geometry()
                        .map(shape -> String.format(Locale.ROOT, "%,.0f", Distances.areaM2(shape)))
                        .orElse(""))
                .append("</td><td class=\"n\">")
                .append(number(row, HOUSEHOLDS))
                .append("</td><td class=\"n\">")
                .append(number(row, RESIDENTS))
                .append("</td></tr>");
    }

    private static String number(Content row, List<String> fields) {
        return StoreReading.number(row, fields)
                .map(value -> String.format(Locale.ROOT, "%,.0f", value))
                .orElse("—");
    }

    private void map() {
        page.append("<h2>四、附图</h2><div class=\"maps\">");
        Envelope box = new Envelope();
        Map<String, Geometry> old = drawn(lowest(involved(before, true)), box);
        Map<String, Geometry> now = drawn(lowest(involved(after, false)), box);
        drawing("变更前", old, box);
        drawing("变更后", now, box);
        page.append("</div>");
        if (Math.max(old.size(), now.size()) > MOST_FULL_CODES) {
            page.append("<p>图中注记为编码的末三位。</p>");
        }
    }

    /** Where several levels change at once, the lowest of them: the others are unions of it. */
    private Map<String, Content> lowest(Map<String, Content> rows) {
        Set<String> above = new HashSet<>();
        steps.forEach(step ->
                view.layers(ALL).find(step.level()).flatMap(Layer::parentLayer).ifPresent(above::add));
        Map<String, Content> lowest = new LinkedHashMap<>(rows);
        lowest.keySet().removeIf(key -> above.contains(key.substring(0, key.indexOf(' '))));
        return lowest;
    }

    private static Map<String, Geometry> drawn(Map<String, Content> rows, Envelope box) {
        Map<String, Geometry> shapes = new HashMap<>();
        rows.forEach(
                (key, row) -> row.geometry().filter(shape -> !shape.isEmpty()).ifPresent(shape -> {
                    Geometry metres = GaussKruger.fitting(shape).project(shape);
                    shapes.put(row.code().orElse(""), metres);
                    box.expandToInclude(metres.getEnvelopeInternal());
                }));
        return shapes;
    }

    private void drawing(String title, Map<String, Geometry> shapes, Envelope box) {
        double size = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
        double margin = size * 0.04;
        page.append(String.format(
                Locale.ROOT,
                "<figure><svg viewBox=\"%.1f %.1f %.1f %.1f\" role=\"img\" aria-label=\"%s\">",
                box.getMinX() - margin,
                -box.getMaxY() - margin,
                box.getWidth() + 2 * margin,
                box.getHeight() + 2 * margin,
                title));
        int colour = 0;
        for (Map.Entry<String, Geometry> shape : new java.util.TreeMap<>(shapes).entrySet()) {
            page.append("<path class=\"c")
                    .append(colour++ % 6)
                    .append("\" d=\"")
                    .append(path(shape.getValue()))
                    .append("\"/>");
        }
        boolean full = shapes.size() <= MOST_FULL_CODES;
        for (Map.Entry<String, Geometry> shape : shapes.entrySet()) {
            String code = shape.getKey();
            Coordinate at = shape.getValue().getInteriorPoint().getCoordinate();
            page.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\">%s</text>",
                    at.x,
                    -at.y,
                    size * (full ? 0.032 : 0.014),
                    escape(full ? code : code.substring(Math.max(0, code.length() - 3)))));
        }
        page.append("</svg><figcaption>").append(title).append("</figcaption></figure>");
    }

    private static String path(Geometry shape) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                ring(path, polygon.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(path, polygon.getInteriorRingN(hole).getCoordinates());
                }
            }
        }
        return path.toString();
    }

    private static void ring(StringBuilder path, Coordinate[] ring) {
        for (int i = 0; i < ring.length - 1; i++) {
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", ring[i].x, -ring[i].y));
        }
        path.append('Z');
    }

    private void signatures(List<SignOff> signatures) {
        page.append("<h2>五、会签</h2><table class=\"signs\"><thead><tr>");
        SignOff.LEVELS.forEach(level -> page.append("<th>").append(level).append("</th>"));
        page.append("</tr></thead><tbody><tr>");
        for (String level : SignOff.LEVELS) {
            Optional<SignOff> signed =
                    signatures.stream().filter(s -> s.level().equals(level)).findFirst();
            page.append("<td>")
                    .append(signed.map(s -> escape(s.person()) + "<br><small>"
                                    + s.at().atZone(java.time.ZoneId.of("Asia/Shanghai"))
                                            .toLocalDate() + " "
                                    + escape(s.note()) + "</small>")
                            .orElse("<span class=\"blank\">（签字）</span>"))
                    .append("</td>");
        }
        page.append("</tr></tbody></table>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String STYLE = """
            @page { size: A4; margin: 16mm; }
            body { margin: 0; background: #eef0f3; color: #1d2733; font: 14px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
            main { max-width: 900px; margin: 24px auto; background: #fff; padding: 32px 40px; box-shadow: 0 1px 6px #0002; }
            h1 { text-align: center; font-size: 24px; letter-spacing: .2em; margin: 0 0 18px; }
            h2 { font-size: 16px; margin: 24px 0 8px; border-left: 4px solid #2f6296; padding-left: 8px; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border: 1px solid #b9c3cf; padding: 5px 8px; text-align: left; vertical-align: top; }
            th { background: #f2f5f9; font-weight: 600; white-space: nowrap; }
            .n { text-align: right; font-variant-numeric: tabular-nums; }
            tr.old td { color: #67727f; }
            .maps { display: flex; gap: 16px; }
            figure { flex: 1; margin: 0; border: 1px solid #d5dce4; padding: 8px; }
            figcaption { text-align: center; color: #4b5865; }
            svg { width: 100%; height: 300px; }
            path { stroke: #2f6296; stroke-width: 1.5; vector-effect: non-scaling-stroke; fill-opacity: .55; fill-rule: evenodd; }
            text { text-anchor: middle; fill: #1d2733; paint-order: stroke; stroke: #fff; stroke-width: .3em; }
            .c0 { fill: #a6cee3; } .c1 { fill: #fdd49e; } .c2 { fill: #b2df8a; } .c3 { fill: #e7c6e8; } .c4 { fill: #f7f2a0; } .c5 { fill: #f4b6a8; }
            .signs td { height: 64px; width: 33%; text-align: center; vertical-align: middle; }
            .blank { color: #a9b4bf; }
            footer { margin-top: 18px; color: #67727f; font-size: 12px; }
            @media print { body { background: #fff; } main { box-shadow: none; margin: 0; padding: 0; } }
            """;
}
