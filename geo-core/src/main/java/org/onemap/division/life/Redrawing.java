package org.onemap.division.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.crs.Distances;
import org.onemap.feature.Content;

/**
 * Whole levels drawn anew at one stroke, as a plan does it: what becomes of their divisions, and of those below that are
 * not drawn. All of it counts as one edit, so the shares of a code sum to 1 over all its successors. Confined to one thread.
 *
 * <p>An old division and a new one with the same area and another code are the same thing recoded. What two of them have in
 * common by less than a square metre is the noise of two drawings, not a succession.
 */
public final class Redrawing {

    private static final double NOISE_M2 = 1;
    private static final int EDIT = 1;

    private final DivisionRows rows;
    private final Shares shares;
    private final List<Lineage> lineage = new ArrayList<>();

    private Redrawing(DivisionRows rows, Households households) {
        this.rows = rows;
        this.shares = new Shares(households);
    }

    /**
     * Puts the drawn rows in the place of all rows of their levels.
     *
     * @param rows the rows of all levels, those to be drawn among them; stand as drawn afterwards
     * @param drawn level → its new rows, parents first; a row without a parent gets the division above that it lies in
     * @param households where people live
     */
    public static DivisionChange of(
            DivisionRows rows, Map<String, ? extends Collection<Content>> drawn, Households households) {
        Redrawing redrawing = new Redrawing(rows, households);
        drawn.forEach(redrawing::draw);
        for (String level : drawn.keySet()) {
            rows.levelsBelow(level).stream()
                    .filter(below -> !drawn.containsKey(below))
                    .forEach(below -> redrawing.follow(level, below));
        }
        return new DivisionChange(rows.changes(), redrawing.lineage);
    }

    private void draw(String level, Collection<Content> drawn) {
        Map<String, Content> before = new TreeMap<>();
        rows.list(level).forEach(row -> before.put(code(row), row));
        Map<String, Content> after = new TreeMap<>();
        drawn.forEach(row -> after.put(code(row), parented(level, row)));
        Map<String, Map<String, Geometry>> successors = successors(before, after);
        Map<String, List<String>> sources = sources(successors);
        before.keySet().stream()
                .filter(code -> !after.containsKey(code))
                .forEach(code ->
                        replace(new DivisionKey(level, code), successors.getOrDefault(code, Map.of()), sources, after));
        after.values().forEach(row -> rows.put(level, row));
        successors.forEach((code, parts) -> tell(
                new Lineage(EDIT, kind(after, sources, code, parts), level, code, code, 1, 1), parts, before, after));
        after.keySet().stream()
                .filter(code -> !before.containsKey(code) && !sources.containsKey(code))
                .forEach(code -> lineage.add(new Lineage(EDIT, Lineage.Kind.CREATE, level, "", code, 1, 1)));
    }

    /** Old code → new code → what they have in common. */
    private static Map<String, Map<String, Geometry>> successors(
            Map<String, Content> before, Map<String, Content> after) {
        STRtree tree = new STRtree();
        after.values().forEach(row -> tree.insert(area(row).getEnvelopeInternal(), row));
        Map<String, Map<String, Geometry>> successors = new TreeMap<>();
        before.forEach((code, old) -> {
            Map<String, Geometry> parts = new TreeMap<>();
            Optional<Content> same =
                    Optional.ofNullable(after.get(code)).filter(row -> area(row).equalsExact(area(old)));
            if (same.isPresent()) {
                parts.put(code, area(old));
            } else {
                for (Object near : tree.query(area(old).getEnvelopeInternal())) {
                    Content row = (Content) near;
                    Geometry common = OverlayNGRobust.overlay(area(old), area(row), OverlayNG.INTERSECTION);
                    if (Distances.areaM2(common) >= NOISE_M2) {
                        parts.put(code(row), common);
                    }
                }
            }
            successors.put(code, parts);
        });
        return successors;
    }

    private static Map<String, List<String>> sources(Map<String, Map<String, Geometry>> successors) {
        Map<String, List<String>> sources = new TreeMap<>();
        successors.forEach((old, parts) -> parts.keySet()
                .forEach(code -> sources.computeIfAbsent(code, unused -> new ArrayList<>())
                        .add(old)));
        return sources;
    }

