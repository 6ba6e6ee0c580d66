package org.onemap.ingest.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.division.coverage.Coverage;
import org.onemap.feature.Layer;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;

/**
 * Checks one level of the division tree as a whole, in memory. Stateless but for its parts; confined to one thread.
 *
 * <p>Codes are unique; every parent is there; every division lies inside its parent; no two overlap; together they leave
 * no gap in a parent that has any, and no hole where the level above is not known.
 */
public final class LevelCheck {

    private final Layer layer;
    private final IssueSink issues;

    /**
     * A check of a level.
     *
     * @param layer a division layer
     * @param issues takes what is found
     */
    public LevelCheck(Layer layer, IssueSink issues) {
        this.layer = layer;
        this.issues = issues;
    }

    /**
     * Checks the level.
     *
     * @param members all of the level as it will be after the load
     * @param parents the level above as it will be then; empty if it is not known
     */
    public void check(List<Member> members, Optional<List<Member>> parents) {
        checkCodes(members);
        List<Member> areas = areas(members);
        CoverageCheck coverage = new CoverageCheck(layer, issues);
        Coverage tiling = Coverage.of(areas.stream().map(Member::geometry).toList());
        coverage.checkOverlaps(areas, tiling);
        if (parents.isPresent()) {
            Map<String, Member> byCode = new HashMap<>();
            areas(parents.get()).forEach(parent -> byCode.putIfAbsent(parent.code(), parent));
            Set<String> codes = parents.get().stream().map(Member::code).collect(Collectors.toSet());
            checkParents(members, codes);
            checkInside(areas, byCode);
            coverage.checkGapsInParents(areas, byCode);
        } else {
            warnOfUnknownParents(members);
            coverage.checkHoles(areas, tiling);
        }
    }

    /** Those with an area; an invalid one, which is an error of its own, is judged as it would be after a repair. */
    private static List<Member> areas(List<Member> members) {
        return members.stream()
                .map(LevelCheck::valid)
                .filter(member -> member.geometry().getDimension() == 2
                        && !member.geometry().isEmpty())
                .toList();
    }

    private static Member valid(Member member) {
        return member.geometry().isValid()
                ? member
                : new Member(member.code(), member.parentCode(), GeometryFixer.fix(member.geometry()), member.place());
    }

    private void checkCodes(List<Member> members) {
        Map<String, Place> seen = new HashMap<>();
        for (Member member : members) {
            Place first = member.code().isEmpty() ? null : seen.putIfAbsent(member.code(), member.place());
            if (first != null) {
                issues.add(ImportIssue.error(
                                "duplicate-code",
                                member.place().code(member.code()).field("code"),
                                "code " + member.code() + " stands in " + first.source() + " row " + first.row()
                                        + " already; every row of layer " + layer.name() + " needs its own")
                        .within(member.geometry()));
            }
        }
    }

    private void checkParents(List<Member> members, Set<String> parents) {
        String above = layer.parentLayer().orElse("");
        for (Member member : members) {
            if (member.parentCode().isEmpty()) {
                issues.add(ImportIssue.error(
                                "missing-value",
                                place(member).field("parent_code"),
                                "the row names no " + above
                                        + " that it belongs to; fill it, or name its column with --mapping")
                        .within(member.geometry()));
            } else if (!parents.contains(member.parentCode())) {
                issues.add(ImportIssue.error(
                                "missing-parent",
                                place(member).field("parent_code"),
                                "there is no " + above + " with the code " + member.parentCode()
                                        + "; import it first or together with this file, or correct the code")
                        .within(member.geometry()));
            }
        }
    }

    private void warnOfUnknownParents(List<Member> members) {
        if (layer.parentLayer().isPresent() && !members.isEmpty()) {
            issues.add(ImportIssue.warning(
                    "no-parent-layer",
                    Place.file(members.get(0).place().source()),
                    "layer " + layer.parentLayer().get() + " is not in the store, so parents and nesting of "
                            + layer.name() + " cannot be checked; import it first or together with this file"));
        }
    }

    private void checkInside(List<Member> members, Map<String, Member> parents) {
        Map<String, PreparedGeometry> prepared = new HashMap<>();
        for (Member member : members) {
            Member parent = parents.get(member.parentCode());
            if (parent == null) {
                continue;
            }
            PreparedGeometry area = prepared.computeIfAbsent(
                    parent.code(), unused -> PreparedGeometryFactory.prepare(parent.geometry()));
            if (!area.covers(member.geometry())) {
                checkOutside(member, parent);
            }
        }
    }

    private void checkOutside(Member member, Member parent) {
        Geometry outside = OverlayNGRobust.overlay(member.geometry(), parent.geometry(), OverlayNG.DIFFERENCE);
        List<Polygon> parts = Slivers.substantial(outside);
        if (!parts.isEmpty()) {
            Geometry where = union(parts);
            issues.add(ImportIssue.error(
                            "outside-parent",
                            place(member),
                            name(member) + " lies with " + Slivers.say(Slivers.areaM2(where)) + " outside "
                                    + layer.parentLayer().orElse("") + " " + parent.code() + ", at "
                                    + Faults.say(where.getInteriorPoint().getCoordinate()))
                    .at(where));
        }
    }

    static Geometry union(List<Polygon> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : parts.get(0).getFactory().createMultiPolygon(parts.toArray(new Polygon[0]));
    }

    /** Its code, or its row where it has none. */
    static String name(Member member) {
        return member.code().isEmpty() ? "of row " + member.place().row() : member.code();
    }

    static Place place(Member member) {
        return member.place().code(member.code());
    }
}
