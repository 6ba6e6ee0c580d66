package org.onemap.ingest.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.onemap.ingest.check.LevelCheck;
import org.onemap.ingest.check.Member;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.mapping.ColumnMapping;
import org.onemap.ingest.read.SourceRow;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetWriter;

/** Loads a division layer: all of it into memory, checked as a level, then into the store if nothing is wrong. */
final class DivisionLoader {

    private final ChangeSetWriter writer;
    private final ImportListener listener;
    private final IssueCollector issues;
    private final List<CheckedRow> rows = new ArrayList<>();

    DivisionLoader(ChangeSetWriter writer, ImportListener listener, IssueCollector issues) {
        this.writer = writer;
        this.listener = listener;
        this.issues = issues;
    }

    /**
     * Loads the layer.
     *
     * @param stored its rows in the store that stay beside those of the source; empty when it is replaced
     * @param parents the level above, if there is one and it is known
     * @return the level as it is now, for the one below
     */
    Level load(LayerPlan plan, RowReader reader, Level stored, Optional<Level> parents, ChangeSetWriter.Mode mode) {
        Level level = new Level();
        Optional<ParentFinder> finder = parents.map(above -> new ParentFinder(
                above,
                plan.mapping().source(ColumnMapping.SystemColumn.PARENT_CODE).isPresent()));
        for (Iterator<SourceRow> source = plan.source().rows(); source.hasNext(); ) {
            CheckedRow row = reader.apply(source.next());
            CheckedRow complete = finder.map(
                            f -> new CheckedRow(f.complete(row.content()), row.place(), row.isStorable()))
                    .orElse(row);
            rows.add(complete);
            level.add(complete.content(), complete.place());
            listener.progress(rows.size());
        }
        finder.ifPresent(f -> f.report(Loaders.file(plan), issues));
        level.addMissing(stored);
        Optional<List<Member>> above = parents.map(Level::members);
        new LevelCheck(plan.layer(), issues).check(level.members(), above);
        writer.load(plan.layer(), mode);
        if (!issues.hasErrors()) {
            rows.forEach(row -> Loaders.put(writer, plan, row, issues));
        }
        return level;
    }

    /** The rows of the source, parents found. */
    List<CheckedRow> rows() {
        return rows;
    }

    ChangeSet.Counts finish() {
        return writer.finishLayer();
    }
}
