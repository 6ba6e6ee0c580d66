package org.onemap.store.sql;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.onemap.division.life.DivisionChange;
import org.onemap.division.life.LevelChange;
import org.onemap.division.life.Lineage;
import org.onemap.division.life.LineageRows;
import org.onemap.division.life.Successors;
import org.onemap.division.people.AssignmentRows;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;

/**
 * Finds anew, when a change of divisions takes effect, what follows it. The draft names the elements and people that were
 * there when it was made; until its day others come, and some of those change. Confined to one transaction.
 *
 * <ol>
 *   <li>A change set that no other one was applied after is left as it is.
 *   <li>Elements: every row that names a changed division today goes by its place, or to the successor with the largest
 *       share, as it does when a draft is made; its other columns are those of today.
 *   <li>People who came or changed since go to the successor with the largest share; all others as the draft has them.
 * </ol>
 */
final class Followers {

    private final Session session;
    private final Catalog catalog;
    private final ChangeSet record;
    private final LocalDate today;
    private final Map<String, Catalog.Entry> staged = new LinkedHashMap<>();

    private Followers(Transaction transaction, ChangeSet record) throws SQLException {
        this.session = transaction.session();
        this.catalog = new Catalog(session);
        this.record = record;
        this.today = transaction.today();
        catalog.staged(record.number())
                .forEach(entry -> staged.put(entry.layer().name(), entry));
    }

    /** Keeps other rows of elements and people for a change set that is about to be applied, if others came before it. */
    static void find(Transaction transaction, ChangeSet record) throws SQLException {
        Followers followers = new Followers(transaction, record);
        if (followers.changesDivisions() && followers.isLate()) {
            followers.find();
        }
    }

    private boolean changesDivisions() {
        return staged.containsKey(LineageRows.LAYER.name())
                && staged.values().stream().anyMatch(entry -> entry.layer().role() == LayerRole.DIVISION);
    }

    private boolean isLate() throws SQLException {
        return session.number(0, "SELECT count(*) FROM onemap_change_set WHERE applied_as > ?", record.number()) > 0;
    }

    private void find() throws SQLException {
        Map<String, Map<String, Content>> after = new HashMap<>();
        List<LevelChange> levels = new ArrayList<>();
        for (Catalog.Entry entry : staged.values()) {
            if (entry.layer().role() == LayerRole.DIVISION) {
                LevelChange level = level(entry);
                levels.add(level);
                after.put(entry.layer().name(), after(level));
            }
        }
        List<Lineage> lineage = contents(Objects.requireNonNull(staged.get(LineageRows.LAYER.name()))).stream()
                .map(LineageRows::toLineage)
                .toList();
        Successors successors =
                new Successors(new DivisionChange(levels, lineage), level -> after.getOrDefault(level, Map.of())
                        .values());
        for (Layer layer : catalog.list().list()) {
            if (layer.name().equals(AssignmentRows.LAYER)) {
                people(layer, successors);
            } else if (layer.role() == LayerRole.ELEMENT) {
                elements(layer, successors);
            }
        }
    }

    private LevelChange level(Catalog.Entry entry) throws SQLException {
        Map<String, String> becomes = new HashMap<>();
        List<String> retired = new ArrayList<>();
        for (StagingTable.KeyChange change : StagingTable.keyChanges(session, entry)) {
            Object other = change.becomes();
            if (other == null) {
                retired.add(change.key().toString());
            } else {
                becomes.put(other.toString(), change.key().toString());
            }
        }
        List<Content> put = new ArrayList<>();
        Map<String, Content> recoded = new HashMap<>();
        for (Content row : contents(entry)) {
            String old = becomes.get(row.code().orElseThrow());
            if (old == null) {
                put.add(row);
            } else {
                recoded.put(old, row);
            }
        }
        return new LevelChange(entry.layer(), put, recoded, retired);
    }

    private Map<String, Content> after(LevelChange level) throws SQLException {
        Map<String, Content> rows = new TreeMap<>();
        Optional<Catalog.Entry> stored = catalog.find(level.layer().name());
        if (stored.isPresent()) {
            forEach(FeatureQuery.of(level.layer().name()), stored.get().layer(), row -> row.code()
                    .ifPresent(code -> rows.put(code, row.content())));
        }
        level.retired().forEach(rows::remove);
        level.recoded().keySet().forEach(rows::remove);
        level.recoded().values().forEach(row -> rows.put(row.code().orElseThrow(), row));
        level.put().forEach(row -> rows.put(row.code().orElseThrow(), row));
        return rows;
    }

