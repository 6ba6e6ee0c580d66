package org.onemap.ingest.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onemap.ingest.issue.ImportIssue.Place;

class IssueCollectorTest {

    @Test
    void countsAllAndKeepsTheFirstThousandOfEachRule() {
        IssueCollector issues = new IssueCollector();
        for (int i = 1; i <= 2500; i++) {
            issues.add(ImportIssue.warning("a-rule", Place.row("x.shp", i), "row " + i));
        }
        issues.add(ImportIssue.error("b-rule", Place.file("x.shp"), "all of it"));
        assertThat(issues.count(Severity.WARNING)).isEqualTo(2500);
        assertThat(issues.hasErrors()).isTrue();
        assertThat(issues.kept()).hasSize(1001);
        assertThat(issues.rules()).extracting(IssueCollector.RuleCount::rule).containsExactly("b-rule", "a-rule");

        IssueCollector other = new IssueCollector();
        other.addAll(issues);
        assertThat(other.rules()).isEqualTo(issues.rules());
        assertThat(other.kept()).isEqualTo(issues.kept());
    }

    @Test
    void theTableShowsTwentyAndEveryRule() {
        IssueCollector issues = new IssueCollector();
        for (int i = 1; i <= 30; i++) {
            issues.add(ImportIssue.error("overlap", Place.row("网格.shp", i).code("41017256000100" + i), "重叠"));
        }
        issues.add(ImportIssue.warning("empty-name", Place.row("网格.shp", 7).field("名称"), "no name"));
        var lines = IssueTable.lines(issues);
        assertThat(lines).hasSize(2 + IssueTable.ROWS + 1 + 2);
        assertThat(lines).anyMatch(line -> line.startsWith("… and 11 more, see --report"));
        assertThat(lines).anyMatch(line -> line.contains("empty-name"));
        assertThat(lines.get(2)).contains("网格.shp row 1 [410172560001001]");
    }

    @Test
    void chineseTakesTwoColumns() {
        assertThat(Columns.width("网格a")).isEqualTo(5);
        assertThat(Columns.width("a\u200Eb")).isEqualTo(2);
        assertThat(Columns.pad("网格", 6)).isEqualTo("网格  ");
        assertThat(Columns.shorten("网格编码表", 7)).isEqualTo("网格编…");
        assertThat(TextTable.of("名称", "x").row("一", "2").lines()).containsExactly("名称  x", "────  ─", "一    2");
    }
}
