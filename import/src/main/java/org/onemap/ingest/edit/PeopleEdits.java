package org.onemap.ingest.edit;

import java.util.List;
import java.util.function.Consumer;
import org.onemap.InvalidInput;
import org.onemap.division.people.AssignmentRules;
import org.onemap.division.people.Roster;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** Edits of the people of a store, each one draft. Confined to one thread. */
public final class PeopleEdits {

    private static final int MOST_NAMED = 20;

    private final Store store;
    private final int leaders;

    /**
     * Edits of this store.
     *
     * @param leaders how many 网格长 a division may have at a time, usually 1
     */
    public PeopleEdits(Store store, int leaders) {
        this.store = store;
        this.leaders = leaders;
    }

    /**
     * Edits and keeps the result as a draft.
     *
     * @param author who makes it
     * @param note what it is for
     * @param edits what to do
     * @return the record of the draft
     * @throws InvalidInput naming everything that {@link AssignmentRules} finds wrong, or if nothing changes; then nothing
     *     is written
     */
    public ChangeSet write(String author, String note, Consumer<Roster> edits) {
        try (ReadView view = store.read()) {
            StorePeople people = new StorePeople(view);
            Roster roster = people.roster();
            edits.accept(roster);
            if (roster.changed().isEmpty()) {
                throw new InvalidInput("nothing changes by this edit");
            }
            List<String> problems = AssignmentRules.problems(
                    roster.list(), roster.changed().keySet(), new DivisionCodes(view)::known, leaders);
            if (!problems.isEmpty()) {
                throw new InvalidInput(String.join("\n", problems.subList(0, Math.min(MOST_NAMED, problems.size())))
                        + (problems.size() > MOST_NAMED ? "\nand " + (problems.size() - MOST_NAMED) + " more" : ""));
            }
            return Drafts.write(store, author, note, people::write);
        }
    }
}
