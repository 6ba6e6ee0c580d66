package org.onemap.ingest.checkup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.onemap.StoreUnavailable;
import org.onemap.division.check.CheckInput;
import org.onemap.division.check.CheckResult;
import org.onemap.division.check.CheckSettings;
import org.onemap.division.check.Level;
import org.onemap.division.check.Rule;
import org.onemap.ingest.issue.Inspection;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.issue.ReportFiles;
import org.onemap.ingest.issue.ReportSection;

/**
 * The files of a check: {@code report.html} (检查报告 with map and cards), {@code issues.geojson}, {@code report.json} and
 * {@code findings.gpkg}.
 */
final class CheckReport {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final String LEGEND = "<p class=\"legend\"><span><i style=\"background:#b3261e\"></i>错误</span>"
            + "<span><i style=\"background:#e08a00\"></i>警告</span><span>圆圈中的数字为问题清单中的序号</span></p>";

    private CheckReport() {}

    /**
     * Writes all files; the folder is made if it is missing, files of these names are replaced.
     *
     * @throws StoreUnavailable if the folder cannot be written
     */
    static void write(Path folder, String store, CheckInput input, CheckSettings settings, CheckResult result) {
        makeFolder(folder);
        IssueCollector issues = FindingIssues.collect(ReportFinding.ofDivisions(result.findings()));
        List<ReportSection> sections = new ArrayList<>();
        sections.add(new ReportSection("问题分布图", ReportMap.svg(input, issues.kept()) + LEGEND));
        ReportFiles.write(
                folder,
                inspection(store, input, settings, result),
                issues,
                sections,
                List.of(new ReportSection("网格四定卡片", ReportCards.html(result))));
        ResultJson.write(folder.resolve("report.json"), result, settings);
        FindingsPackage.write(folder.resolve("findings.gpkg"), ReportFinding.ofDivisions(result.findings()));
    }

    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreUnavailable("the folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static Inspection inspection(String store, CheckInput input, CheckSettings settings, CheckResult result) {
        String name = Path.of(store).getFileName().toString();
        List<Inspection.Subject> subjects = subjects(name, input);
        String conclusion = result.passes()
                ? "各项规则未发现错误" + (result.findings().isEmpty() ? "。" : "，警告和提示请核对。")
                : "存在错误，请按清单修改后重新检查。";
        return new Inspection(
                "网格划分四定体检 " + name,
                subjects,
                parameters(settings, result),
                conclusion,
                Inspection.PASSED,
                LocalDateTime.now(SHANGHAI));
    }

    /** What a district brings into a check, with how many rows. */
    static List<Inspection.Subject> subjects(String name, CheckInput input) {
        List<Inspection.Subject> subjects = new ArrayList<>();
        for (Level level : input.levels()) {
            subjects.add(subject(
                    name,
                    level.title() + " " + level.layer().name(),
                    level.divisions().size()));
        }
        count(name, "道路等参照线", input.elements().lines().size(), subjects);
        count(name, "建筑 building", input.elements().buildings().size(), subjects);
        count(name, "院落 compound", input.elements().compounds().size(), subjects);
        count(name, "人员任用 assignment", input.elements().posts().map(List::size).orElse(0), subjects);
        return subjects;
    }

    private static void count(String store, String layer, int rows, List<Inspection.Subject> subjects) {
        if (rows > 0) {
            subjects.add(subject(store, layer, rows));
        }
    }

    static Inspection.Subject subject(String store, String layer, int rows) {
        return new Inspection.Subject(
                store, layer, String.format(Locale.ROOT, "%,d", rows), "EPSG:4490 CGCS2000", "UTF-8", "—");
    }

    private static Map<String, String> parameters(CheckSettings settings, CheckResult result) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("检查方式", "全数检查，样本量等于批量");
        for (Rule rule : Rule.values()) {
            parameters.put(rule.name() + " " + rule.chinese(), say(rule, settings, result));
        }
        return parameters;
    }

    private static String say(Rule rule, CheckSettings settings, CheckResult result) {
        if (!settings.runs(rule)) {
            return "未启用";
        }
        if (result.notRun().containsKey(rule)) {
            return "未检查：" + result.notRun().get(rule);
        }
        StringJoiner text = new StringJoiner("，");
        text.add(
                switch (settings.severity(rule)) {
                    case ERROR -> "不符合为错误";
                    case WARNING -> "不符合为警告";
                    case INFO -> "不符合为提示";
                });
        settings.parameters(rule).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> text.add(entry.getKey() + " = " + number(entry.getValue())));
        return text.toString();
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Double.toString(value);
    }
}
