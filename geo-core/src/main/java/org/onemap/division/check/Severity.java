package org.onemap.division.check;

/** How grave a breach of a rule is. */
public enum Severity {
    /** Must be mended: the check fails, a plan is not accepted. */
    ERROR,
    /** Ought to be looked at. */
    WARNING,
    /** Worth knowing. */
    INFO
}
