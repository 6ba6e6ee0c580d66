package org.onemap.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSet.Kind;
import org.onemap.store.ChangeSet.State;
import org.onemap.store.ChangeSetWriter.Mode;

/** Takes a change set back. Confined to one thread and one transaction. */
final class Undo {

    private final Transaction transaction;
    private final ChangeRecords records;

    Undo(Transaction transaction) {
        this.transaction = transaction;
        this.records = transaction.records();
    }

    /** Calls a scheduled change set off: nothing of it was ever valid. */
    ChangeSet callOff(ChangeSet record) throws SQLException {
        Schedule.unstage(transaction.session(), record.number());
        ChangeSet off = with(record, State.UNDONE, record.undoneBy(), record.note());
        records.save(off);
        return off;
    }

    /** Writes the counter change set. */
    ChangeSet takeBack(ChangeSet record, String author) throws SQLException {
        requireUndoable(record);
        long number = records.nextNumber();
        LayerLoad.Oids oids = new LayerLoad.Oids(records);
        LayerLoad.Stamp stamp =
                new LayerLoad.Stamp(number, number, transaction.today().toString(), oids);
        Map<String, Counts> counts = new LinkedHashMap<>();
        List<String> layers = new ArrayList<>(record.counts().keySet());
        for (String layer : layers) {
            Catalog.Entry entry = new Catalog(transaction.session()).find(layer).orElseThrow();
            try (RowChanges changes =
                    new RowChanges(new LayerLoad.Task(transaction.session(), entry, Mode.UPSERT, stamp))) {
                counts.put(layer, changes.takeBack(record.number()));
                changes.finish();
            }
        }
        ChangeSet counter = new ChangeSet(
                number,
                Kind.UNDO,
                State.APPLIED,
                author,
                transaction.now(),
                transaction.today(),
                List.of(),
                counts,
                Optional.of(number),
                Optional.empty(),
                "takes back " + record.number());
        records.save(counter);
        records.save(with(record, State.UNDONE, Optional.of(number), record.note()));
        records.setSequence("applied", number);
        return counter;
    }

    private void requireUndoable(ChangeSet record) throws SQLException {
        long number = record.number();
        if (record.kind() == Kind.UNDO) {
            throw new InvalidInput("change set " + number + " is an undo itself (" + record.note()
                    + "); import the data again instead");
        } else if (record.state() == State.UNDONE) {
            String by = record.undoneBy().map(n -> " by change set " + n).orElse(": it was called off");
            throw new InvalidInput("change set " + number + " is undone already" + by);
        } else if (record.state() == State.DRAFT) {
            throw new InvalidInput("change set " + number + " was never applied: " + record.note());
        }
        Optional<ChangeSet> later = records.laterOnSameLayers(record);
        if (later.isPresent()) {
            long blocker = later.get().number();
            throw new InvalidInput("change set " + number + " cannot be undone before the later change set " + blocker
                    + ", which touched the same layers: undo " + blocker + " first");
        }
    }

    static ChangeSet with(ChangeSet record, State state, Optional<Long> undoneBy, String note) {
        return new ChangeSet(
                record.number(),
                record.kind(),
                state,
                record.author(),
                record.madeAt(),
                record.effective(),
                record.sources(),
                record.counts(),
                record.appliedAs(),
                undoneBy,
                note);
    }
}
