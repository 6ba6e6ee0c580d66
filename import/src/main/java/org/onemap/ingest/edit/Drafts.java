package org.onemap.ingest.edit;

import java.util.function.Consumer;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;

/** How drafts begin, and what becomes of those that were just made. */
public final class Drafts {

    private Drafts() {}

    /** A draft of an edit; nothing is written if the writing fails. */
    static ChangeSet write(Store store, String author, String note, Consumer<ChangeSetWriter> writing) {
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.EDIT, author, Effective.draft(), note))) {
            writing.accept(writer);
            return writer.commit();
        }
    }

    /**
     * Accepts a draft of its own maker at once; one that cannot be accepted is not left behind.
     *
     * @throws InvalidInput if its day lies before today or before the last change of one of its layers; the draft is
     *     discarded then
     */
    public static ChangeSet acceptOrDiscard(Store store, ChangeSet draft, Effective day, String author) {
        try {
            return store.accept(draft.number(), day, author);
        } catch (InvalidInput | NotFound e) {
            store.undo(draft.number(), author);
            throw e;
        }
    }
}
