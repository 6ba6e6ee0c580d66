package org.onemap.ingest.issue;

/** Takes issues where they are noticed. Implementations bound their memory: they count all and keep enough of each rule. */
@FunctionalInterface
public interface IssueSink {

    /** Takes one issue. */
    void add(ImportIssue issue);
}
