package org.onemap.division.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.crs.Distances;
import org.onemap.feature.Content;

/**
 * Edits the divisions of a tree, one edit after another; {@link #change()} says what they come to. Confined to one
 * thread.
 *
 * <p>An edit that is refused ({@link InvalidInput}, {@link NotFound}) leaves the rows as they were before it.
 */
public final class DivisionEditor {

    /** Overlap that rounding may leave. */
    static final double ROUNDING_M2 = 1;

    private final DivisionRows rows;
    private final Shares shares;
    private final NewCodes codes;
    private final List<Lineage> lineage = new ArrayList<>();
    private int edit = 1;

    /**
     * Starts to edit.
     *
     * @param rows the levels with their rows, parents first
     * @param households where people live
     * @param codes gives codes to new divisions
     */
    public DivisionEditor(DivisionRows rows, Households households, NewCodes codes) {
        this.rows = rows;
        this.shares = new Shares(households);
        this.codes = codes;
    }

    /** Gives codes to new divisions. */
    @FunctionalInterface
    public interface NewCodes {

        /**
         * The next code that was never used.
         *
         * @param level the level of the division
         * @param parentCode code of its parent; empty on the top level
         */
        String next(String level, String parentCode);
    }

    /** The rows as they stand. */
    public DivisionRows rows() {
        return rows;
    }

    /** What the edits so far come to. */
    public DivisionChange change() {
        return new DivisionChange(rows.changes(), lineage);
    }

    /**
     * Splits a division along lines, for instance a road. The parts get new codes, from west to east and north to south,
     * unless the largest keeps the old one; children go with the part in which they lie.
     *
     * @param key what is split
     * @param lines the linework, EPSG:4490; may be longer than needed
     * @param keepCode whether the part with most households keeps the code
     * @return the parts, the one that keeps the code first
     */
    public List<DivisionKey> split(DivisionKey key, Geometry lines, boolean keepCode) {
        List<DivisionKey> parts = new Splitting(rows, shares, codes).split(key, lines, keepCode, edit, lineage);
        edit++;
        return parts;
    }

    private String newCode(String level, Optional<String> parent) {
        return codes.next(level, parent.orElse(""));
    }

    /**
     * Merges divisions that touch along an edge.
     *
     * @param keys two or more of one level and one parent
     * @param into the code of the one that stays, or empty for a new code
     * @param name what the merged one is called; empty to keep the name of the one that stays or else of the first
     */
    public DivisionKey merge(List<DivisionKey> keys, Optional<String> into, String name) {
        requireMergeable(keys);
        DivisionKey first = keys.get(0);
        DivisionKey model =
                into.map(code -> new DivisionKey(first.level(), code)).orElse(first);
        if (!keys.contains(model)) {
            throw new InvalidInput(model + " is none of those that are merged, so it cannot be the one that stays");
        }
        Content old = rows.get(model);
        List<Geometry> areas = keys.stream().map(rows::geometry).toList();
        Geometry union = Cut.union(areas);
        if (!(union instanceof Polygon) && union.getNumGeometries() > largestCount(areas)) {
            throw new InvalidInput("the divisions to merge do not touch along an edge: " + list(keys));
        }
        String code = into.orElseGet(() -> newCode(first.level(), old.parentCode()));
        List<List<DivisionKey>> children = keys.stream().map(rows::allChildren).toList();
        for (int i = 0; i < keys.size(); i++) {
            lineage.add(new Lineage(
                    edit, Lineage.Kind.MERGE, first.level(), keys.get(i).code(), code, 1, 1));
            rows.remove(keys.get(i));
        }
        rows.put(
                first.level(),
                old.toBuilder()
                        .code(code)
                        .name(name.isEmpty() ? old.name().orElse("") : name)
                        .geometry(union)
                        .build());
        children.forEach(group -> group.forEach(child -> rows.setParent(child, code)));
        edit++;
        return new DivisionKey(first.level(), code);
    }

