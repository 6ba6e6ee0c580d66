package org.onemap.ingest.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.division.coverage.ExactUnion;
import org.onemap.division.life.DivisionChange;
import org.onemap.division.life.DivisionKey;
import org.onemap.division.life.DivisionRows;
import org.onemap.division.life.LevelChange;
import org.onemap.division.life.Lineage;
import org.onemap.division.overlay.NetArea;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ReadView;

/**
 * The professional nets of a store while they are edited, by hand or because their grids changed; the polygon of an area is
 * always the exact union of its members. Confined to one thread.
 */
final class StoreNets {

    /** The level of the members. */
    static final String LEVEL = "grid";

    private final Map<String, Content> rows = new TreeMap<>();
    private final Map<String, Content> put = new LinkedHashMap<>();
    private final Set<String> dropped = new TreeSet<>();
    private final Layer layer;

    StoreNets(ReadView view) {
        Optional<Layer> stored = view.layers(Principal.anonymous()).find(NetArea.LAYER.name());
        this.layer = stored.orElse(NetArea.LAYER);
        new StoreReading(view).forEach(NetArea.LAYER.name(), row -> row.code().ifPresent(code -> rows.put(code, row)));
    }

    /** The areas as they were, by code. */
    List<NetArea> list() {
        return rows.values().stream().map(NetArea::read).toList();
    }

    Optional<NetArea> find(String code) {
        return Optional.ofNullable(rows.get(code)).map(NetArea::read);
    }

    /** Puts an area with the union of its members. */
    void put(NetArea area, DivisionRows divisions) {
        List<Geometry> members = area.members().stream()
                .map(code ->
                        divisions.get(new DivisionKey(LEVEL, code)).geometry().orElseThrow())
                .toList();
        Geometry union = ExactUnion.find(members)
                .orElseThrow(() -> new InvalidInput("the grids of " + area.code()
                        + " overlap or do not share their vertices, so that they have no exact union; mend them first:"
                        + " onemap check --repair"));
        Optional<Content> old = Optional.ofNullable(rows.get(area.code()));
        Geometry polygon = old.flatMap(Content::geometry)
                .filter(before -> sameVertices(before, union))
                .orElse(union);
        Content row = area.write(layer, old, polygon);
        if (!old.equals(Optional.of(row))) {
            put.put(area.code(), row);
        }
    }

    /** Whatever ring comes first, and whether one polygon stands alone or as a multi-polygon of one. */
    private static boolean sameVertices(Geometry a, Geometry b) {
        return Arrays.equals(a.norm().getCoordinates(), b.norm().getCoordinates());
    }

    void drop(String code) {
        if (!rows.containsKey(code)) {
            throw new NotFound("no area of a professional net has the code " + code
                    + "; list them with: onemap division net list");
        }
        dropped.add(code);
    }

    /**
     * Takes the areas along with their grids: the parts of a split grid stay in its area, a merged one goes to the area of
     * the largest that it was made of, and every area of which a member changed is made anew.
     *
     * @param divisions after the change
     * @param weight how large a grid of a code was before
     */
    void follow(DivisionRows divisions, DivisionChange change, ToDoubleFunction<String> weight) {
        Optional<LevelChange> grids = change.levels().stream()
                .filter(level -> level.layer().name().equals(LEVEL))
                .findFirst();
        if (grids.isEmpty() || rows.isEmpty()) {
            return;
        }
        Set<String> touched = new HashSet<>(grids.get().retired());
        grids.get().put().forEach(row -> touched.add(row.code().orElseThrow()));
        touched.addAll(grids.get().recoded().keySet());
        Map<String, Map<String, String>> areaOfGrid = areasByNet();
        for (Map<String, String> areas : areaOfGrid.values()) {
            Set<String> changed = new TreeSet<>();
            touched.forEach(code -> Optional.ofNullable(areas.get(code)).ifPresent(changed::add));
            changed.addAll(follow(areas, change.lineage(), weight));
            for (String code : changed) {
                List<String> members = areas.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(code))
                        .map(Map.Entry::getKey)
                        .toList();
                if (members.isEmpty()) {
                    dropped.add(code);
                } else {
                    put(find(code).orElseThrow().of(members), divisions);
                }
            }
        }
    }

    /** Net → grid → code of its area. */
    private Map<String, Map<String, String>> areasByNet() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (NetArea area : list()) {
            Map<String, String> ofNet = all.computeIfAbsent(area.net(), unused -> new TreeMap<>());
            area.members().forEach(grid -> ofNet.put(grid, area.code()));
        }
        return all;
    }

    /** Follows the lineage in a table grid → area; the areas that changed. */
    private static Set<String> follow(
            Map<String, String> areas, List<Lineage> lineage, ToDoubleFunction<String> weight) {
        Map<Integer, List<Lineage>> edits = new TreeMap<>();
        lineage.stream()
                .filter(step ->
                        step.level().equals(LEVEL) && !step.from().isEmpty() && step.kind() != Lineage.Kind.ADJUST)
                .forEach(step -> edits.computeIfAbsent(step.edit(), unused -> new ArrayList<>())
                        .add(step));
        Set<String> changed = new TreeSet<>();
        for (List<Lineage> steps : edits.values()) {
            Map<String, List<String>> comers = new HashMap<>();
            steps.forEach(step -> comers.computeIfAbsent(step.to(), unused -> new ArrayList<>())
                    .add(step.from()));
            Map<String, String> after = new HashMap<>();
            comers.forEach((to, froms) -> froms.stream()
                    .filter(areas::containsKey)
                    .max(Comparator.comparing((String from) -> from.equals(to))
                            .thenComparingDouble(weight)
                            .thenComparing(Comparator.reverseOrder()))
                    .ifPresent(from -> after.put(to, areas.get(from))));
            steps.forEach(step -> Optional.ofNullable(areas.remove(step.from())).ifPresent(changed::add));
            after.remove("");
            areas.putAll(after);
            changed.addAll(after.values());
        }
        return changed;
    }

    boolean isChanged() {
        return !put.isEmpty() || !dropped.isEmpty();
    }

    /** Writes what differs; without changes the layer is not touched. */
    void write(ChangeSetWriter writer) {
        if (!isChanged()) {
            return;
        }
        writer.load(layer, ChangeSetWriter.Mode.UPSERT);
        dropped.forEach(
                code -> writer.retire(Content.builder(layer.schema()).code(code).build()));
        put.values().forEach(writer::put);
        writer.finishLayer();
    }
}
