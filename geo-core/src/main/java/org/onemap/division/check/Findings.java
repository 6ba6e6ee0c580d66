package org.onemap.division.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.check.Finding.Measure;
import org.onemap.division.check.Finding.Subject;
import org.onemap.division.check.Finding.Text;

/** Collects what the rules find. Confined to one thread. */
final class Findings {

    private final CheckSettings settings;
    private final List<Finding> all = new ArrayList<>();
    private final Map<Rule, String> notRun = new TreeMap<>();

    Findings(CheckSettings settings) {
        this.settings = settings;
    }

    CheckSettings settings() {
        return settings;
    }

    /** Adds a breach with the severity of its rule; nothing if the rule does not run. */
    void add(Rule rule, String defect, Subject subject, Optional<Geometry> where, Measure measure, Text text) {
        add(rule, settings.severity(rule), new Finding(rule, defect, Severity.INFO, subject, where, measure, text));
    }

    /** Adds a breach that is a warning at most, whatever the rule says. */
    void warn(Rule rule, String defect, Subject subject, Optional<Geometry> where, Measure measure, Text text) {
        Severity severity = settings.severity(rule) == Severity.ERROR ? Severity.WARNING : settings.severity(rule);
        add(rule, severity, new Finding(rule, defect, Severity.INFO, subject, where, measure, text));
    }

    private void add(Rule rule, Severity severity, Finding finding) {
        if (settings.runs(rule)) {
            all.add(new Finding(
                    rule,
                    finding.defect(),
                    severity,
                    finding.subject(),
                    finding.where(),
                    finding.measure(),
                    finding.text()));
        }
    }

    /** Says that a rule could not be judged; the first reason stays. */
    void notRun(Rule rule, String reason) {
        if (settings.runs(rule)) {
            notRun.putIfAbsent(rule, reason);
        }
    }

    List<Finding> sorted() {
        all.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::rule));
        return all;
    }

    Map<Rule, String> notRun() {
        return notRun;
    }
}
