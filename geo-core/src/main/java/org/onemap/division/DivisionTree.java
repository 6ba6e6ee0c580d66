package org.onemap.division;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;

/**
 * The divisions of all levels and how they hang together. Immutable.
 *
 * <p>A level is a layer of role {@link LayerRole#DIVISION}; its {@link Layer#parentLayer()} is the level above. A node's
 * parent is the node of the level above whose code is its {@code parentCode}; a parent that is not there leaves the node
 * without one. Several trees may stand side by side (grid → zone → office, unit_grid → community → office).
 *
 * <p>Lists and children of a level are put in order when one of them is first asked for; to find a division by its code
 * or its parent needs neither.
 */
public final class DivisionTree {

    private final Map<String, Level> levels = new LinkedHashMap<>();

    private DivisionTree(Collection<Layer> layers, Collection<DivisionTable> tables) {
        Map<String, DivisionTable> byLevel =
                tables.stream().collect(Collectors.toMap(DivisionTable::level, table -> table));
        List<Layer> divisions = layers.stream()
                .filter(layer -> layer.role() == LayerRole.DIVISION)
                .toList();
        for (Layer layer : parentsFirst(divisions)) {
            DivisionTable table = byLevel.remove(layer.name());
            levels.put(
                    layer.name(), new Level(layer, table == null ? DivisionTable.of(layer.name(), List.of()) : table));
        }
        for (DivisionTable stray : byLevel.values()) {
            throw new IllegalArgumentException(
                    "no level named " + stray.level() + " for " + stray.size() + " divisions");
        }
    }

    /**
     * The tree of these divisions.
     *
     * @param layers layers of any role; those of role division become the levels
     * @param tables the divisions, at most one table of a level; a level without a table has none
     * @throws IllegalArgumentException if a table's level is none of them
     */
    public static DivisionTree of(Collection<Layer> layers, Collection<DivisionTable> tables) {
        return new DivisionTree(layers, tables);
    }

    /** The levels, each after the level above it. */
    public List<Layer> levels() {
        return levels.values().stream().map(Level::layer).toList();
    }

    /** How many divisions there are on all levels. */
    public int size() {
        return levels.values().stream().mapToInt(level -> level.table().size()).sum();
    }

    /** The divisions of a level in ascending code; empty too if there is no such level. */
    public List<DivisionNode> list(String level) {
        Level found = levels.get(level);
        return found == null ? List.of() : found.ordered().ascending();
    }

    /** The division of this code on this level. */
    public Optional<DivisionNode> find(String level, String code) {
        Level found = levels.get(level);
        return found == null ? Optional.empty() : found.table().find(code);
    }

    /** The division of this code on the highest level that has it. */
    public Optional<DivisionNode> find(String code) {
        return levels.keySet().stream()
                .flatMap(level -> find(level, code).stream())
                .findFirst();
    }

    /** The division above, if it is there. */
    public Optional<DivisionNode> findParent(DivisionNode node) {
        Level level = levels.get(node.level());
        if (level == null) {
            return Optional.empty();
        }
        return level.layer().parentLayer().flatMap(above -> node.parentCode().flatMap(code -> find(above, code)));
    }

    /** The divisions right below, level by level, in ascending code; none if the division itself is not in this tree. */
    public List<DivisionNode> listChildren(DivisionNode node) {
        if (find(node.level(), node.code()).filter(node::equals).isEmpty()) {
            return List.of();
        }
        List<DivisionNode> children = new ArrayList<>();
        for (Level level : levels.values()) {
            if (level.layer().parentLayer().filter(node.level()::equals).isPresent()) {
                children.addAll(level.ordered().byParent().getOrDefault(node.code(), List.of()));
            }
        }
        return Collections.unmodifiableList(children);
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

    /** A level, and its divisions in order once somebody wanted them so. */
    private static final class Level {

        private final Layer layer;
        private final DivisionTable table;
        private Optional<Ordered> ordered = Optional.empty();

        private Level(Layer layer, DivisionTable table) {
            this.layer = layer;
            this.table = table;
        }

        Layer layer() {
            return layer;
        }

        DivisionTable table() {
            return table;
        }

        synchronized Ordered ordered() {
            Ordered made = ordered.orElseGet(() -> Ordered.of(table));
            ordered = Optional.of(made);
            return made;
        }
    }

    /**
     * @param ascending by code
     * @param byParent those of the same parent code, each list ascending too
     */
    private record Ordered(List<DivisionNode> ascending, Map<String, List<DivisionNode>> byParent) {

        static Ordered of(DivisionTable table) {
            List<DivisionNode> ascending = table.stream()
                    .sorted(Comparator.comparing(DivisionNode::code))
                    .toList();
            Map<String, List<DivisionNode>> byParent = ascending.stream()
                    .filter(node -> node.parentCode().isPresent())
                    .collect(Collectors.groupingBy(node -> node.parentCode().orElseThrow()));
            return new Ordered(ascending, byParent);
        }
    }
}
