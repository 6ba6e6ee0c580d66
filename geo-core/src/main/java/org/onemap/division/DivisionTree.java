package org.onemap.division;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;

/**
 * The divisions of all levels and how they hang together. Immutable.
 *
 * <p>A level is a layer of role {@link LayerRole#DIVISION}; its {@link Layer#parentLayer()} is the level above. A node's
 * parent is the node of the level above whose code is its {@code parentCode}; a parent that is not there leaves the node
 * without one. Several trees may stand side by side (grid → zone → office, unit_grid → community → office).
 */
public final class DivisionTree {

    private final Map<String, Layer> levels = new LinkedHashMap<>();
    private final Map<String, NavigableMap<String, DivisionNode>> nodes = new HashMap<>();
    private final Map<DivisionNode, List<DivisionNode>> children = new HashMap<>();

    private DivisionTree(Collection<Layer> layers, Collection<DivisionNode> all) {
        List<Layer> divisions = layers.stream()
                .filter(layer -> layer.role() == LayerRole.DIVISION)
                .toList();
        for (Layer layer : parentsFirst(divisions)) {
            levels.put(layer.name(), layer);
            nodes.put(layer.name(), new TreeMap<>());
        }
        for (DivisionNode node : all) {
            NavigableMap<String, DivisionNode> level = nodes.get(node.level());
            if (level == null) {
                throw new IllegalArgumentException("no level named " + node.level() + " for " + node.code());
            }
            level.putIfAbsent(node.code(), node);
        }
        for (String level : levels.keySet()) {
            for (DivisionNode node : list(level)) {
                findParent(node).ifPresent(parent -> children.computeIfAbsent(parent, unused -> new ArrayList<>())
                        .add(node));
            }
        }
    }

    /**
     * The tree of these nodes.
     *
     * @param layers layers of any role; those of role division become the levels
     * @param nodes the divisions; of two with the same level and code the first stays
     * @throws IllegalArgumentException if a node's level is none of them
     */
    public static DivisionTree of(Collection<Layer> layers, Collection<DivisionNode> nodes) {
        return new DivisionTree(layers, nodes);
    }

    /** The levels, each after the level above it. */
    public List<Layer> levels() {
        return List.copyOf(levels.values());
    }

    /** How many divisions there are on all levels. */
    public int size() {
        return nodes.values().stream().mapToInt(NavigableMap::size).sum();
    }

    /** The divisions of a level in ascending code; empty too if there is no such level. */
    public List<DivisionNode> list(String level) {
        NavigableMap<String, DivisionNode> found = nodes.get(level);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    /** The division of this code on this level. */
    public Optional<DivisionNode> find(String level, String code) {
        NavigableMap<String, DivisionNode> found = nodes.get(level);
        return found == null ? Optional.empty() : Optional.ofNullable(found.get(code));
    }

    /** The division of this code on the highest level that has it. */
    public Optional<DivisionNode> find(String code) {
        return levels.keySet().stream()
                .flatMap(level -> find(level, code).stream())
                .findFirst();
    }

    /** The division above, if it is there. */
    public Optional<DivisionNode> findParent(DivisionNode node) {
        Layer level = levels.get(node.level());
        if (level == null) {
            return Optional.empty();
        }
        return level.parentLayer().flatMap(above -> node.parentCode().flatMap(code -> find(above, code)));
    }

    /** The divisions right below, level by level, in ascending code. */
    public List<DivisionNode> listChildren(DivisionNode node) {
        return Collections.unmodifiableList(children.getOrDefault(node, List.of()));
    }

    /** The way from the top down to a division, itself last. */
    public List<DivisionNode> path(DivisionNode node) {
        Deque<DivisionNode> path = new ArrayDeque<>();
        Optional<DivisionNode> next = Optional.of(node);
        while (next.isPresent() && path.size() <= levels.size()) {
            path.addFirst(next.get());
            next = findParent(next.get());
        }
        return List.copyOf(path);
    }

    /** Stable: a level moves only as far as it must to stand after its parent. */
    private static List<Layer> parentsFirst(List<Layer> divisions) {
        Map<String, Layer> byName = new LinkedHashMap<>();
        divisions.forEach(layer -> byName.put(layer.name(), layer));
        return divisions.stream()
                .sorted(Comparator.comparingInt(layer -> depth(layer, byName)))
                .toList();
    }

    private static int depth(Layer layer, Map<String, Layer> byName) {
        int depth = 0;
        Optional<Layer> above = layer.parentLayer().map(byName::get);
        while (above.isPresent() && depth <= byName.size()) {
            depth++;
            above = above.get().parentLayer().map(byName::get);
        }
        return depth;
    }
}