    /** Takes an old division out, or gives it the code of the one new division that is the same. */
    private void replace(
            DivisionKey key,
            Map<String, Geometry> parts,
            Map<String, List<String>> sources,
            Map<String, Content> after) {
        Optional<Content> same = Optional.of(parts)
                .filter(one -> isOneToOne(one, sources))
                .map(one -> after.get(one.keySet().iterator().next()));
        same.ifPresentOrElse(row -> rows.recode(key, row), () -> rows.remove(key));
    }

    private static boolean isOneToOne(Map<String, Geometry> parts, Map<String, List<String>> sources) {
        return parts.size() == 1
                && sources.getOrDefault(parts.keySet().iterator().next(), List.of())
                                .size()
                        == 1;
    }

    private static Lineage.Kind kind(
            Map<String, Content> after, Map<String, List<String>> sources, String code, Map<String, Geometry> parts) {
        if (after.containsKey(code)) {
            boolean sameArea = parts.keySet().equals(java.util.Set.of(code)) && isOneToOne(parts, sources);
            return sameArea ? Lineage.Kind.TRANSFER : Lineage.Kind.ADJUST;
        } else if (parts.size() > 1) {
            return Lineage.Kind.SPLIT;
        } else if (parts.isEmpty()) {
            return Lineage.Kind.ABOLISH;
        }
        return isOneToOne(parts, sources) ? Lineage.Kind.RECODE : Lineage.Kind.MERGE;
    }

    private void tell(
            Lineage model, Map<String, Geometry> parts, Map<String, Content> before, Map<String, Content> after) {
        boolean stays = model.kind() == Lineage.Kind.TRANSFER
                && parent(before, model.from()).equals(parent(after, model.from()));
        if (stays) {
            return;
        }
        if (parts.isEmpty()) {
            lineage.add(new Lineage(EDIT, model.kind(), model.level(), model.from(), "", 1, 1));
        } else {
            lineage.addAll(shares.of(model, parts));
        }
    }

    private static Optional<String> parent(Map<String, Content> rows, String code) {
        return Optional.ofNullable(rows.get(code)).flatMap(Content::parentCode);
    }

    /** Divisions that are not drawn stay, below the one that they lie in now. */
    private void follow(String level, String below) {
        for (Content row : rows.list(below)) {
            Optional<String> parent =
                    at(level, row).or(() -> heir(level, row.parentCode().orElse("")));
            if (parent.isPresent() && !parent.equals(row.parentCode())) {
                rows.put(below, row.toBuilder().parentCode(parent.get()).build());
                lineage.add(new Lineage(EDIT, Lineage.Kind.TRANSFER, below, code(row), code(row), 1, 1));
            }
        }
    }

    private Optional<String> heir(String level, String parent) {
        return lineage.stream()
                .filter(step -> step.level().equals(level)
                        && step.from().equals(parent)
                        && !step.to().isEmpty())
                .max(java.util.Comparator.comparingDouble(Lineage::areaShare))
                .map(Lineage::to);
    }

    private Content parented(String level, Content row) {
        Optional<String> above = rows.level(level).parentLayer().filter(name -> rows.levels().stream()
                .anyMatch(layer -> layer.name().equals(name)));
        if (row.parentCode().isPresent() || above.isEmpty()) {
            return row;
        }
        return at(above.get(), row)
                .map(parent -> row.toBuilder().parentCode(parent).build())
                .orElse(row);
    }

    /** The division of a level that a point inside a row lies in; of several the one with the lowest code. */
    private Optional<String> at(String level, Content row) {
        Coordinate place = area(row).getInteriorPoint().getCoordinate();
        for (Content one : rows.list(level)) {
            Envelope box = area(one).getEnvelopeInternal();
            if (box.covers(place) && SimplePointInAreaLocator.locate(place, area(one)) != Location.EXTERIOR) {
                return one.code();
            }
        }
        return Optional.empty();
    }

    private static String code(Content row) {
        return row.code().orElseThrow();
    }

    private static Geometry area(Content row) {
        return row.geometry().orElseThrow();
    }
}
