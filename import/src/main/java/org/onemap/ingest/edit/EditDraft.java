package org.onemap.ingest.edit;

import java.util.function.Consumer;
import org.onemap.InvalidInput;
import org.onemap.division.life.DivisionChange;
import org.onemap.division.life.DivisionEditor;
import org.onemap.division.life.DivisionRows;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** Edits of divisions and all that follows from them, written as one draft. Confined to one thread. */
public final class EditDraft {

    private final Store store;

    /** Drafts for this store. */
    public EditDraft(Store store) {
        this.store = store;
    }

    /**
     * Edits and keeps the result as a draft.
     *
     * @param author who makes it
     * @param note what it is for
     * @param edits what to do
     * @return the record of the draft
     * @throws InvalidInput if an edit is refused or nothing changes; then nothing is written
     */
    public ChangeSet write(String author, String note, Consumer<DivisionEditor> edits) {
        try (ReadView view = store.read()) {
            StoreReading reading = new StoreReading(view);
            DivisionRows rows = reading.divisions();
            DivisionEditor editor = new DivisionEditor(rows, reading.households(), new NextCodes(reading, rows));
            edits.accept(editor);
            DivisionChange change = editor.change();
            if (change.levels().isEmpty()) {
                throw new InvalidInput("nothing changes by this edit");
            }
            ChangeSetRequest request =
                    new ChangeSetRequest(ChangeSet.Kind.EDIT, author, ChangeSetRequest.Effective.draft(), note);
            return new ChangeDraft(store, view).write(request, rows, change, writer -> {});
        }
    }
}
