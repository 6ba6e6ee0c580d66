package org.onemap.locate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onemap.division.DivisionNode;
import org.onemap.feature.Layer;

/**
 * One layer made ready for lookup: a level of the division tree or an overlay. Immutable; a snapshot hands it on to the
 * next one when its layer was not touched.
 */
public final class LocateLevel {

    private final Layer layer;
    private final Map<String, DivisionNode> divisions = new HashMap<>();
    private final DivisionIndex index;
    private final List<DivisionShape> shapes;
    private @Nullable BoundaryIndex boundaries;

    private LocateLevel(Layer layer, List<DivisionShape> shapes) {
        this.layer = layer;
        this.shapes = shapes;
        for (DivisionShape shape : shapes) {
            divisions.putIfAbsent(shape.division().code(), shape.division());
        }
        this.index = DivisionIndexes.strTree(shapes);
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
    public DivisionIndex index() {
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
        return Optional.ofNullable(divisions.get(code));
    }

    /** Built at the first call: only the answering level needs it. */
    synchronized BoundaryIndex boundaries() {
        if (boundaries == null) {
            boundaries = new BoundaryIndex(shapes);
        }
        return boundaries;
    }
}
