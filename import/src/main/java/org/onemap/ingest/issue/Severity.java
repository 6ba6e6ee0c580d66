package org.onemap.ingest.issue;

/** What an issue does to an import. */
public enum Severity {
    /** The import is refused; nothing is written. */
    ERROR,
    /** The import goes on; the report names it. */
    WARNING,
    /** Worth knowing, nothing wrong. */
    INFO
}
