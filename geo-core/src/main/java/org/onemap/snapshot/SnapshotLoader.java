package org.onemap.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.division.DivisionNode;
import org.onemap.division.overlay.Overlays;
import org.onemap.feature.Content;
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
        return load(store, principal, previous, Optional.empty());
    }

    /** As {@link #load(Store, Principal, Optional)}; large levels come from the cache, or go there for the next time. */
    static Snapshot load(Store store, Principal principal, Optional<Snapshot> previous, Optional<IndexCache> cache) {
        try (ReadView view = store.read()) {
            if (previous.isPresent() && previous.get().changeNumber() == view.changeNumber()) {
                return previous.get();
            }
            return new Reading(view, principal, previous, ValidTime.now(), cache).snapshot();
        }
    }

    /** Reads the divisions that were valid on a day; extents and change numbers are those of now. */
    static Snapshot load(Store store, Principal principal, LocalDate day) {
        try (ReadView view = store.read()) {
            return new Reading(view, principal, Optional.empty(), ValidTime.asOf(day), Optional.empty()).snapshot();
        }
    }

    private static final class Reading {

        private final ReadView view;
        private final Principal principal;
        private final Optional<Snapshot> previous;
        private final ValidTime when;
        private final Optional<IndexCache> cache;
        private final Map<String, Long> touched = new HashMap<>();

        private Reading(
                ReadView view,
                Principal principal,
                Optional<Snapshot> previous,
                ValidTime when,
                Optional<IndexCache> cache) {
            this.view = view;
            this.principal = principal;
            this.previous = previous;
            this.when = when;
            this.cache = cache;
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
                        layer, lastChange, view.extent(principal, layer.name()), Optional.empty(), overlays(layer));
            }
            LocateLevel level = cache.map(files -> find(layer, files)).orElseGet(() -> index(layer));
            return new LayerState(
                    layer, lastChange, view.extent(principal, layer.name()), Optional.of(level), overlays(layer));
        }

        /** The rows without their shapes. */
        private List<Content> overlays(Layer layer) {
            if (!Overlays.isLayer(layer.name())) {
                return List.of();
            }
            List<Content> rows = new ArrayList<>();
            try (FeatureCursor cursor =
                    view.query(principal, FeatureQuery.of(layer.name()).at(when))) {
                cursor.forEachRemaining(
                        row -> rows.add(row.content().toBuilder().geometry(null).build()));
            }
            return rows;
        }

        private LocateLevel find(Layer layer, IndexCache files) {
            byte[] fingerprint = LayerFingerprint.of(view, principal, layer);
            return files.find(layer, fingerprint).orElseGet(() -> files.keep(index(layer), fingerprint));
        }

        private LocateLevel index(Layer layer) {
            FeatureQuery all = FeatureQuery.of(layer.name()).at(when);
            try (FeatureCursor cursor = view.query(principal, all)) {
                return LocateLevel.of(layer, () -> new Shapes(layer.name(), cursor));
            }
        }
    }

    /** The divisions of a cursor, one at a time. */
    private static final class Shapes implements Iterator<DivisionShape> {

        private static final Geometry NO_AREA = new GeometryFactory().createPolygon();

        private final String level;
        private final FeatureCursor cursor;

        private Shapes(String level, FeatureCursor cursor) {
            this.level = level;
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            return cursor.hasNext();
        }

        @Override
        public DivisionShape next() {
            Feature feature = cursor.next();
            DivisionNode division = new DivisionNode(
                    level, feature.id(cursor.layer()), feature.name().orElse(""), feature.parentCode());
            return new DivisionShape(division, feature.geometry().orElse(NO_AREA));
        }
    }
}
