package org.onemap.ingest.load;

import java.util.function.Function;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.SourceRow;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetWriter;

/** Loads a layer of any size: rows flow from the reading thread into the store, a bounded number at a time. */
final class StreamLoader {

    private static final int PROGRESS_ROWS = 500;

    private final ChangeSetWriter writer;
    private final ImportListener listener;
    private long rows;

    StreamLoader(ChangeSetWriter writer, ImportListener listener) {
        this.writer = writer;
        this.listener = listener;
    }

    ChangeSet.Counts load(
            LayerPlan plan, Function<SourceRow, CheckedRow> reader, IssueSink issues, ChangeSetWriter.Mode mode) {
        writer.load(plan.layer(), mode);
        try (RowPipe pipe = new RowPipe(plan.source().rows(), reader)) {
            pipe.forEach(row -> {
                Loaders.put(writer, plan, row, issues);
                if (++rows % PROGRESS_ROWS == 0) {
                    listener.progress(rows);
                }
            });
        }
        listener.progress(rows);
        return writer.finishLayer();
    }

    long rows() {
        return rows;
    }
}
