package org.onemap.store.sql;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSet.Source;
import org.onemap.store.ChangeSet.State;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;

/**
 * One change set inside a transaction: its layers, sources and counts. Confined to one thread.
 *
 * <p>It is made for a new change set, which is scheduled if its day lies ahead and a draft if it has none, and again for
 * a scheduled one whose day has come and for a draft that is accepted.
 */
final class Change {

    private final Transaction transaction;
    private final Session session;
    private final ChangeSet begun;
    private final State state;
    private final LayerLoad.Stamp stamp;
    private final Catalog catalog;
    private final LayerTables tables;
    private final List<Source> sources;
    private final Map<String, Counts> counts = new LinkedHashMap<>();
    private @Nullable LayerLoad load;
    private @Nullable RowEncoder encoder;
    private String layer = "";

    /**
     * Starts to write.
     *
     * @param transaction the transaction
     * @param begun the record as it is so far
     * @param changeNumber the number at which readers will see the rows
     * @param draft whether the change waits for its day to be decided
     */
    Change(Transaction transaction, ChangeSet begun, long changeNumber, boolean draft) throws SQLException {
        this.transaction = transaction;
        this.session = transaction.session();
        this.begun = begun;
        this.state =
                draft ? State.DRAFT : begun.effective().isAfter(transaction.today()) ? State.SCHEDULED : State.APPLIED;
        this.stamp = new LayerLoad.Stamp(
                begun.number(), changeNumber, begun.effective().toString(), new LayerLoad.Oids(transaction.records()));
        this.catalog = new Catalog(session);
        this.tables = new LayerTables(session);
        this.sources = new ArrayList<>(begun.sources());
    }

    long number() {
        return begun.number();
    }

    void addSource(Source source) {
        sources.add(source);
    }

    Layer load(Layer given, Mode mode) throws SQLException {
        if (load != null) {
            throw new IllegalStateException("layer '" + layer + "' is not finished yet");
        }
        Optional<Catalog.Entry> stored = catalog.find(given.name());
        String name = stored.map(e -> e.layer().name()).orElse(given.name());
        if (counts.containsKey(name)) {
            throw new InvalidInput(
                    "layer '" + name + "' was loaded in this change set already; give all its files to one"
                            + " load, or make a change set for each");
        }
        requireOrder(name);
        Catalog.Entry entry;
        if (state != State.APPLIED) {
            entry = stage(stored, given, mode);
        } else {
            entry = store(stored, given);
            stamp.oids().passOver(tables.lastOid(entry.layer()));
            LayerLoad.Task task = new LayerLoad.Task(session, entry, mode, stamp);
            load = tables.isBlank(entry.layer()) ? new FreshLoad(task) : new MergeLoad(task);
        }
        layer = name;
        encoder = new RowEncoder(session.engine(), entry.layer(), given.schema());
        return entry.layer();
    }

    private void requireOrder(String name) throws SQLException {
        if (state == State.DRAFT) {
            return; // it has no day yet
        }
        LocalDate last = transaction.records().lastEffective(name).orElse(LocalDate.MIN);
        if (begun.effective().isBefore(last)) {
            throw new InvalidInput(
                    "layer '" + name + "' was last changed from " + last + ", later than this change from "
                            + begun.effective() + "; changes of a layer go forward in time: give --effective " + last
                            + " or later, or undo the later change first");
        }
    }

    private Catalog.Entry stage(Optional<Catalog.Entry> stored, Layer given, Mode mode) throws SQLException {
        boolean keeps = stored.isPresent() && !tables.isBlank(stored.get().layer());
        Layer before = keeps ? stored.get().layer() : null;
        Layer after = before == null ? given : LayerMerge.merge(before, given);
        long id = catalog.stage(begun.number(), after, mode);
        Catalog.Entry staged = new Catalog.Entry(id, after, mode);
        load = new StagedLoad(session, staged, before);
        return staged;
    }

    private Catalog.Entry store(Optional<Catalog.Entry> stored, Layer given) throws SQLException {
        if (stored.isEmpty()) {
            return tables.create(given);
        }
        Catalog.Entry entry = stored.get();
        if (!tables.isBlank(entry.layer())) {
            return tables.widen(entry, LayerMerge.merge(entry.layer(), given));
        }
        return entry.layer().equals(given) ? entry : tables.recreate(entry, given);
    }

    Outcome put(Content content) throws SQLException {
        if (load == null || encoder == null) {
            throw new IllegalStateException("no layer is open: load one before putting rows");
        }
        return load.put(encoder.encode(content));
    }

    Outcome retire(Content key) throws SQLException {
        if (load == null || encoder == null) {
            throw new IllegalStateException("no layer is open: load one before retiring rows");
        }
        return load.retire(encoder.encode(key));
    }

    Outcome recode(Content key, Content content) throws SQLException {
        if (load == null || encoder == null) {
            throw new IllegalStateException("no layer is open: load one before recoding rows");
        }
        return load.recode(encoder.encode(key), encoder.encode(content));
    }

    /**
     * Loads a layer that was staged before, as it was put then.
     *
     * @param outcomes told of each row and what became of it
     */
    void loadStaged(Catalog.Entry staged, StagedOutcome outcomes) throws SQLException {
        Layer layer = load(staged.layer(), staged.mode());
        LayerLoad into = Objects.requireNonNull(load);
        RowEncoder rows = Objects.requireNonNull(encoder);
        Map<Object, Object> oldKeys = new HashMap<>();
        for (StagingTable.KeyChange change : StagingTable.keyChanges(session, staged)) {
            if (change.becomes() == null) {
                into.retire(RowEncoder.keyRow(layer, change.key()));
            } else {
                oldKeys.put(change.becomes(), change.key());
            }
        }
        StagingTable.forEach(session, staged, content -> {
            Row row = rows.encode(content);
            Object key = row.key(layer);
            Object oldKey = key == null ? null : oldKeys.get(key);
            Outcome outcome = oldKey == null ? into.put(row) : into.recode(RowEncoder.keyRow(layer, oldKey), row);
            outcomes.became(content, outcome);
        });
        finishLayer();
    }

    /** Is told what became of staged rows. */
    @FunctionalInterface
    interface StagedOutcome {
        void became(Content content, Outcome outcome);
    }

    Counts finishLayer() throws SQLException {
        if (load == null) {
            throw new IllegalStateException("no layer is open");
        }
        Counts done = load.finish();
        load = null;
        encoder = null;
        counts.put(layer, done);
        return done;
    }

    /** Writes the record; the transaction is committed by its owner. */
    ChangeSet save() throws SQLException {
        if (load != null) {
            throw new IllegalStateException("layer '" + layer.toLowerCase(Locale.ROOT) + "' is not finished");
        }
        ChangeSet done = new ChangeSet(
                begun.number(),
                begun.kind(),
                state,
                begun.author(),
                begun.madeAt(),
                begun.effective(),
                sources,
                counts,
                state == State.APPLIED ? Optional.of(stamp.changeNumber()) : Optional.empty(),
                Optional.empty(),
                begun.note());
        ChangeRecords records = transaction.records();
        records.save(done);
        stamp.oids().save();
        if (state == State.APPLIED) {
            records.setSequence("applied", stamp.changeNumber());
        }
        return done;
    }

    /** Stops what runs beside, so that the transaction may be rolled back. */
    void abandon() throws SQLException {
        if (load != null) {
            load.abandon();
        }
    }
}
