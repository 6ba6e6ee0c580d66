package org.onemap.ingest.load;

import java.util.OptionalLong;
import org.onemap.store.ChangeSet;

/** Is told how an import goes on. Called from one thread at a time. */
public interface ImportListener {

    /** Hears nothing. */
    ImportListener SILENT = new ImportListener() {};

    /** What will be done with a source. */
    default void planned(LayerPlan plan) {}

    /** The rows of a source begin. */
    default void reading(LayerPlan plan, OptionalLong rows) {}

    /** So many rows of the present source are through. */
    default void progress(long rows) {}

    /** The rows of a source are through, with these counts. */
    default void finished(LayerPlan plan, ChangeSet.Counts counts) {}
}
