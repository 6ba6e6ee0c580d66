package org.onemap.ingest.load;

import java.util.HashSet;
import java.util.Set;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.issue.IssueSink;

/**
 * Takes what sources say of themselves. A source may be read more than once; it tells the issues of each row once, and
 * what it repeats of the file as a whole is dropped here. Thread-safe.
 */
final class IssueRelay implements IssueSink {

    private final IssueCollector target;
    private final Set<String> files = new HashSet<>();

    IssueRelay(IssueCollector target) {
        this.target = target;
    }

    @Override
    public synchronized void add(ImportIssue issue) {
        if (issue.place().row() > 0 || files.add(issue.rule() + issue.place() + issue.message())) {
            target.add(issue);
        }
    }

    /** What came so far. */
    IssueCollector issues() {
        return target;
    }
}
