package org.onemap.ingest.checkup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Point;
import org.onemap.StoreUnavailable;
import org.onemap.division.check.Severity;
import org.onemap.ingest.issue.Inspection;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.issue.ReportFiles;
import org.onemap.ingest.issue.ReportSection;
import org.onemap.survey.Batch;
import org.onemap.survey.PartAttribute;
import org.onemap.survey.PartRule;
import org.onemap.survey.SurveyInput;
import org.onemap.survey.SurveyPart;
import org.onemap.survey.SurveyPlan;
import org.onemap.survey.SurveyResult;

/**
 * The files of a part survey's acceptance: {@code report.html} (检查报告 with map), {@code issues.geojson}, {@code report.json},
 * {@code findings.gpkg} and {@code sample.csv}, which goes to the field and comes back as the list of field checks.
 *
 * @param store its location
 * @param seed of the samples
 */
record PartReport(String store, SurveyInput input, SurveyPlan plan, long seed, SurveyResult result) {

    /** Writes all files; the folder is made if it is missing, files of these names are replaced. */
    void write(Path folder) {
        CheckReport.makeFolder(folder);
        List<ReportFinding> findings = ReportFinding.ofParts(result.findings());
        IssueCollector issues = FindingIssues.collect(findings);
        List<ReportSection> sections = new ArrayList<>();
        sections.add(new ReportSection("抽样与外业核查", PartTables.html(plan, result)));
        sections.add(new ReportSection(
                "问题分布图",
                ReportMap.svg(input.district(), issues.kept())
                        + CheckReport.LEGEND
                        + ReportMap.beyond(input.district(), issues.kept())));
        sections.add(new ReportSection("未检查的内容", PartTables.notJudged(result)));
        ReportFiles.write(folder, inspection(), issues, sections, List.of());
        PartJson.write(folder.resolve("report.json"), input, plan, seed, result);
        FindingsPackage.write(folder.resolve("findings.gpkg"), findings);
        sample(folder.resolve("sample.csv"));
    }

    private Inspection inspection() {
        String name = Path.of(store).getFileName().toString();
        List<Inspection.Subject> subjects = new ArrayList<>();
        subjects.add(CheckReport.subject(name, "部件 part", input.parts().size()));
        subjects.addAll(CheckReport.subjects(name, input.district()));
        return new Inspection(
                "部件普查验收 " + name,
                subjects,
                parameters(),
                conclusion(),
                result.field().isPresent() ? Inspection.PASSED : "内业合格",
                LocalDateTime.now(CheckReport.SHANGHAI));
    }

    private Map<String, String> parameters() {
        Map<String, String> shown = new LinkedHashMap<>();
        input.scheme().ifPresent(scheme -> shown.put("编码方案", scheme.name() + "（" + scheme.id() + "）"));
        shown.put("检查方式", "内业全数检查，样本量等于批量；不允许错误。外业按批抽样");
        shown.put(
                "批量",
                CheckReport.number(input.parts().size()) + " 个部件，分 "
                        + result.batches().size() + " 批");
        shown.put("样本量", result.sampleSize() + " 个（随机种子 " + seed + "，批内按大类比例抽取）");
        shown.put(
                "样本量表",
                plan.table().sizes().entrySet().stream()
                                .map(size -> "≤" + size.getKey() + "→" + size.getValue())
                                .collect(Collectors.joining("，"))
                        + "（" + plan.table().origin().text() + "）");
        plan.parameters()
                .values()
                .forEach(one -> shown.put(
                        one.title(), PartTables.value(one) + "（" + one.origin().text() + "）"));
        result.notJudged().forEach((what, why) -> shown.put("未检查：" + what, why));
        return shown;
    }

    private String conclusion() {
        if (result.passes()) {
            return result.field().isPresent() ? "内业全数检查无错误，外业核查各项指标在限值内。" : "内业全数检查无错误；外业核查尚未进行，本结论不代替验收。";
        }
        StringJoiner deciding = new StringJoiner("；", "决定项：", "。");
        for (PartRule rule : result.deciding()) {
            List<String> errors = result.findings().stream()
                    .filter(one -> one.rule() == rule && one.severity() == Severity.ERROR)
                    .map(one -> one.text().sentence())
                    .toList();
            deciding.add(rule.name() + " " + rule.chinese() + "（"
                    + (errors.size() == 1 ? errors.get(0) : errors.size() + " 处错误") + "）");
        }
        return deciding.toString();
    }

    private void sample(Path file) {
        StringBuilder csv = new StringBuilder("\uFEFF批次,编码,部件名称,所属网格,库中位置,结果,经度,纬度\r\n");
        for (Batch batch : result.batches()) {
            for (SurveyPart part : batch.sample()) {
                csv.append(batch.number())
                        .append(',')
                        .append(cell(part.code()))
                        .append(',')
                        .append(cell(part.name()))
                        .append(',')
                        .append(cell(part.attribute(PartAttribute.GRID)))
                        .append(',')
                        .append(part.point().map(PartReport::position).orElse(""))
                        .append(",,,\r\n");
            }
        }
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreUnavailable("the sample cannot be written into " + file + ": " + e.getMessage(), e);
        }
    }

    private static String position(Point point) {
        return String.format(Locale.ROOT, "%.8f %.8f", point.getX(), point.getY());
    }

    /** Quoted where it must be; never begun with a sign that a spreadsheet takes for a formula. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
