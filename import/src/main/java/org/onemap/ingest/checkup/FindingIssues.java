package org.onemap.ingest.checkup;

import java.util.List;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.issue.Severity;

/** Findings as the issues of a report. */
final class FindingIssues {

    private static final int MOST_CODES = 4;

    private FindingIssues() {}

    static IssueCollector collect(List<ReportFinding> findings) {
        IssueCollector collector = new IssueCollector();
        findings.forEach(finding -> collector.add(issue(finding)));
        return collector;
    }

    private static ImportIssue issue(ReportFinding finding) {
        List<String> codes = finding.subject().codes();
        String layer = finding.subject().layer();
        String title = StandardLayers.find(layer).map(Layer::title).orElse(layer);
        ImportIssue.Place place = ImportIssue.Place.file(title)
                .code(String.join(" ", codes.subList(0, Math.min(MOST_CODES, codes.size()))));
        return new ImportIssue(
                Severity.valueOf(finding.severity().name()),
                finding.rule() + "-" + finding.defect(),
                finding.text().sentence() + "；" + finding.text().advice(),
                place,
                finding.where());
    }
}
