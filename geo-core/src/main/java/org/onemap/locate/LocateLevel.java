package org.onemap.locate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onemap.division.DivisionNode;
import org.onemap.feature.Layer;

/**
 * One layer made ready for lookup: a level of the division tree or an overlay. Immutable; a snapshot hands it on to the
 * next one when its layer was not touched.
 */
public final class LocateLevel {

    private final Layer layer;
    private final List<DivisionNode> divisions;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final GridIndex index;
    private final List<DivisionShape> shapes;
    private @Nullable BoundaryIndex boundaries;
    private @Nullable ShareIndex shares;

    private LocateLevel(Layer layer, List<DivisionShape> shapes) {
        this.layer = layer;
        this.shapes = shapes;
        this.index = GridIndex.of(shapes);
        Map<String, DivisionNode> byCode = new TreeMap<>();
        shapes.forEach(shape -> byCode.putIfAbsent(shape.division().code(), shape.division()));
        List<DivisionNode> inOrder = new ArrayList<>(byCode.size());
        for (int ordinal = 0; ordinal < index.size(); ordinal++) {
            inOrder.add(byCode.remove(index.code(ordinal)));
        }
        inOrder.addAll(byCode.values()); // no area, but other divisions may name them as their parent
        this.divisions = List.copyOf(inOrder);
        for (int ordinal = 0; ordinal < divisions.size(); ordinal++) {
            ordinals.put(divisions.get(ordinal).code(), ordinal);
        }
    }

    /** Indexes the divisions of a layer. */
    public static LocateLevel of(Layer layer, Collection<DivisionShape> shapes) {
        return new LocateLevel(layer, List.copyOf(shapes));
    }

    /** The layer as it was when it was indexed. */
    public Layer layer() {
        return layer;
    }

    /** Point → divisions of this layer. */
    public GridIndex index() {
        return index;
    }

    /** Whether the layer has no area at all. */
    public boolean isEmpty() {
        return index.size() == 0;
    }

    String name() {
        return layer.name();
    }

    Optional<DivisionNode> find(String code) {
        return Optional.ofNullable(ordinals.get(code)).map(divisions::get);
    }

    /** The ordinal of a code: that of the index, and beyond it for divisions without an area. */
    int ordinal(String code) {
        return ordinals.getOrDefault(code, GridIndex.NONE);
    }

    DivisionNode division(int ordinal) {
        return divisions.get(ordinal);
    }

    /** How many divisions there are, with and without an area. */
    int size() {
        return divisions.size();
    }

    /** Built at the first call: only the answering level needs it. */
    synchronized BoundaryIndex boundaries() {
        if (boundaries == null) {
            boundaries = new BoundaryIndex(shapes);
        }
        return boundaries;
    }

    /** Built at the first call: only the answering level needs it, and only where somebody gives an accuracy. */
    synchronized ShareIndex shares() {
        if (shares == null) {
            shares = new ShareIndex(shapes);
        }
        return shares;
    }
}
