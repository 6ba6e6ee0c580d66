package org.onemap.division.life;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.feature.Content;

/**
 * Where things go whose division changed: by their place where they have one, else to the successor with the largest
 * share. Immutable after it is made; confined to one thread.
 */
public final class Successors {

    private final Map<String, STRtree> trees = new HashMap<>();
    private final Map<String, String> levelOfCode = new HashMap<>();
    private final Map<String, String> heirs;

    /**
     * After a change.
     *
     * @param change what changes
     * @param after all rows of a level of this name as they are after it
     */
    public Successors(DivisionChange change, Function<String, Collection<Content>> after) {
        this.heirs = heirs(change.lineage());
        for (LevelChange level : change.levels()) {
            String name = level.layer().name();
            Set<String> moved = new HashSet<>(level.retired());
            level.put().forEach(row -> moved.add(row.code().orElseThrow()));
            moved.addAll(level.recoded().keySet());
            moved.forEach(code -> levelOfCode.putIfAbsent(code, name));
            STRtree tree = new STRtree();
            for (Content row : after.apply(name)) {
                tree.insert(row.geometry().orElseThrow().getEnvelopeInternal(), row);
            }
            trees.put(name, tree);
        }
    }

    /** Code → the code that stands for it after all edits: the successor with the largest share, followed on. */
    private static Map<String, String> heirs(List<Lineage> lineage) {
        Map<Integer, Map<String, Lineage>> best = new LinkedHashMap<>();
        for (Lineage step : lineage) {
            best.computeIfAbsent(step.edit(), unused -> new LinkedHashMap<>())
                    .merge(step.from(), step, (a, b) -> b.householdShare() > a.householdShare() ? b : a);
        }
        Map<String, String> heirs = new HashMap<>();
        for (Map<String, Lineage> edit : best.values()) {
            heirs.replaceAll(
                    (from, to) -> edit.containsKey(to) ? edit.get(to).to() : to); // all of an edit at one stroke
            edit.values().stream()
                    .filter(step -> !step.from().isEmpty())
                    .forEach(step -> heirs.putIfAbsent(step.from(), step.to()));
        }
        return heirs;
    }

    /** Codes of the divisions that change: what lies in others stays where it is. */
    public Set<String> changed() {
        return Set.copyOf(levelOfCode.keySet());
    }

    /** The row as it is after the change; empty if nothing of it changes. */
    public Optional<Content> follow(Content row) {
        String parent = row.parentCode().orElse("");
        String level = levelOfCode.get(parent);
        if (level == null) {
            return Optional.empty();
        }
        String now = row.geometry()
                .filter(shape -> !shape.isEmpty())
                .flatMap(shape -> at(level, shape))
                .orElseGet(() -> heirs.getOrDefault(parent, parent));
        return now.equals(parent)
                ? Optional.empty()
                : Optional.of(row.toBuilder().parentCode(now).build());
    }

    private Optional<String> at(String level, Geometry shape) {
        Coordinate place = shape.getInteriorPoint().getCoordinate();
        STRtree tree = trees.getOrDefault(level, new STRtree());
        String best = "";
        for (Object item : tree.query(new Envelope(place))) {
            Content row = (Content) item;
            String code = row.code().orElseThrow();
            boolean inside =
                    SimplePointInAreaLocator.locate(place, row.geometry().orElseThrow()) != Location.EXTERIOR;
            if (inside && (best.isEmpty() || code.compareTo(best) < 0)) {
                best = code;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }
}
