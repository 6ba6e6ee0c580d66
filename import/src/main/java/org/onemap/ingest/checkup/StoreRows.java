package org.onemap.ingest.checkup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.StagedLayer;

/** The rows of a store as they are, or as they will be once a draft or scheduled change set is in force. Confined to one thread. */
final class StoreRows {

    private static final Principal ALL = Principal.anonymous();

    private final ReadView view;
    private final OptionalLong draft;
    private final Map<String, StagedLayer> staged = new LinkedHashMap<>();

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

    /** All layers, those that the draft makes among them. */
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(view.layers(ALL).list());
        staged.values().stream()
                .map(StagedLayer::layer)
                .filter(layer -> view.layers(ALL).find(layer.name()).isEmpty())
                .forEach(layers::add);
        return layers;
    }

    /** Each row of a layer, in no particular order. */
    void forEach(String layer, Consumer<Feature> action) {
        Optional<StagedLayer> coming = Optional.ofNullable(staged.get(layer));
        Set<String> gone = new HashSet<>();
        coming.ifPresent(one -> {
            gone.addAll(one.retired());
            gone.addAll(one.recoded().keySet());
            each(view.queryStaged(ALL, draft.orElseThrow(), layer), row -> {
                gone.add(row.id(one.layer()));
                action.accept(row);
            });
        });
        boolean replaced = coming.filter(one -> one.mode() == Mode.REPLACE).isPresent();
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
