package org.onemap.ingest.checkup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.StagedLayer;

/**
 * The rows of a store as they are, as they will be once a draft or scheduled change set is in force, or as a load under way
 * makes them. Confined to one thread.
 */
final class StoreRows {

    private static final Principal ALL = Principal.anonymous();

    private final ReadView view;
    private final OptionalLong draft;
    private final Map<String, StagedLayer> staged = new LinkedHashMap<>();
    private final Map<String, Coming> coming = new LinkedHashMap<>();
    private Predicate<String> wanted = layer -> true;

    private StoreRows(ReadView view, OptionalLong draft) {
        this.view = view;
        this.draft = draft;
        if (draft.isPresent()) {
            view.listStaged(draft.getAsLong())
                    .forEach(one -> staged.put(one.layer().name(), one));
        }
    }

    /** As they are. */
    static StoreRows today(ReadView view) {
        return new StoreRows(view, OptionalLong.empty());
    }

    /** As they will be. */
    static StoreRows after(ReadView view, long draft) {
        return new StoreRows(view, OptionalLong.of(draft));
    }

    /** As they will be when these layers, and no others, have come in. */
    static StoreRows with(ReadView view, Collection<Coming> coming) {
        StoreRows rows = new StoreRows(view, OptionalLong.empty());
        coming.forEach(one -> rows.coming.put(one.layer().name(), one));
        return rows;
    }

    /** The same rows as if the store had only these layers. */
    StoreRows only(Predicate<String> layers) {
        wanted = layers;
        return this;
    }

    /**
     * A layer that is being loaded.
     *
     * @param layer the layer
     * @param mode what becomes of its rows in the store
     * @param rows its rows
     */
    record Coming(Layer layer, Mode mode, List<Feature> rows) {}

    /** All layers, those that come or that the draft makes among them. */
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(view.layers(ALL).list());
        coming.values().stream()
                .map(Coming::layer)
                .filter(layer -> view.layers(ALL).find(layer.name()).isEmpty())
                .forEach(layers::add);
        staged.values().stream()
                .map(StagedLayer::layer)
                .filter(layer -> view.layers(ALL).find(layer.name()).isEmpty())
                .forEach(layers::add);
        layers.removeIf(layer -> !wanted.test(layer.name()));
        return layers;
    }

    /** Each row of a layer, in no particular order. */
    void forEach(String layer, Consumer<Feature> action) {
        Optional<StagedLayer> staging = Optional.ofNullable(staged.get(layer));
        Set<String> gone = new HashSet<>();
        staging.ifPresent(one -> {
            gone.addAll(one.retired());
            gone.addAll(one.recoded().keySet());
            each(view.queryStaged(ALL, draft.orElseThrow(), layer), row -> {
                gone.add(row.id(one.layer()));
                action.accept(row);
            });
        });
        boolean replaced = staging.filter(one -> one.mode() == Mode.REPLACE).isPresent();
        Optional<Coming> loading = Optional.ofNullable(coming.get(layer));
        if (loading.isPresent()) {
            replaced = loading.get().mode() == Mode.REPLACE;
            loading.get().rows().forEach(row -> {
                gone.add(row.id(loading.get().layer()));
                action.accept(row);
            });
        }
        Optional<Layer> stored = view.layers(ALL).find(layer);
        if (!replaced && stored.isPresent()) {
            each(view.query(ALL, FeatureQuery.of(layer)), row -> {
                if (!gone.contains(row.id(stored.get()))) {
                    action.accept(row);
                }
            });
        }
    }

    private static void each(FeatureCursor rows, Consumer<Feature> action) {
        try (rows) {
            rows.forEachRemaining(action);
        }
    }
}
