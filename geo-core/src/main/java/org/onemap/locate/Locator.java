package org.onemap.locate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.DivisionNode;
import org.onemap.division.overlay.DedicatedGrid;
import org.onemap.division.overlay.NetArea;
import org.onemap.division.overlay.Overlays;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.StandardLayers;

/**
 * Answers all levels for a position in one call. Immutable, safe for any number of threads.
 *
 * <ol>
 *   <li>The <i>answering level</i> decides the status, {@code onBoundary} and the edge distance: {@code grid} where
 *       it holds an area, else the lowest level that holds one; of two equally low the one listed first.
 *   <li>There the lowest code that covers the position wins.
 *   <li>Upwards from the winner each parent is the division that {@code parent_code} names, so that grid, zone and
 *       office always agree; where it is empty or names none, the level above is asked with its own geometry.
 *   <li>All other levels are asked with their own geometry, from the top down; among those that cover the position the
 *       children of the division already found above come first, then the lowest code.
 *   <li>Every overlay division that covers the position is listed.
 * </ol>
 */
public final class Locator {

    private final List<LocateLevel> levels;
    private final List<LocateLevel> overlays;
    private final Map<String, LocateLevel> byName = new LinkedHashMap<>();
    private final Optional<LocateLevel> answering;
    private final Optional<BoundaryIndex> boundaries;
    private final Overlays tables;
    private @Nullable BulkLocator bulk;

    private Locator(List<LocateLevel> all, Overlays tables) {
        this.tables = tables;
        this.levels = all.stream()
                .filter(level -> level.layer().role() == LayerRole.DIVISION)
                .toList();
        this.overlays = all.stream()
                .filter(level -> level.layer().role() == LayerRole.OVERLAY)
                .toList();
        levels.forEach(level -> byName.put(level.name(), level));
        this.answering = levels.stream()
                .filter(level -> !level.isEmpty())
                .max(Comparator.comparing((LocateLevel level) -> level.name().equals("grid"))
                        .thenComparing(level -> depth(level.layer()))
                        .thenComparing(level -> -levels.indexOf(level)));
        this.boundaries = answering.map(LocateLevel::boundaries);
    }

    /**
     * A locator over these layers.
     *
     * @param levels division levels, each after the level above it, and overlays; other roles are left out
     */
    public static Locator of(List<LocateLevel> levels) {
        return of(levels, Overlays.none());
    }

    /**
     * A locator over these layers that also knows who answers for a matter.
     *
     * @param levels as for {@link #of(List)}
     * @param overlays what the dedicated grids among them answer for, and the professional nets
     */
    public static Locator of(List<LocateLevel> levels, Overlays overlays) {
        return new Locator(List.copyOf(levels), overlays);
    }

    /** The layers that are asked: levels from the top down, then overlays. */
    public List<LocateLevel> levels() {
        List<LocateLevel> all = new ArrayList<>(levels);
        all.addAll(overlays);
        return all;
    }

    /** Name of the level that decides the status; empty if no division has an area. */
    public Optional<String> answeringLevel() {
        return answering.map(LocateLevel::name);
    }

    /** The division levels of this locator for many positions at once; their parents are looked up at the first call. */
    public synchronized BulkLocator bulk() {
        if (bulk == null) {
            bulk = new BulkLocator(levels, answering.map(levels::indexOf).orElse(-1));
        }
        return bulk;
    }

    /** Whose the position is. Answers for every position, also far outside. */
    public Location locate(Cgcs2000 position) {
        GridIndex.Hit hit = answering.map(level -> level.index().hit(position)).orElse(GridIndex.Hit.NOBODY);
        Location.Status status = status(hit);
        return new Location(
                status,
                divisions(position, hit),
                overlays(position),
                others(hit),
                status == Location.Status.BOUNDARY ? OptionalDouble.of(0) : edgeDistanceM(position));
    }

    /**
     * Where a position of limited accuracy may really lie, among the divisions of the answering level.
     *
     * @param accuracyM the radius in metres that holds 68 % of such positions
     * @throws org.onemap.InvalidInput if it is not above 0 and at most {@link Alternatives#MOST_ACCURACY_M}
     */
    public Alternatives locate(Cgcs2000 position, double accuracyM) {
        return answering
                .map(level -> level.shares().around(position, accuracyM))
                .orElseGet(() -> new Alternatives(List.of(), 1));
    }

