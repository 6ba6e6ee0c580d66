package org.onemap.ingest.checkup;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.onemap.ingest.issue.Html;
import org.onemap.survey.Batch;
import org.onemap.survey.FieldVerdict;
import org.onemap.survey.SurveyPlan;
import org.onemap.survey.SurveyResult;

/** The tables of a part survey's report as HTML: batches with their samples, shares and errors of position. */
final class PartTables {

    private static final int MOST_BATCHES = 12;

    private final StringBuilder html = new StringBuilder();
    private final SurveyPlan plan;

    private PartTables(SurveyPlan plan) {
        this.plan = plan;
    }

    static String html(SurveyPlan plan, SurveyResult result) {
        PartTables tables = new PartTables(plan);
        result.field()
                .ifPresentOrElse(
                        tables::field,
                        () -> tables.html.append(
                                "<p class=\"sum\">外业核查尚未进行：样本清单见 sample.csv，填写结果、经度、纬度后以 --survey" + " 交回。</p>"));
        tables.batches(result.batches());
        return tables.html.toString();
    }

    /** A parameter's value with its unit, a share in percent. */
    static String value(SurveyPlan.Parameter parameter) {
        return parameter.title().contains("率")
                ? percent(parameter.value())
                : (Double.toString(parameter.value()).replaceAll("\\.0$", "") + " " + parameter.unit()).strip();
    }

    private void field(FieldVerdict verdict) {
        FieldVerdict.Counts counts = verdict.counts();
        html.append("<p class=\"sum\">样本中已查 <b>")
                .append(counts.looked())
                .append("</b> 个，未查 ")
                .append(counts.unlooked())
                .append(" 个；样本外的结果 ")
                .append(counts.beside())
                .append(" 行，不计入。</p>");
        html.append("<table><thead><tr><th>指标</th><th class=\"n\">数量</th><th class=\"n\">实际</th>"
                + "<th class=\"n\">限值</th><th>判定</th></tr></thead><tbody>");
        share("遗漏率", counts.omitted(), verdict.omissionShare(), "omissionShare", true);
        share(
                "属性正确率",
                counts.looked() - counts.surplus() - counts.faults(),
                verdict.attributeShare(),
                "attributeShare",
                false);
        int within = verdict.positions().stream()
                .mapToInt(FieldVerdict.Positions::within)
                .sum();
        share("位置合格率", within, verdict.positionShare(), "positionShare", false);
        row("多余率", counts.surplus(), show(verdict.surplusShare()), "—", "不设限值");
        html.append("</tbody></table>");
        if (!verdict.positions().isEmpty()) {
            positions(verdict.positions());
        }
    }

    private void share(String name, int count, OptionalDouble share, String parameter, boolean isGreatest) {
        double limit = plan.value(parameter);
        boolean kept = share.isEmpty() || (isGreatest ? share.getAsDouble() <= limit : share.getAsDouble() >= limit);
        row(
                name,
                count,
                show(share),
                (isGreatest ? "≤ " : "≥ ") + percent(limit),
                share.isEmpty() ? "未检查" : kept ? "符合" : "<b>不符合</b>");
    }

    private void row(String name, int count, String actual, String limit, String verdict) {
        html.append("<tr><td>")
                .append(name)
                .append("</td><td class=\"n\">")
                .append(count)
                .append("</td><td class=\"n\">")
                .append(actual)
                .append("</td><td class=\"n\">")
                .append(limit)
                .append("</td><td>")
                .append(verdict)
                .append("</td></tr>");
    }

    private void positions(List<FieldVerdict.Positions> classes) {
        html.append("<table><thead><tr><th>精度等级</th><th class=\"n\">实测点数</th><th class=\"n\">中误差（m）</th>"
                + "<th class=\"n\">限值（m）</th><th class=\"n\">最大误差（m）</th><th>判定</th></tr></thead><tbody>");
        for (FieldVerdict.Positions one : classes) {
            double limit = plan.value("position" + one.accuracy());
            boolean judged = one.measured() >= plan.value("leastPoints");
            html.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s</td><td class=\"n\">%d</td><td class=\"n\">%.3f</td><td class=\"n\">%.1f</td>"
                            + "<td class=\"n\">%.3f</td><td>%s</td></tr>",
                    one.accuracy(),
                    one.measured(),
                    one.rmsM(),
                    limit,
                    one.greatestM(),
                    !judged ? "点数不足，未判定" : one.rmsM() <= limit ? "符合" : "<b>不符合</b>"));
        }
        html.append("</tbody></table><p class=\"sum\">未注明精度等级的部件按 A 级。</p>");
    }

    private void batches(List<Batch> batches) {
        html.append("<table><thead><tr><th class=\"n\">批次</th><th class=\"n\">批量</th><th class=\"n\">样本量</th>"
                + "<th>首末部件</th></tr></thead><tbody>");
        for (Batch batch : batches.subList(0, Math.min(MOST_BATCHES, batches.size()))) {
            html.append("<tr><td class=\"n\">")
                    .append(batch.number())
                    .append("</td><td class=\"n\">")
                    .append(batch.parts().size())
                    .append("</td><td class=\"n\">")
                    .append(batch.sample().size())
                    .append("</td><td>")
                    .append(Html.escape(batch.parts().get(0).code() + " … "
                            + batch.parts().get(batch.parts().size() - 1).code()))
                    .append("</td></tr>");
        }
        html.append("</tbody></table>");
        if (batches.size() > MOST_BATCHES) {
            html.append("<p class=\"sum\">列出前 ").append(MOST_BATCHES).append(" 批，全部见 report.json。</p>");
        }
    }

    private static String show(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : "—";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** What was not judged and why, as a list. */
    static String notJudged(SurveyResult result) {
        StringBuilder list = new StringBuilder("<ul>");
        result.notJudged().forEach((what, why) -> list.append("<li>")
                .append(Html.escape(what))
                .append("：")
                .append(Html.escape(why))
                .append("</li>"));
        return list.append("</ul>").toString();
    }
}
