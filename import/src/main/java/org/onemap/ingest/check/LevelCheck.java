package org.onemap.ingest.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.feature.Layer;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;

/**
 * Checks one level of the division tree as a whole, in memory. Stateless but for its parts; confined to one thread.
 *
 * <p>Codes are unique; every parent is there; every division lies inside its parent; no two overlap; together they leave
 * no gap in a parent that has any, and no hole where the level above is not known. Invalid geometries are left out: they
 * are errors of their own.
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
        List<Member> areas =
                members.stream().filter(member -> isArea(member.geometry())).toList();
        CoverageCheck coverage = new CoverageCheck(layer, issues);
        coverage.checkOverlaps(areas);
        if (parents.isPresent()) {
            Map<String, Member> byCode = new HashMap<>();
            parents.get().forEach(parent -> byCode.putIfAbsent(parent.code(), parent));
            checkParents(members, byCode);
            checkInside(areas, byCode);
            coverage.checkGapsInParents(areas, byCode);
        } else {
            warnOfUnknownParents(members);
            coverage.checkHoles(areas);
        }
    }

    static boolean isArea(Geometry geometry) {
        return geometry.getDimension() == 2 && !geometry.isEmpty() && geometry.isValid();
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
                                + " already; every row of layer " + layer.name() + " needs its own"));
            }
        }
    }

    private void checkParents(List<Member> members, Map<String, Member> parents) {
        String above = layer.parentLayer().orElse("");
        for (Member member : members) {
            if (member.parentCode().isEmpty()) {
                issues.add(ImportIssue.error(
                        "missing-value",
                        place(member).field("parent_code"),
                        "the row names no " + above
                                + " that it belongs to; fill it, or name its column with --mapping"));
            } else if (!parents.containsKey(member.parentCode())) {
                issues.add(ImportIssue.error(
                        "missing-parent",
                        place(member).field("parent_code"),
                        "there is no " + above + " with the code " + member.parentCode()
                                + "; import it first or together with this file, or correct the code"));
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
        Set<String> unusable = new HashSet<>();
        for (Member member : members) {
            Member parent = parents.get(member.parentCode());
            if (parent == null || unusable.contains(parent.code())) {
                continue;
            }
            if (!prepared.containsKey(parent.code()) && !isArea(parent.geometry())) {
                unusable.add(parent.code());
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
                            member.code() + " lies with " + Slivers.say(Slivers.areaM2(where)) + " outside "
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

    static Place place(Member member) {
        return member.place().code(member.code());
    }
}
