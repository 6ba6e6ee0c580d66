package org.onemap.ingest.issue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The Chinese 检查报告 as one HTML page that needs nothing else and prints on A4. */
final class ReportPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final int LISTED = 2000;

    private static final String NUMERALS = "一二三四五六七八九";

    private final StringBuilder page = new StringBuilder();
    private int chapters;

    private ReportPage() {}

    static String html(
            Inspection inspection, IssueCollector issues, List<ReportSection> before, List<ReportSection> after) {
        ReportPage report = new ReportPage();
        report.head(inspection);
        report.verdict(inspection, issues);
        report.subjects(inspection);
        report.parameters(inspection);
        report.rules(issues);
        before.forEach(report::section);
        report.list(issues);
        after.forEach(report::section);
        report.page.append(
                "<footer>本报告由 onemap 自动生成 · 位置为 CGCS2000 经纬度 · 面积按 3° 高斯—克吕格投影计算" + "</footer></main></body></html>\n");
        return report.page.toString();
    }

    private void head(Inspection inspection) {
        page.append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>检查报告 · ")
                .append(escape(inspection.name()))
                .append("</title><style>\n")
                .append(style())
                .append("</style></head><body><main><header><p class=\"kind\">空间数据成果</p><h1>检查报告</h1></header>\n");
    }

    private void verdict(Inspection inspection, IssueCollector issues) {
        boolean good = !issues.hasErrors();
        String word = good ? inspection.passed() : "不合格";
        page.append("<section class=\"summary ")
                .append(good ? "good" : "bad")
                .append("\"><div class=\"stamp\">")
                .append(word)
                .append("</div><dl>");
        fact("成果名称", inspection.name());
        fact("检查时间", inspection.madeAt().format(TIME) + "（北京时间）");
        fact(
                "问题数量",
                "错误 " + issues.count(Severity.ERROR) + " 处，警告 " + issues.count(Severity.WARNING) + " 处，提示 "
                        + issues.count(Severity.INFO) + " 处");
        fact("结论", word + "。" + inspection.conclusion());
        page.append("</dl></section>\n");
    }

    private void fact(String name, String value) {
        page.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(escape(value))
                .append("</dd>");
    }

    private void heading(String title) {
        page.append("<h2>")
                .append(NUMERALS.charAt(chapters++))
                .append("、")
                .append(escape(title))
                .append("</h2>");
    }

    private void section(ReportSection section) {
        heading(section.title());
        page.append(section.html()).append("\n");
    }

    private void subjects(Inspection inspection) {
        heading("检查对象");
        page.append("<table><thead><tr><th>文件</th><th>图层</th><th class=\"n\">批量（行）</th>"
                + "<th>坐标系</th><th>字符集</th><th>SHA-256</th></tr></thead><tbody>");
        for (Inspection.Subject subject : inspection.subjects()) {
            page.append("<tr><td>").append(escape(subject.file())).append("</td><td>");
            page.append(escape(subject.layer())).append("</td><td class=\"n\">");
            page.append(escape(subject.rows())).append("</td><td>").append(escape(subject.crs()));
            page.append("</td><td>").append(escape(subject.charset())).append("</td><td class=\"hash\">");
            page.append(escape(subject.sha256())).append("</td></tr>");
        }
        page.append("</tbody></table>\n");
    }

    private void parameters(Inspection inspection) {
        heading("检查参数");
        page.append("<table class=\"pairs\"><tbody>");
        inspection.parameters().forEach((name, value) -> page.append("<tr><th>")
                .append(escape(name))
                .append("</th><td>")
                .append(escape(value))
                .append("</td></tr>"));
        page.append("</tbody></table>\n");
    }

    private void rules(IssueCollector issues) {
        heading("检查结果");
        List<IssueCollector.RuleCount> rules = issues.rules();
        if (rules.isEmpty()) {
            page.append("<p>各检查项均未发现问题。</p>\n");
            return;
        }
        Map<String, StringBuilder> byElement = new TreeMap<>();
        for (IssueCollector.RuleCount rule : rules) {
            RuleTitles.Title title = RuleTitles.of(rule.rule());
            byElement
                    .computeIfAbsent(title.element(), unused -> new StringBuilder())
                    .append("<tr><td>")
                    .append(escape(title.element()))
                    .append("</td><td>")
                    .append(escape(title.text()))
                    .append(" <code>")
                    .append(escape(rule.rule()))
                    .append("</code></td><td>")
                    .append(badge(rule.severity()))
                    .append("</td><td class=\"n\">")
                    .append(rule.count())
                    .append("</td><td>")
                    .append(escape(title.advice()))
                    .append("</td></tr>");
        }
        page.append("<table><thead><tr><th>质量元素</th><th>检查项</th><th>等级</th><th class=\"n\">数量</th>"
                + "<th>处理建议</th></tr></thead><tbody>");
        byElement.values().forEach(page::append);
        page.append("</tbody></table>\n");
    }

    private void list(IssueCollector issues) {
        List<ImportIssue> kept = issues.kept();
        if (kept.isEmpty()) {
            return;
        }
        heading("问题清单");
        long all = issues.rules().stream()
                .mapToLong(IssueCollector.RuleCount::count)
                .sum();
        int shown = Math.min(LISTED, kept.size());
        if (all > shown) {
            page.append("<p>共 ").append(all).append(" 处，列出前 ").append(shown).append(" 处。</p>");
        }
        page.append("<table class=\"issues\"><thead><tr><th class=\"n\">序号</th><th>等级</th><th>检查项</th><th>位置</th>"
                + "<th>说明</th></tr></thead><tbody>");
        for (int i = 0; i < shown; i++) {
            row(i + 1, kept.get(i));
        }
        page.append("</tbody></table>\n");
    }

    private void row(int number, ImportIssue issue) {
        ImportIssue.Place place = issue.place();
        page.append("<tr><td class=\"n\">").append(number).append("</td><td>");
        page.append(badge(issue.severity())).append("</td><td>");
        page.append(escape(RuleTitles.of(issue.rule()).text())).append("</td><td>");
        page.append(escape(place.source()));
        if (place.row() > 0) {
            page.append("，第 ").append(place.row()).append(" 行");
        }
        if (!place.field().isEmpty()) {
            page.append("，字段 ").append(escape(place.field()));
        }
        if (!place.code().isEmpty()) {
            page.append("，编码 ").append(escape(place.code()));
        }
        issue.where().filter(where -> !where.isEmpty()).ifPresent(where -> page.append("<br><span class=\"spot\">")
                .append(String.format(Locale.ROOT, "%.6f, %.6f", where.getCoordinate().x, where.getCoordinate().y))
                .append("</span>"));
        page.append("</td><td>").append(explanation(issue));
        page.append("</td></tr>\n");
    }

    /** A Chinese message as it is, with the advice below; an English one below the Chinese title and advice. */
    private static String explanation(ImportIssue issue) {
        RuleTitles.Title title = RuleTitles.of(issue.rule());
        String small = "<br><span class=\"spot\"";
        int cut = issue.message().lastIndexOf('；'); // a check's own sentence; the importer writes English
        if (cut > 0) {
            return escape(issue.message().substring(0, cut)) + small + ">"
                    + escape(issue.message().substring(cut + 1)) + "</span>";
        }
        String advice = title.advice().isEmpty() ? "" : "：" + title.advice();
        return escape(title.text() + advice) + small + " lang=\"en\">" + escape(issue.message()) + "</span>";
    }

    private static String badge(Severity severity) {
        String text =
                switch (severity) {
                    case ERROR -> "错误";
                    case WARNING -> "警告";
                    case INFO -> "提示";
                };
        return "<span class=\"" + severity.name().toLowerCase(Locale.ROOT) + "\">" + text + "</span>";
    }

    private static String escape(String text) {
        return Html.escape(text);
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(
                ReportPage.class.getResourceAsStream("report.css"), "report.css is missing from the jar")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read", e);
        }
    }
}
