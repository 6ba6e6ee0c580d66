package org.onemap.ingest.read;

import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.IssueSink;

/**
 * Passes each row's issues on the first time that the row is read, and not when rows are read again: a check and a load
 * read the same source twice. Confined to one thread.
 */
public final class ToldOnce implements IssueSink {

    private final IssueSink target;
    private long told;
    private boolean complete;

    /** @param target takes what is new */
    public ToldOnce(IssueSink target) {
        this.target = target;
    }

    /** Takes an issue of a row, or of the file as a whole (row 0), which is passed on until a reading was complete. */
    @Override
    public void add(ImportIssue issue) {
        long row = issue.place().row();
        if (!complete && (row == 0 || row > told)) {
            target.add(issue);
        }
    }

    /** Takes an issue that sums up all rows, though its place is the first of them. */
    public void addSummary(ImportIssue issue) {
        if (!complete) {
            target.add(issue);
        }
    }

    /** All rows up to this one have been read. */
    public void readTo(long row) {
        told = Math.max(told, row);
    }

    /** All rows have been read. */
    public void readToTheEnd() {
        complete = true;
    }
}
