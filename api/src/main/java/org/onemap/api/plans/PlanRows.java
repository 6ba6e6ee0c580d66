package org.onemap.api.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.division.DivisionTree;
import org.onemap.division.plan.PlanFigureRows;
import org.onemap.division.plan.PlanFigureRows.Stage;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.StagedLayer;
import org.onemap.store.ValidTime;

/**
 * The rows of a plan: the divisions as it makes them, those that it is compared with, and the figures that it carries. Confined
 * to the thread of its view.
 */
final class PlanRows {

    private static final Principal ALL = Principal.anonymous();

    private final ReadView view;
    private final ChangeSet set;
    private final Optional<LocalDate> compareWith;
    private final Map<String, StagedLayer> staged = new LinkedHashMap<>();

    /**
     * Rows of a plan.
     *
     * @param compareWith the day whose divisions it is compared with; empty for the present ones, or for those before an
     *     applied plan
     */
    PlanRows(ReadView view, ChangeSet set, Optional<LocalDate> compareWith) {
        this.view = view;
        this.set = set;
        this.compareWith = compareWith;
        if (set.state() == ChangeSet.State.DRAFT || set.state() == ChangeSet.State.SCHEDULED) {
            view.listStaged(set.number())
                    .forEach(layer -> staged.put(layer.layer().name(), layer));
        }
    }

    /** Whether a change set is a plan: it is one, or an edit of divisions. */
    static boolean isPlan(ChangeSet set, DivisionTree levels) {
        boolean made = set.kind() == ChangeSet.Kind.PLAN || set.kind() == ChangeSet.Kind.EDIT;
        return made && levels.levels().stream().anyMatch(level -> set.counts().containsKey(level.name()));
    }