    private void elements(Layer layer, Successors successors) throws SQLException {
        forget(layer);
        StagingTable[] table = new StagingTable[1];
        RowEncoder encoder = new RowEncoder(session.engine(), layer, layer.schema());
        try {
            for (String code : successors.changed()) {
                FeatureQuery inIt = FeatureQuery.of(layer.name()).where("parent_code", code);
                forEach(inIt, layer, feature -> {
                    Optional<Content> moved = successors.follow(feature.content());
                    if (moved.isPresent()) {
                        table[0] = table[0] == null ? stage(layer) : table[0];
                        Row row = encoder.encode(moved.get());
                        table[0].add(row.key(layer), row);
                    }
                });
            }
        } finally {
            if (table[0] != null) {
                table[0].close();
            }
        }
    }

    private void people(Layer layer, Successors successors) throws SQLException {
        Map<String, Content> late = new TreeMap<>();
        AssignmentRows form = AssignmentRows.of(Optional.of(layer));
        for (String code : successors.changed()) {
            FeatureQuery inIt = FeatureQuery.of(layer.name()).where("parent_code", code);
            forEach(inIt, layer, row -> {
                boolean ended = AssignmentRows.read(row.content())
                        .term()
                        .to()
                        .filter(to -> !to.isAfter(today))
                        .isPresent();
                if (row.changeSet() > record.number() && !ended) {
                    Content after = successors.follow(row.content()).orElse(row.content());
                    late.put(
                            row.code().orElseThrow(),
                            form.moved(row.content(), after.parentCode().orElseThrow()));
                }
            });
        }
        if (!late.isEmpty()) {
            restage(form.layer(), late);
        }
    }

    /** Keeps the people that the draft has, with those who came late in the place of the rows of the same code. */
    private void restage(Layer layer, Map<String, Content> late) throws SQLException {
        List<StagingTable.KeyChange> keys = new ArrayList<>();
        List<Content> rows = new ArrayList<>(late.values());
        Set<Object> known = new HashSet<>(late.keySet());
        Catalog.Entry before = staged.get(layer.name());
        if (before != null) {
            for (StagingTable.KeyChange change : StagingTable.keyChanges(session, before)) {
                if (known.add(change.key())) {
                    keys.add(change);
                }
            }
            for (Content row : contents(before)) {
                if (!late.containsKey(row.code().orElse(""))) {
                    rows.add(
                            row.schema().equals(layer.schema())
                                    ? row
                                    : AssignmentRows.of(Optional.of(layer))
                                            .moved(row, row.parentCode().orElse("")));
                }
            }
        }
        forget(layer);
        RowEncoder encoder = new RowEncoder(session.engine(), layer, layer.schema());
        try (StagingTable table = stage(layer)) {
            for (StagingTable.KeyChange change : keys) {
                table.recode(change.key(), change.becomes());
            }
            for (Content content : rows) {
                Row row = encoder.encode(content);
                table.add(row.key(layer), row);
            }
        }
    }

    private StagingTable stage(Layer layer) throws SQLException {
        return StagingTable.create(
                session, new Catalog.Entry(catalog.stage(record.number(), layer, Mode.UPSERT), layer, Mode.UPSERT));
    }

    private void forget(Layer layer) throws SQLException {
        Catalog.Entry before = staged.get(layer.name());
        if (before != null) {
            StagingTable.drop(session, before);
            catalog.unstage(before);
        }
    }

    private List<Content> contents(Catalog.Entry entry) throws SQLException {
        List<Content> rows = new ArrayList<>();
        StagingTable.forEach(session, entry, rows::add);
        return rows;
    }

    private void forEach(FeatureQuery query, Layer layer, RowAction action) throws SQLException {
        try (FeatureCursor rows =
                new LayerReader(session, layer, Principal.anonymous().scope()).query(query)) {
            while (rows.hasNext()) {
                action.accept(rows.next());
            }
        }
    }

    /** Takes one row. */
    @FunctionalInterface
    private interface RowAction {
        void accept(Feature row) throws SQLException;
    }
}
