package org.onemap.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.division.check.Severity;

/**
 * What an acceptance found. Immutable.
 *
 * @param findings of the full check, then of the field
 * @param batches with their samples
 * @param field what the field says; empty if nobody has been there yet
 * @param notJudged what could not be judged: words to reason
 */
public record SurveyResult(
        List<PartFinding> findings, List<Batch> batches, Optional<FieldVerdict> field, Map<String, String> notJudged) {

    public SurveyResult {
        findings = List.copyOf(findings);
        batches = List.copyOf(batches);
        notJudged = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(notJudged));
    }

    /** Whether there is no error. */
    public boolean passes() {
        return count(Severity.ERROR) == 0;
    }

    /** How many findings are so grave. */
    public long count(Severity severity) {
        return findings.stream().filter(one -> one.severity() == severity).count();
    }

    /** How many parts are drawn in all. */
    public int sampleSize() {
        return batches.stream().mapToInt(batch -> batch.sample().size()).sum();
    }

    /** The rules that refused the survey: those with errors, in their order. */
    public List<PartRule> deciding() {
        return findings.stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .map(PartFinding::rule)
                .distinct()
                .sorted()
                .toList();
    }
}
