package org.onemap.ingest.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes issues as a table for the terminal: the counts of each rule, then the first issues with their places. */
public final class IssueTable {

    /** How many issues the terminal shows; the report has more. */
    public static final int ROWS = 20;

    private IssueTable() {}

    /** The lines of the table; none if there are no issues. */
    public static List<String> lines(IssueCollector issues) {
        List<IssueCollector.RuleCount> rules = issues.rules();
        if (rules.isEmpty()) {
            return List.of();
        }
        TextTable table = TextTable.of("", "rule", "place", "what");
        long total = rules.stream().mapToLong(IssueCollector.RuleCount::count).sum();
        List<ImportIssue> shown = choose(issues.kept(), rules.size());
        for (ImportIssue issue : shown) {
            table.row(
                    issue.severity().name().toLowerCase(Locale.ROOT),
                    issue.rule(),
                    place(issue.place()),
                    issue.message());
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (total > shown.size()) {
            lines.add("… and " + (total - shown.size()) + " more, see --report DIR");
            for (IssueCollector.RuleCount rule : rules) {
                lines.add("  " + rule.severity().name().toLowerCase(Locale.ROOT) + " " + rule.rule() + ": "
                        + rule.count());
            }
        }
        return lines;
    }

    /** A place as one reads it: file, row, column, code. */
    static String place(ImportIssue.Place place) {
        StringBuilder text = new StringBuilder(place.source());
        if (place.row() > 0) {
            text.append(" row ").append(place.row());
        }
        if (!place.field().isEmpty()) {
            text.append(" ").append(place.field());
        }
        if (!place.code().isEmpty()) {
            text.append(" [").append(place.code()).append("]");
        }
        return text.toString();
    }

    /** Every rule gets its share of the rows, so that a flood of one does not hide the others. */
    private static List<ImportIssue> choose(List<ImportIssue> all, int rules) {
        int share = Math.max(1, ROWS / Math.max(1, rules));
        List<ImportIssue> chosen = new ArrayList<>();
        List<ImportIssue> rest = new ArrayList<>();
        String rule = "";
        int taken = 0;
        for (ImportIssue issue : all) {
            String next = issue.severity() + issue.rule();
            taken = next.equals(rule) ? taken + 1 : 1;
            rule = next;
            (taken <= share ? chosen : rest).add(issue);
        }
        for (ImportIssue issue : rest) {
            if (chosen.size() >= ROWS) {
                break;
            }
            chosen.add(issue);
        }
        chosen.sort((a, b) -> Integer.compare(all.indexOf(a), all.indexOf(b)));
        return chosen;
    }
}
