package org.onemap.division.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs the rules. Stateless; any number of threads may run it, each on its own input.
 *
 * <p>For a store and for a draft alike: before a plan is accepted its levels are given here, and it is accepted if the
 * result {@linkplain CheckResult#passes() passes}.
 */
public final class DivisionChecks {

    private DivisionChecks() {}

    /** Checks a division tree. */
    public static CheckResult run(CheckInput input, CheckSettings settings) {
        Findings findings = new Findings(settings);
        for (RuleCheck check : rules(settings)) {
            check.check(input, findings);
        }
        List<Finding> sorted = findings.sorted();
        return new CheckResult(sorted, new GridCards(input, sorted).list(), findings.notRun());
    }

    /** The checks of which at least one rule runs. */
    private static List<RuleCheck> rules(CheckSettings settings) {
        List<RuleCheck> checks = new ArrayList<>();
        if (runsAny(settings, Rule.R2, Rule.R3, Rule.R4, Rule.R5)) {
            checks.add(new CoverageRules());
        }
        if (runsAny(settings, Rule.R6, Rule.R9)) {
            checks.add(new ShapeRules());
        }
        if (runsAny(settings, Rule.R7)) {
            checks.add(new LineRule());
        }
        if (runsAny(settings, Rule.R8, Rule.R10)) {
            checks.add(new CutRules());
        }
        if (runsAny(settings, Rule.R11, Rule.R13)) {
            checks.add(new LoadRules());
        }
        if (runsAny(settings, Rule.R14)) {
            checks.add(new UnionRule());
        }
        if (runsAny(settings, Rule.R16)) {
            checks.add(new PeopleRule());
        }
        if (runsAny(settings, Rule.R1, Rule.R12, Rule.R15)) {
            checks.add(new RecordRules());
        }
        return checks;
    }

    private static boolean runsAny(CheckSettings settings, Rule... rules) {
        for (Rule rule : rules) {
            if (settings.runs(rule)) {
                return true;
            }
        }
        return false;
    }
}
