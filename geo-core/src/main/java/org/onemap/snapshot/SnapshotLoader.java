package org.onemap.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.division.DivisionNode;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerCatalog;
import org.onemap.feature.LayerRole;
import org.onemap.locate.DivisionShape;
import org.onemap.locate.LocateLevel;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;

/** Reads a snapshot through one read view, so that all of it is of one change number. */
public final class SnapshotLoader {

    private SnapshotLoader() {}

    /** Reads everything. */
    public static Snapshot load(Store store, Principal principal) {
        return load(store, principal, Optional.empty());
    }

    /**
     * Reads what changed since a previous snapshot and takes the rest from it.
     *
     * @param previous a snapshot of the same store for the same principal; given back itself if nothing changed
     */
    public static Snapshot load(Store store, Principal principal, Optional<Snapshot> previous) {
        try (ReadView view = store.read()) {
            if (previous.isPresent() && previous.get().changeNumber() == view.changeNumber()) {
                return previous.get();
            }
            return new Reading(view, principal, previous, ValidTime.now()).snapshot();
        }
    }

    /** Reads the divisions that were valid on a day; extents and change numbers are those of now. */
    static Snapshot load(Store store, Principal principal, LocalDate day) {
        try (ReadView view = store.read()) {
            return new Reading(view, principal, Optional.empty(), ValidTime.asOf(day)).snapshot();
        }
    }

    private static final class Reading {

        private final ReadView view;
        private final Principal principal;
        private final Optional<Snapshot> previous;
        private final ValidTime when;
        private final Map<String, Long> touched = new HashMap<>();

        private Reading(ReadView view, Principal principal, Optional<Snapshot> previous, ValidTime when) {
            this.view = view;
            this.principal = principal;
            this.previous = previous;
            this.when = when;
        }

        private Snapshot snapshot() {
            previous.ifPresent(before -> view.forEachChangeSince(
                    before.changeNumber(), entry -> touched.merge(entry.layer(), entry.changeNumber(), Math::max)));
            LayerCatalog layers = view.layers(principal);
            List<LayerState> states = new ArrayList<>();
            for (Layer layer : layers.list()) {
                states.add(unchanged(layer).orElseGet(() -> read(layer)));
            }
            return new Snapshot(view.changeNumber(), layers, states);
        }

        /** A layer can also change its description without a row: then it is read anew. */
        private Optional<LayerState> unchanged(Layer layer) {
            if (touched.containsKey(layer.name())) {
                return Optional.empty();
            }
            return previous.flatMap(before -> before.state(layer.name()))
                    .filter(state -> state.layer().equals(layer));
        }

        private LayerState read(Layer layer) {
            long lastChange = touched.getOrDefault(layer.name(), view.changeNumber());
            if (layer.role() != LayerRole.DIVISION && layer.role() != LayerRole.OVERLAY) {
                return new LayerState(
                        layer, lastChange, view.extent(principal, layer.name()), List.of(), Optional.empty());
            }
            List<DivisionNode> nodes = new ArrayList<>();
            List<DivisionShape> shapes = new ArrayList<>();
            try (FeatureCursor cursor =
                    view.query(principal, FeatureQuery.of(layer.name()).at(when))) {
                while (cursor.hasNext()) {
                    Feature feature = cursor.next();
                    DivisionNode node = new DivisionNode(
                            layer.name(),
                            feature.id(cursor.layer()),
                            feature.name().orElse(""),
                            feature.parentCode());
                    nodes.add(node);
                    feature.geometry().ifPresent(geometry -> shapes.add(new DivisionShape(node, geometry)));
                }
            }
            return new LayerState(
                    layer,
                    lastChange,
                    view.extent(principal, layer.name()),
                    layer.role() == LayerRole.DIVISION ? List.copyOf(nodes) : List.of(),
                    Optional.of(LocateLevel.of(layer, shapes)));
        }
    }
}