    private static Location.Status status(GridIndex.Hit hit) {
        if (hit.onBoundary()) {
            return Location.Status.BOUNDARY;
        }
        return hit.ordinals().length == 0 ? Location.Status.OUTSIDE : Location.Status.INSIDE;
    }

    private List<String> others(GridIndex.Hit hit) {
        return hit.onBoundary()
                ? Arrays.stream(hit.ordinals())
                        .skip(1)
                        .mapToObj(answering.orElseThrow().index()::code)
                        .toList()
                : List.of();
    }

    private OptionalDouble edgeDistanceM(Cgcs2000 position) {
        return boundaries.map(index -> index.distanceM(position)).orElse(OptionalDouble.empty());
    }

    private Map<String, DivisionNode> divisions(Cgcs2000 position, GridIndex.Hit hit) {
        Map<String, DivisionNode> found = new LinkedHashMap<>();
        if (answering.isPresent() && hit.ordinals().length > 0) {
            LocateLevel level = answering.get();
            DivisionNode winner = level.division(hit.ordinals()[0]);
            found.put(level.name(), winner);
            addParents(level, winner, found);
        }
        for (LocateLevel level : levels) {
            boolean asked = answering.isPresent() && answering.get() == level;
            if (!asked && !found.containsKey(level.name())) {
                ask(level, position, found).ifPresent(division -> {
                    found.put(level.name(), division);
                    addParents(level, division, found);
                });
            }
        }
        return inOrder(found);
    }

    /** Parents by code; a parent that is known already stays. */
    private void addParents(LocateLevel level, DivisionNode division, Map<String, DivisionNode> found) {
        Optional<LocateLevel> above = above(level);
        Optional<DivisionNode> parent =
                above.flatMap(up -> division.parentCode().flatMap(up::find));
        while (parent.isPresent() && found.putIfAbsent(above.get().name(), parent.get()) == null) {
            Optional<LocateLevel> next = above(above.get());
            parent = parent.get().parentCode().flatMap(code -> next.flatMap(up -> up.find(code)));
            above = next;
        }
    }

    private Optional<DivisionNode> ask(LocateLevel level, Cgcs2000 position, Map<String, DivisionNode> found) {
        Optional<String> parent = level.layer().parentLayer().map(found::get).map(DivisionNode::code);
        return Arrays.stream(level.index().hit(position).ordinals())
                .mapToObj(level::division)
                .min(Comparator.comparing((DivisionNode node) ->
                                parent.isEmpty() || !node.parentCode().equals(parent))
                        .thenComparing(DivisionNode::code));
    }

    /** The overlay divisions that cover a position, by layer and ascending code. */
    public List<DivisionNode> overlays(Cgcs2000 position) {
        List<DivisionNode> covering = new ArrayList<>();
        for (LocateLevel overlay : overlays) {
            for (int ordinal : overlay.index().hit(position).ordinals()) {
                covering.add(overlay.division(ordinal));
            }
        }
        return covering;
    }

    /**
     * The division that answers for a matter at a location: a dedicated grid by its precedence, else the division of the
     * answering level (兜底).
     *
     * @param matter for instance 消防
     * @return empty only where no division covers the position
     */
    public Optional<DivisionNode> responsible(Location location, String matter) {
        Map<String, DivisionNode> dedicated = new LinkedHashMap<>();
        location.overlays().stream()
                .filter(node -> node.level().equals(DedicatedGrid.LAYER))
                .forEach(node -> dedicated.put(node.code(), node));
        return tables.responsible(dedicated.keySet(), matter)
                .map(grid -> dedicated.get(grid.code()))
                .or(() -> answeringLevel().flatMap(location::at));
    }

    /** The areas of professional nets at a location, by net: those of which its grid is a member. */
    public List<NetArea> netAreas(Location location) {
        return location.grid().map(grid -> tables.areas(grid.code())).orElse(List.of());
    }

    private Optional<LocateLevel> above(LocateLevel level) {
        return level.layer().parentLayer().map(byName::get);
    }

    /** How many levels stand above, whether the store holds them or not. */
    private static int depth(Layer layer) {
        Optional<Layer> above = layer.parentLayer().flatMap(StandardLayers::find);
        return above.map(up -> 1 + depth(up)).orElse(0);
    }

    private Map<String, DivisionNode> inOrder(Map<String, DivisionNode> found) {
        Map<String, DivisionNode> ordered = new LinkedHashMap<>();
        for (LocateLevel level : levels) {
            DivisionNode division = found.get(level.name());
            if (division != null) {
                ordered.put(level.name(), division);
            }
        }
        return ordered;
    }
}
