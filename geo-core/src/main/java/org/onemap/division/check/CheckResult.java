package org.onemap.division.check;

import java.util.List;
import java.util.Map;

/**
 * What a check found. Immutable.
 *
 * @param findings the breaches, gravest first, then by rule
 * @param cards one for each working grid, in the order of codes
 * @param notRun rules that could not be judged, with the reason in Chinese
 */
public record CheckResult(List<Finding> findings, List<GridCard> cards, Map<Rule, String> notRun) {

    public CheckResult {
        findings = List.copyOf(findings);
        cards = List.copyOf(cards);
        notRun = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(notRun));
    }

    /** How many breaches there are of this severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Whether there is no error; warnings do not matter. */
    public boolean passes() {
        return count(Severity.ERROR) == 0;
    }
}
