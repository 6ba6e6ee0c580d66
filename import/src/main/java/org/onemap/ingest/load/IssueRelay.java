package org.onemap.ingest.load;

import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.IssueSink;

/**
 * Hands issues to whoever listens now. A source keeps the sink it was opened with, but its rows may be read more than
 * once: only the issues of the reading that counts are kept.
 */
final class IssueRelay implements IssueSink {

    private volatile IssueSink target;

    IssueRelay(IssueSink target) {
        this.target = target;
    }

    void listen(IssueSink next) {
        target = next;
    }

    @Override
    public void add(ImportIssue issue) {
        target.add(issue);
    }
}