    private void requireMergeable(List<DivisionKey> keys) {
        if (new HashSet<>(keys).size() < 2) {
            throw new InvalidInput("merging needs two divisions or more, not " + list(keys));
        }
        DivisionKey first = keys.get(0);
        for (DivisionKey key : keys) {
            if (!key.level().equals(first.level())) {
                throw new InvalidInput("divisions of one level can be merged, not " + first + " and " + key);
            }
            if (!rows.get(key).parentCode().equals(rows.get(first).parentCode())) {
                throw new InvalidInput(first + " and " + key + " have different parents; transfer one of them first");
            }
        }
    }

    private static int largestCount(List<Geometry> areas) {
        return areas.stream().mapToInt(Geometry::getNumGeometries).max().orElse(1);
    }

    private static String list(List<DivisionKey> keys) {
        return String.join(", ", keys.stream().map(DivisionKey::toString).toList());
    }

    /**
     * Moves the boundary between two neighbours: what lies in an area goes from one to the other.
     *
     * @param from the one that gives
     * @param to the one that takes
     * @param area polygonal, EPSG:4490; what of it lies outside {@code from} is not looked at
     */
    public void moveBoundary(DivisionKey from, DivisionKey to, Geometry area) {
        new Moving(rows, shares).move(from, to, area, edit, lineage);
        rebuildAbove(Set.of(from, to));
        edit++;
    }

    /** Gives a division another name. */
    public void rename(DivisionKey key, String name) {
        Content old = rows.get(key);
        if (name.isBlank() || old.name().equals(Optional.of(name))) {
            throw new InvalidInput(key + " is called '" + old.name().orElse("") + "'; give it another name");
        }
        rows.put(key.level(), old.toBuilder().name(name).build());
        lineage.add(new Lineage(edit, Lineage.Kind.RENAME, key.level(), key.code(), key.code(), 1, 1));
        edit++;
    }

    /** Gives a division another code; what lies below names it by the new one. */
    public DivisionKey recode(DivisionKey key, String code) {
        Content old = rows.get(key);
        DivisionKey recoded = new DivisionKey(key.level(), code);
        if (rows.find(recoded).isPresent()) {
            throw new InvalidInput("code " + code + " belongs to another " + key.level() + " already");
        }
        List<DivisionKey> children = rows.allChildren(key);
        rows.recode(key, old.toBuilder().code(code).build());
        children.forEach(child -> rows.setParent(child, code));
        lineage.add(new Lineage(edit, Lineage.Kind.RECODE, key.level(), key.code(), code, 1, 1));
        edit++;
        return recoded;
    }

    /** Puts a division under another parent; both parents, and theirs, become the union of what they hold. */
    public void transfer(DivisionKey key, String parentCode) {
        Content old = rows.get(key);
        String above = rows.level(key.level())
                .parentLayer()
                .orElseThrow(() -> new InvalidInput(key + " stands on the top level: it has no parent"));
        DivisionKey parent = new DivisionKey(above, parentCode);
        rows.get(parent);
        if (old.parentCode().equals(Optional.of(parentCode))) {
            throw new InvalidInput(key + " lies under " + parent + " already");
        }
        Geometry joined = Cut.union(List.of(rows.geometry(parent), rows.geometry(key)));
        if (joined.getNumGeometries() > rows.geometry(parent).getNumGeometries()) {
            throw new InvalidInput(key + " does not touch " + parent + " along an edge: it would lie apart from it");
        }
        Optional<DivisionKey> oldParent = rows.parent(key);
        oldParent.ifPresent(left -> requireOthersBelow(left, key));
        rows.setParent(key, parentCode);
        lineage.add(new Lineage(edit, Lineage.Kind.TRANSFER, key.level(), key.code(), key.code(), 1, 1));
        oldParent.ifPresent(left -> rebuild(left, key.level()));
        rebuild(parent, key.level());
        edit++;
    }

