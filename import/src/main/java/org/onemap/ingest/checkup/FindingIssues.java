package org.onemap.ingest.checkup;

import java.util.List;
import org.onemap.division.check.Finding;
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
        ImportIssue.Place place = place(finding.subject());
        return new ImportIssue(
                Severity.valueOf(finding.severity().name()),
                finding.rule() + "-" + finding.defect(),
                finding.text().sentence() + "；" + finding.text().advice(),
                place,
                finding.where());
    }

    /** A level and the first few of the codes concerned. */
    static ImportIssue.Place place(Finding.Subject subject) {
        List<String> codes = subject.codes();
        String title = StandardLayers.find(subject.layer()).map(Layer::title).orElse(subject.layer());
        return ImportIssue.Place.file(title)
                .code(String.join(" ", codes.subList(0, Math.min(MOST_CODES, codes.size()))));
    }
}
