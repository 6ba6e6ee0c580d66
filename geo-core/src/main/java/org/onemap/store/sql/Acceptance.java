package org.onemap.store.sql;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSet.State;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;

/** Gives a draft its day. Confined to one thread and one transaction. */
final class Acceptance {

    private final Transaction transaction;
    private final Catalog catalog;

    Acceptance(Transaction transaction) {
        this.transaction = transaction;
        this.catalog = new Catalog(transaction.session());
    }

    ChangeSet accept(long number, Effective effective, String author) throws SQLException {
        ChangeSet draft = transaction.records().get(number);
        List<Catalog.Entry> staged = catalog.staged(number);
        requireDraft(draft, staged);
        LocalDate day = day(number, effective);
        for (Catalog.Entry entry : staged) {
            requireUntouched(number, entry);
            requireOrder(number, entry, day);
        }
        ChangeSet accepted = accepted(draft, day, author);
        if (day.isAfter(transaction.today())) {
            transaction.records().save(accepted);
            return accepted;
        }
        Followers.find(transaction, accepted);
        return apply(accepted, catalog.staged(number));
    }

    private static void requireDraft(ChangeSet draft, List<Catalog.Entry> staged) {
        String what = "change set " + draft.number();
        switch (draft.state()) {
            case APPLIED -> throw new InvalidInput(what + " is accepted already: valid from " + draft.effective());
            case SCHEDULED ->
                throw new InvalidInput(what + " is accepted already: it takes effect on " + draft.effective()
                        + "; undo it to call it off");
            case UNDONE -> throw new InvalidInput(what + " was discarded or undone; make the draft anew");
            case DRAFT -> {
                if (staged.isEmpty()) {
                    throw new InvalidInput(what + " keeps no rows to apply: " + draft.note());
                }
            }
        }
    }

    private LocalDate day(long number, Effective effective) {
        if (effective.undecided()) {
            throw new InvalidInput("say from which day change set " + number + " is valid");
        }
        LocalDate day = effective.day().orElse(transaction.today());
        if (day.isBefore(transaction.today())) {
            throw new InvalidInput("change set " + number + " cannot be valid from " + day + ", before today ("
                    + transaction.today() + "): give today or a later day");
        }
        return day;
    }

    /** A draft is a change of what its maker saw. */
    private void requireUntouched(long number, Catalog.Entry staged) throws SQLException {
        Optional<Catalog.Entry> stored = catalog.find(staged.layer().name());
        if (stored.isEmpty()) {
            return;
        }
        String touched = "SELECT min(change_number) FROM onemap_change_log WHERE layer_id = ? AND change_number > ?";
        if (staged.mode() == Mode.UPSERT) {
            touched += " AND code IN (" + StagingTable.labels(transaction.session(), staged) + ")";
        }
        long by = transaction.session().number(0, touched, stored.get().id(), number);
        if (by > 0) {
            throw new InvalidInput("layer '" + staged.layer().name() + "' was changed by " + by + " after draft "
                    + number + " was made, in rows that the draft changes too; make the draft anew from today's rows");
        }
    }

    private void requireOrder(long number, Catalog.Entry staged, LocalDate day) throws SQLException {
        String layer = staged.layer().name();
        LocalDate last = transaction.records().lastEffective(layer).orElse(LocalDate.MIN);
        if (day.isBefore(last)) {
            throw new InvalidInput("change set " + number + " cannot be valid from " + day + ": layer '" + layer
                    + "' was last changed from " + last + "; give that day or a later one");
        }
    }

    private ChangeSet accepted(ChangeSet draft, LocalDate day, String author) {
        String note = draft.note() + (draft.note().isEmpty() ? "" : "; ") + "accepted by " + author + " on "
                + transaction.today();
        return new ChangeSet(
                draft.number(),
                draft.kind(),
                State.SCHEDULED,
                draft.author(),
                draft.madeAt(),
                day,
                draft.sources(),
                draft.counts(),
                Optional.empty(),
                Optional.empty(),
                note);
    }

    private ChangeSet apply(ChangeSet accepted, List<Catalog.Entry> staged) throws SQLException {
        Change change = new Change(transaction, accepted, transaction.records().nextNumber(), false);
        try {
            for (Catalog.Entry entry : staged) {
                change.loadStaged(entry, (content, outcome) -> {
                    if (outcome == Outcome.REUSES_RETIRED) {
                        throw new InvalidInput("change set " + accepted.number() + " would give code "
                                + content.code().orElse("?") + " of layer '"
                                + entry.layer().name()
                                + "' out again, which was retired meanwhile; make the draft anew");
                    }
                });
            }
            Schedule.unstage(transaction.session(), accepted.number());
            return change.save();
        } catch (SQLException | RuntimeException e) {
            change.abandon();
            throw e;
        }
    }
}