    /**
     * Takes a division away.
     *
     * @param into the neighbour that takes its area; empty where the area is nobody's any more
     */
    public void abolish(DivisionKey key, Optional<DivisionKey> into) {
        rows.get(key);
        Optional<DivisionKey> parent = rows.parent(key);
        parent.ifPresent(left -> requireOthersBelow(left, key));
        if (!rows.allChildren(key).isEmpty()) {
            throw new InvalidInput(
                    key + " has divisions below it (" + list(rows.allChildren(key)) + "): transfer them first");
        }
        if (into.isPresent()) {
            Content taker = rows.get(into.get());
            Geometry union = Cut.union(List.of(rows.geometry(into.get()), rows.geometry(key)));
            if (union.getNumGeometries() > rows.geometry(into.get()).getNumGeometries()) {
                throw new InvalidInput(key + " does not touch " + into.get() + " along an edge");
            }
            rows.put(into.get().level(), taker.toBuilder().geometry(union).build());
        }
        rows.remove(key);
        lineage.add(new Lineage(
                edit,
                Lineage.Kind.ABOLISH,
                key.level(),
                key.code(),
                into.map(DivisionKey::code).orElse(""),
                1,
                1));
        parent.ifPresent(left -> rebuild(left, key.level()));
        into.ifPresent(taker -> rebuildAbove(Set.of(taker)));
        edit++;
    }

    /**
     * Adds a division where none is.
     *
     * @param row with code (or without, for the next one), name, parent and polygon
     */
    public DivisionKey create(String level, Content row) {
        Geometry area = row.geometry().orElseThrow(() -> new InvalidInput("a new " + level + " needs a polygon"));
        for (Content other : rows.list(level)) {
            double overlapM2 = Shares.overlapM2(area, other.geometry().orElseThrow());
            if (overlapM2 > ROUNDING_M2) {
                throw new InvalidInput(
                        "the new " + level + " overlaps " + other.code().orElse("?") + " by " + Math.round(overlapM2)
                                + " m²; move that boundary instead");
            }
        }
        String code = row.code().orElseGet(() -> newCode(level, row.parentCode()));
        DivisionKey key = new DivisionKey(level, code);
        if (rows.find(key).isPresent()) {
            throw new InvalidInput(key + " is there already");
        }
        rows.put(level, row.toBuilder().code(code).build());
        rows.share(List.of(area.getCoordinates()));
        lineage.add(new Lineage(edit, Lineage.Kind.CREATE, level, "", code, 1, 1));
        rows.parent(key).ifPresent(parent -> rebuild(parent, level));
        edit++;
        return key;
    }

    private void requireOthersBelow(DivisionKey parent, DivisionKey leaving) {
        if (rows.children(parent, leaving.level()).equals(List.of(leaving))) {
            throw new InvalidInput(leaving + " is the only one below " + parent + ", which would be left empty; merge "
                    + parent + " into a neighbour instead");
        }
    }

    private void rebuildAbove(Collection<DivisionKey> moved) {
        Set<DivisionKey> parents = new HashSet<>();
        moved.forEach(key -> rows.parent(key).ifPresent(parents::add));
        if (parents.size() > 1) {
            String level = moved.iterator().next().level();
            parents.forEach(parent -> rebuild(parent, level));
        }
    }

    /** A parent becomes the union of its children, and so on upwards as long as areas change. */
    private void rebuild(DivisionKey parent, String childLevel) {
        List<DivisionKey> children = rows.children(parent, childLevel);
        Geometry before = rows.geometry(parent);
        Geometry union = Cut.union(children.stream().map(rows::geometry).toList());
        if (before.norm().equalsExact(union.norm())) {
            return;
        }
        rows.put(parent.level(), rows.get(parent).toBuilder().geometry(union).build());
        Geometry rest = OverlayNGRobust.overlay(before, union, OverlayNG.SYMDIFFERENCE);
        if (Distances.areaM2(rest) > ROUNDING_M2) {
            rows.parent(parent).ifPresent(above -> rebuild(above, parent.level()));
        }
    }
}
