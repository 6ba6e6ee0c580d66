package org.onemap.ingest.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes issues from any thread: counts all of them and keeps the first thousand of each rule, so that a source with
 * millions of faults costs no more memory than one with thousands.
 */
public final class IssueCollector implements IssueSink {

    /** How many issues of one rule are kept. */
    public static final int KEPT_PER_RULE = 1000;

    private static final Comparator<RuleCount> GRAVEST_FIRST =
            Comparator.comparing(RuleCount::severity).thenComparing(RuleCount::rule);

    private final Map<String, Kept> byRule = new TreeMap<>();

    @Override
    public synchronized void add(ImportIssue issue) {
        String key = issue.severity().name() + issue.rule();
        Kept kept = byRule.computeIfAbsent(key, unused -> new Kept(issue.severity(), issue.rule()));
        kept.count++;
        if (kept.issues.size() < KEPT_PER_RULE) {
            kept.issues.add(issue);
        }
    }

    /** How many issues of this severity came. */
    public synchronized long count(Severity severity) {
        return byRule.values().stream()
                .filter(kept -> kept.severity == severity)
                .mapToLong(kept -> kept.count)
                .sum();
    }

    /** Whether an issue came that stops the import. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** How often each rule was broken, errors first. */
    public synchronized List<RuleCount> rules() {
        return byRule.values().stream()
                .map(kept -> new RuleCount(kept.severity, kept.rule, kept.count))
                .sorted(GRAVEST_FIRST)
                .toList();
    }

    /** The issues that are kept, errors first, each rule in the order in which they came. */
    public synchronized List<ImportIssue> kept() {
        List<ImportIssue> all = new ArrayList<>();
        for (RuleCount rule : rules()) {
            all.addAll(kept(rule.severity(), rule.rule()));
        }
        return all;
    }

    /** Takes over what another collector has. */
    public void addAll(IssueCollector other) {
        for (RuleCount rule : other.rules()) {
            List<ImportIssue> issues = other.kept(rule.severity(), rule.rule());
            issues.forEach(this::add);
            addUncounted(rule, rule.count() - issues.size());
        }
    }

    private synchronized List<ImportIssue> kept(Severity severity, String rule) {
        Kept kept = byRule.get(severity.name() + rule);
        return kept == null ? List.of() : List.copyOf(kept.issues);
    }

    private synchronized void addUncounted(RuleCount rule, long more) {
        Kept kept = byRule.get(rule.severity().name() + rule.rule());
        if (kept != null) {
            kept.count += more;
        }
    }

    /**
     * How often a rule was broken.
     *
     * @param severity what it does to the import
     * @param rule short stable name of the check
     * @param count all issues, those that are not kept included
     */
    public record RuleCount(Severity severity, String rule, long count) {}

    private static final class Kept {
        private final Severity severity;
        private final String rule;
        private final List<ImportIssue> issues = new ArrayList<>();
        private long count;

        private Kept(Severity severity, String rule) {
            this.severity = severity;
            this.rule = rule;
        }
    }
}