    /**
     * The plan of this number.
     *
     * @throws NotFound if there is none
     */
    static ChangeSet get(ReadView view, String id) {
        String none = "there is no plan " + id + "; /v1/plans lists them";
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound(none);
        }
        try {
            ChangeSet set = view.getChangeSet(Long.parseLong(id));
            if (isPlan(set, levels(view))) {
                return set;
            }
        } catch (NotFound e) {
            throw new NotFound(none, e);
        }
        throw new NotFound("change set " + id + " is no plan: it changes no divisions, or comes from an import");
    }

    /** The levels of the store and those that its first plan may bring, parents first. */
    static DivisionTree levels(ReadView view) {
        List<Layer> layers = new ArrayList<>(view.layers(ALL).list());
        StandardLayers.list().stream()
                .filter(layer -> view.layers(ALL).find(layer.name()).isEmpty())
                .forEach(layers::add);
        return DivisionTree.of(layers, List.of());
    }

    /** The levels that the plan changes, from the top. */
    List<Layer> levels() {
        return levels(view).levels().stream()
                .filter(level -> set.counts().containsKey(level.name()))
                .toList();
    }

    /**
     * One of its levels.
     *
     * @param name empty for the lowest
     * @throws InvalidInput if it does not change this level
     */
    Layer level(Optional<String> name) {
        List<Layer> levels = levels();
        return name.isEmpty()
                ? levels.get(levels.size() - 1)
                : levels.stream()
                        .filter(level -> level.name().equals(name.get()))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput("plan " + set.number() + " does not change level "
                                + name.get() + "; it changes "
                                + String.join(
                                        ", ", levels.stream().map(Layer::name).toList())));
    }

    /**
     * The divisions of a level, one in memory at a time, in an order that stays.
     *
     * @throws NotFound if the plan was discarded: its rows are gone
     */
    void forEach(Stage stage, Layer level, RowAction action) throws java.io.IOException {
        if (stage == Stage.TODAY) {
            forEach(FeatureQuery.of(level.name()).at(before()), action);
            return;
        }
        if (set.state() == ChangeSet.State.UNDONE) {
            throw new NotFound("plan " + set.number() + " was discarded or undone; its divisions are kept no more");
        }
        if (set.state() == ChangeSet.State.APPLIED) {
            forEach(FeatureQuery.of(level.name()).at(ValidTime.asOf(set.effective())), action);
            return;
        }
        StagedLayer waiting = staged.get(level.name());
        if (waiting == null || waiting.mode() == ChangeSetWriter.Mode.UPSERT) {
            Set<String> gone = named(level);
            forEach(FeatureQuery.of(level.name()).at(before()), row -> {
                if (!gone.contains(row.id(level))) {
                    action.accept(row);
                }
            });
        }
        if (waiting != null) {
            try (FeatureCursor cursor = view.queryStaged(ALL, set.number(), level.name())) {
                while (cursor.hasNext()) {
                    action.accept(cursor.next());
                }
            }
        }
    }

    private void forEach(FeatureQuery query, RowAction action) throws java.io.IOException {
        if (view.layers(ALL).find(query.layer()).isEmpty()) {
            return;
        }
        try (FeatureCursor cursor = view.query(ALL, query)) {
            while (cursor.hasNext()) {
                action.accept(cursor.next());
            }
        }
    }

    /** The ids of a level that the waiting rows name: put, retired, or given another code. */
    private Set<String> named(Layer level) {
        Set<String> named = new HashSet<>();
        StagedLayer waiting = staged.get(level.name());
        if (waiting != null) {
            named.addAll(waiting.retired());
            named.addAll(waiting.recoded().keySet());
            try (FeatureCursor cursor = view.queryStaged(ALL, set.number(), level.name())) {
                cursor.forEachRemaining(row -> named.add(row.id(level)));
            }
        }
        return named;
    }

    /** What becomes of a division: {@code created}, {@code changed}, {@code unchanged} or {@code retired}. */
    java.util.function.Function<Feature, String> fates(Stage stage, Layer level) {
        if (stage == Stage.PLAN) {
            return row -> find(level, row.id(level), before())
                    .map(old -> old.content().equals(row.content()) ? "unchanged" : "changed")
                    .orElse("created");
        }
        if (set.state() == ChangeSet.State.APPLIED) {
            ValidTime after = ValidTime.asOf(set.effective());
            return row -> find(level, row.id(level), after)
                    .map(now -> now.content().equals(row.content()) ? "unchanged" : "changed")
                    .orElse("retired");
        }
        StagedLayer waiting = staged.get(level.name());
        if (waiting == null) {
            return row -> "unchanged";
        }
        Map<String, Content> put = new HashMap<>();
        try (FeatureCursor cursor = view.queryStaged(ALL, set.number(), level.name())) {
            // without geometries: whole contents of a city would not be bounded
            cursor.forEachRemaining(row -> put.put(
                    row.id(level), row.content().toBuilder().geometry(null).build()));
        }
        boolean whole = waiting.mode() == ChangeSetWriter.Mode.REPLACE;
        Set<String> retired = new HashSet<>(waiting.retired());
        return row -> {
            String id = row.id(level);
            return put.containsKey(id) ? "kept" : whole || retired.contains(id) ? "retired" : "unchanged";
        };
    }

    private Optional<Feature> find(Layer level, String id, ValidTime when) {
        return view.layers(ALL).find(level.name()).flatMap(known -> view.find(ALL, level.name(), id, when));
    }

    /** The day that the plan is compared with. */
    private ValidTime before() {
        if (compareWith.isPresent()) {
            return ValidTime.asOf(compareWith.get());
        }
        return set.state() == ChangeSet.State.APPLIED
                ? ValidTime.asOf(set.effective().minusDays(1))
                : ValidTime.now();
    }

    /** The figures of the divisions of a level by code; none for plans that carry none. */
    Map<String, Content> figures(Stage stage, String level) throws java.io.IOException {
        Map<String, Content> figures = new HashMap<>();
        forEachFigure(PlanFigureRows.DIVISION, row -> {
            if (text(row, "stage").equals(stage.word()) && text(row, "level").equals(level)) {
                figures.put(text(row, "division"), row);
            }
        });
        return figures;
    }

    /** The figures of a level; empty for plans that carry none. */
    Optional<Content> levelFigures(Stage stage, String level) throws java.io.IOException {
        Map<String, Content> found = new HashMap<>();
        forEachFigure(PlanFigureRows.LEVEL, row -> {
            if (text(row, "stage").equals(stage.word()) && text(row, "level").equals(level)) {
                found.put(level, row);
            }
        });
        return Optional.ofNullable(found.get(level));
    }

    private void forEachFigure(Layer layer, ContentAction action) throws java.io.IOException {
        if (staged.containsKey(layer.name())) {
            try (FeatureCursor cursor = view.queryStaged(ALL, set.number(), layer.name())) {
                while (cursor.hasNext()) {
                    action.accept(cursor.next().content());
                }
            }
        } else if (set.counts().containsKey(layer.name())) {
            forEach(
                    FeatureQuery.of(layer.name()).where("change", Long.toString(set.number())),
                    row -> action.accept(row.content()));
        }
    }

    static String text(Content row, String field) {
        return row.value(field).map(Object::toString).orElse("");
    }

    /** What is done with a row while an answer is written. */
    @FunctionalInterface
    interface RowAction {

        /** Does it. */
        void accept(Feature row) throws java.io.IOException;
    }

    @FunctionalInterface
    private interface ContentAction {

        void accept(Content row) throws java.io.IOException;
    }
}
