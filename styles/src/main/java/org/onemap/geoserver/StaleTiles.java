package org.onemap.geoserver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onemap.geoserver.plan.Change;
import org.onemap.geoserver.plan.Change.Action;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.Manifest;
import org.onemap.geoserver.plan.ObjectKey;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.tiles.DirtyArea;

/**
 * Which tiles a plan and the changes of the data make stale. Immutable.
 *
 * @param whole tile layers of which every tile may be wrong
 * @param areas tile layers that are wrong only in places
 */
record StaleTiles(Set<String> whole, Map<String, DirtyArea> areas) {

    private static final List<String> DRAWN_PROPERTIES =
            List.of("nativeName", "srs", "cqlFilter", "attributes", "layer", "enabled");

    static StaleTiles of(Manifest wanted, List<Change> plan, Set<String> pending, Map<String, DirtyArea> dirty) {
        Map<String, Set<String>> members = members(wanted);
        Set<String> whole = new LinkedHashSet<>();
        Map<String, DirtyArea> areas = new LinkedHashMap<>();
        for (ObjectState tileLayer : wanted.list(Kind.TILE_LAYER)) {
            String name = tileLayer.key().name();
            Set<String> shown = members.getOrDefault(name, Set.of(name));
            if (pending.contains(name) || plan.stream().anyMatch(change -> redraws(change, name, shown, wanted))) {
                whole.add(name);
                continue;
            }
            DirtyArea area = new DirtyArea();
            shown.forEach(
                    layer -> dirty.getOrDefault(layer, new DirtyArea()).boxes().forEach(area::add));
            if (!area.isEmpty()) {
                areas.put(name, area);
            }
        }
        return new StaleTiles(whole, areas);
    }

    /** Group to the layers in it. */
    private static Map<String, Set<String>> members(Manifest wanted) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        for (ObjectState group : wanted.list(Kind.GROUP)) {
            Set<String> layers = new LinkedHashSet<>();
            group.list("publishables").forEach(member -> layers.add(member.substring(member.indexOf(':') + 1)));
            members.put(group.key().name(), layers);
        }
        return members;
    }

    private static boolean redraws(Change change, String tileLayer, Collection<String> shown, Manifest wanted) {
        if (change.action() != Action.UPDATE) {
            return false; // what is new has no tiles, what goes takes them along
        }
        ObjectKey key = change.key();
        return switch (key.kind()) {
            case STORE -> true;
            case GROUP, TILE_LAYER -> key.name().equals(tileLayer);
            case FEATURE_TYPE ->
                shown.contains(key.name()) && DRAWN_PROPERTIES.stream().anyMatch(change::touches);
            case LAYER -> shown.contains(key.name());
            case STYLE, ICON -> usesStyle(key, tileLayer, shown, wanted);
            default -> false;
        };
    }

    /** An icon may be in any style. */
    private static boolean usesStyle(ObjectKey key, String tileLayer, Collection<String> shown, Manifest wanted) {
        if (key.kind() == Kind.ICON) {
            return true;
        }
        boolean inGroup = wanted.find(new ObjectKey(Kind.GROUP, tileLayer)).stream()
                .flatMap(group -> group.list("styles").stream())
                .anyMatch(style -> style.endsWith(":" + key.name()));
        boolean ofLayer = wanted.list(Kind.LAYER).stream()
                .filter(layer -> shown.contains(layer.key().name()))
                .anyMatch(layer -> layer.get("defaultStyle").endsWith(":" + key.name()));
        return inGroup || (ofLayer && !shownAsGroup(tileLayer, wanted));
    }

    private static boolean shownAsGroup(String tileLayer, Manifest wanted) {
        return wanted.find(new ObjectKey(Kind.GROUP, tileLayer)).isPresent();
    }

    boolean isEmpty() {
        return whole.isEmpty() && areas.isEmpty();
    }

    /** As lines of a plan. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        whole.forEach(name -> changes.add(change(name, "stale, all thrown away")));
        areas.forEach((name, area) -> changes.add(change(
                name,
                "stale in " + area.boxes().size() + (area.boxes().size() == 1 ? " place" : " places")
                        + ", thrown away there")));
        return changes;
    }

    private static Change change(String name, String reason) {
        return new Change(Action.UPDATE, new ObjectKey(Kind.TILES, name), List.of(), reason);
    }
}
