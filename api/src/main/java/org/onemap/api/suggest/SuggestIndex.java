package org.onemap.api.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * What can be found at one change number. Immutable.
 *
 * <p>Layers are read in the order of the catalog, divisions first, until the index is full: memory is bounded whatever the
 * store holds. Pieces of a road that bear the same name are one entry. Things with neither code nor name are left out.
 */
final class SuggestIndex {

    /** The most entries; about 60 MB. */
    static final int MOST_ENTRIES = 300_000;

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::fit)
            .thenComparingInt(Hit::layerPosition)
            .thenComparingInt(hit -> hit.suggestion().name().length())
            .thenComparing(hit -> hit.suggestion().code())
            .thenComparing(hit -> hit.suggestion().id());

    private final long changeNumber;
    private final Map<Layer, List<Suggestion>> byLayer;
    private final boolean complete;

    private SuggestIndex(long changeNumber, Map<Layer, List<Suggestion>> byLayer, boolean complete) {
        this.changeNumber = changeNumber;
        this.byLayer = byLayer;
        this.complete = complete;
    }

    /** Reads the store; layers that did not change since the previous index are taken from it. */
    static SuggestIndex read(Store store, Optional<SuggestIndex> previous) {
        try (ReadView view = store.read()) {
            Set<String> changed = new HashSet<>();
            previous.ifPresent(
                    before -> view.forEachChangeSince(before.changeNumber, entry -> changed.add(entry.layer())));
            Map<Layer, List<Suggestion>> byLayer = new LinkedHashMap<>();
            int room = MOST_ENTRIES;
            boolean complete = true;
            for (Layer layer : view.layers(Principal.anonymous()).list()) {
                Optional<List<Suggestion>> kept = previous.filter(
                                before -> before.complete && !changed.contains(layer.name()))
                        .flatMap(before -> Optional.ofNullable(before.byLayer.get(layer)));
                List<Suggestion> entries = kept.isPresent() ? kept.get() : read(view, layer, room);
                byLayer.put(layer, entries);
                complete &= entries.size() < room;
                room = Math.max(0, room - entries.size());
            }
            return new SuggestIndex(view.changeNumber(), byLayer, complete);
        }
    }

    private static List<Suggestion> read(ReadView view, Layer layer, int room) {
        boolean joinsByName = layer.geometry() == GeometryKind.LINE;
        Map<String, Integer> positions = new HashMap<>();
        List<Suggestion> entries = new ArrayList<>();
        try (FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer.name()))) {
            while (entries.size() < room && cursor.hasNext()) {
                Suggestion entry = Suggestion.of(layer, cursor.next());
                if (entry.code().isEmpty() && entry.name().isEmpty()) {
                    continue;
                }
                Integer position = joinsByName && !entry.name().isEmpty() ? positions.get(entry.name()) : null;
                if (position != null) {
                    entries.set(position, entries.get(position).joinedWith(entry));
                } else {
                    positions.put(entry.name(), entries.size());
                    entries.add(entry);
                }
            }
        }
        return List.copyOf(entries);
    }

    long changeNumber() {
        return changeNumber;
    }

    /** Whether everything found room. */
    boolean isComplete() {
        return complete;
    }

    /** What fits best, the best first. */
    List<Hit> find(String text, int limit) {
        String wanted = Suggestion.fold(text);
        PriorityQueue<Hit> best = new PriorityQueue<>(BEST_FIRST.reversed());
        int layerPosition = 0;
        for (Map.Entry<Layer, List<Suggestion>> layer : byLayer.entrySet()) {
            for (Suggestion suggestion : layer.getValue()) {
                int fit = suggestion.fit(wanted);
                if (fit < Suggestion.NO_FIT) {
                    best.add(new Hit(layer.getKey(), layerPosition, suggestion, fit));
                    if (best.size() > limit) {
                        best.poll();
                    }
                }
            }
            layerPosition++;
        }
        return best.stream().sorted(BEST_FIRST).toList();
    }

    /**
     * Something that fits. Immutable.
     *
     * @param layer its layer
     * @param layerPosition where the layer stands in the catalog
     * @param suggestion what was found
     * @param fit how well, 0 is best
     */
    record Hit(Layer layer, int layerPosition, Suggestion suggestion, int fit) {}
}
