package org.onemap.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.onemap.division.DivisionTree;
import org.onemap.division.overlay.DedicatedGrid;
import org.onemap.division.overlay.NetArea;
import org.onemap.division.overlay.Overlays;
import org.onemap.feature.Content;
import org.onemap.feature.LayerCatalog;
import org.onemap.locate.Locator;

/** The store at one change number, as one principal may see it. Immutable, safe for any number of threads. */
public final class Snapshot {

    private final long changeNumber;
    private final LayerCatalog layers;
    private final DivisionTree divisions;
    private final Locator locator;
    private final Map<String, LayerState> states;

    Snapshot(long changeNumber, LayerCatalog layers, List<LayerState> states) {
        this.changeNumber = changeNumber;
        this.layers = layers;
        this.states = new LinkedHashMap<>();
        states.forEach(state -> this.states.put(state.layer().name(), state));
        this.divisions = DivisionTree.of(
                layers.list(),
                states.stream().flatMap(state -> state.divisions().stream()).toList());
        Map<String, LayerState> byName = this.states;
        this.locator = Locator.of(
                Stream.concat(
                                divisions.levels().stream().map(level -> byName.get(level.name())),
                                states.stream().filter(LayerState::isOverlay))
                        .flatMap(state -> state.locateLevel().stream())
                        .toList(),
                Overlays.read(overlays(DedicatedGrid.LAYER), overlays(NetArea.LAYER.name())));
    }

    private List<Content> overlays(String layer) {
        return state(layer).map(LayerState::overlays).orElse(List.of());
    }

    /** The change number that it shows. */
    public long changeNumber() {
        return changeNumber;
    }

    /** The layers that the principal may see. */
    public LayerCatalog layers() {
        return layers;
    }

    /** The divisions and how they hang together. */
    public DivisionTree divisions() {
        return divisions;
    }

    /** Whose is this point? */
    public Locator locator() {
        return locator;
    }

    /** The box of all current geometries of a layer in EPSG:4490; empty if there are none or there is no such layer. */
    public Optional<Envelope> extent(String layer) {
        return Optional.ofNullable(states.get(layer))
                .flatMap(LayerState::extent)
                .map(Envelope::new);
    }

    /** The box of all current geometries in EPSG:4490; empty if there are none. */
    public Optional<Envelope> extent() {
        Envelope all = new Envelope();
        states.values().forEach(state -> state.extent().ifPresent(all::expandToInclude));
        return all.isNull() ? Optional.empty() : Optional.of(all);
    }

    /**
     * A change number at which the layer was as it is now: the one of its last change as far as this process saw it,
     * else that of the first snapshot. Good for entity tags: it differs whenever the content does. 0 if there is no such
     * layer.
     */
    public long lastChange(String layer) {
        LayerState state = states.get(layer);
        return state == null ? 0 : state.lastChange();
    }

    Optional<LayerState> state(String layer) {
        return Optional.ofNullable(states.get(layer));
    }
}
