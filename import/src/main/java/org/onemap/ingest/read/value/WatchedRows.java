package org.onemap.ingest.read.value;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Field;
import org.onemap.ingest.read.SourceRow;
import org.onemap.ingest.read.SourceSchema;
import org.onemap.ingest.read.ToldOnce;
import org.onemap.ingest.read.charset.InvisibleCharacters;

/**
 * The rows of a source, one read ahead; counts invisible characters on the way and keeps account of what was told.
 * Confined to one thread.
 */
public abstract class WatchedRows implements Iterator<SourceRow> {

    private final String displayName;
    private final ToldOnce issues;
    private final InvisibleCharacters invisible;
    private @Nullable SourceRow next;
    private boolean ended;

    /** @param issues takes the issues of the rows too */
    protected WatchedRows(String displayName, SourceSchema schema, ToldOnce issues) {
        this.displayName = displayName;
        this.issues = issues;
        this.invisible = new InvisibleCharacters(
                schema.fields().stream().map(Field::name).toList());
    }

    /** Reads the next row; null after the last one. Told once more after the end, it gives null again. */
    protected abstract @Nullable SourceRow read();

    @Override
    public final boolean hasNext() {
        if (next == null && !ended) {
            next = read();
            if (next == null) {
                ended = true;
                invisible.tell(displayName, issues::addSummary);
                issues.readToTheEnd();
            } else {
                look(next);
                issues.readTo(next.number());
            }
        }
        return next != null;
    }

    private void look(SourceRow row) {
        @Nullable Object[] values = row.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text) {
                invisible.look(row.number(), i, text);
            }
        }
    }

    @Override
    public final SourceRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("no row left in " + displayName);
        }
        SourceRow row = next;
        next = null;
        return row;
    }
}
