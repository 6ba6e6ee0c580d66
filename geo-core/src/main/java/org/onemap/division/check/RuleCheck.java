package org.onemap.division.check;

/** Judges one rule, or a few that share their work. Implementations are stateless or used once; confined to one thread. */
@FunctionalInterface
interface RuleCheck {

    /** Adds what breaks the rule. */
    void check(CheckInput input, Findings findings);
}
