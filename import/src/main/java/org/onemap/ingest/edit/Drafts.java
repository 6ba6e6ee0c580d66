package org.onemap.ingest.edit;

import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.Store;

/** What becomes of a draft that was just made. */
public final class Drafts {

    private Drafts() {}

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
