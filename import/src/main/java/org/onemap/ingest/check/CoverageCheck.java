package org.onemap.ingest.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.division.coverage.Coverage;
import org.onemap.division.coverage.CoverageFault;
import org.onemap.division.coverage.CoverageTolerances;
import org.onemap.division.coverage.ExactUnion;
import org.onemap.feature.Layer;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;

/**
 * Overlaps and gaps among the divisions of one level. Overlaps come from {@link Coverage}, which looks at the segments
 * that nothing cancels, and so do holes where the level above is not known; gaps in parents come by overlay.
 */
final class CoverageCheck {

    /** Neighbours nearer than this, which do not touch, leave a gap; about 5 m. */
    private static final double NARROW_DEG = 4.5e-5;

    /** Holes stand on the lattice of {@link Coverage}, divisions beside it. */
    private static final double LATTICE_DEG = 1e-7;

    /** An overlap is an overlap, also where it comes from a vertex that one of two lacks. */
    private static final CoverageTolerances EVERY_REGION = new CoverageTolerances(0.5, 10, 0);

    private final Layer layer;
    private final IssueSink issues;

    CoverageCheck(Layer layer, IssueSink issues) {
        this.layer = layer;
        this.issues = issues;
    }

    /** Reports each pair that overlaps and has at least one incoming member. */
    void checkOverlaps(List<Member> members, Coverage coverage) {
        coverage.faults(EVERY_REGION).stream()
                .filter(fault -> fault.cover() == CoverageFault.Cover.SEVERAL)
                .sorted(Comparator.comparing(CoverageFault::members, CoverageCheck::compare))
                .forEach(fault -> reportOverlap(
                        members.get(fault.members().get(0)),
                        members.get(fault.members().get(1)),
                        fault.where()));
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        int first = Integer.compare(a.get(0), b.get(0));
        return first != 0 ? first : Integer.compare(a.get(1), b.get(1));
    }

    private void reportOverlap(Member a, Member b, Geometry common) {
        if (!a.isIncoming() && !b.isIncoming()) {
            return;
        }
        List<Polygon> parts = Slivers.substantial(common);
        if (parts.isEmpty()) {
            return;
        }
        Member named = b.isIncoming() ? b : a;
        Member other = b.isIncoming() ? a : b;
        Geometry where = LevelCheck.union(parts);
        issues.add(ImportIssue.error(
                        "overlap",
                        LevelCheck.place(named),
                        layer.name() + " " + LevelCheck.name(named) + " and " + LevelCheck.name(other) + " overlap by "
                                + Slivers.say(Slivers.areaM2(where)) + " at "
                                + Faults.say(where.getInteriorPoint().getCoordinate()))
                .at(where));
    }

    /** Reports what a parent has that none of its children covers; a parent without children is a warning. */
    void checkGapsInParents(List<Member> members, Map<String, Member> parents) {
        Map<String, List<Member>> families = new TreeMap<>();
        members.forEach(member -> families.computeIfAbsent(member.parentCode(), unused -> new ArrayList<>())
                .add(member));
        Place place = Place.file(members.isEmpty() ? "" : source(members));
        for (Member parent : parents.values()) {
            List<Member> children = families.get(parent.code());
            if (children == null) {
                issues.add(ImportIssue.warning(
                        "no-children",
                        place.code(parent.code()),
                        layer.parentLayer().orElse("") + " " + parent.code() + " has no " + layer.name() + " at all"));
            } else {
                checkGaps(parent, children);
            }
        }
    }

    private void checkGaps(Member parent, List<Member> children) {
        Geometry covered = union(children);
        Geometry gaps = OverlayNGRobust.overlay(parent.geometry(), covered, OverlayNG.DIFFERENCE);
        Place place = Place.file(source(children)).code(parent.code());
        for (Polygon gap : Slivers.substantial(gaps)) {
            report(
                    gap,
                    place,
                    "no " + layer.name() + " covers " + Slivers.say(Slivers.areaM2(gap)) + " of "
                            + layer.parentLayer().orElse("") + " " + parent.code());
        }
    }

    /** Reports holes in the whole level and narrow gaps between neighbours. */
    void checkHoles(List<Member> members, Coverage coverage) {
        if (members.isEmpty()) {
            return;
        }
        Place place = Place.file(source(members));
        Geometry covered = coverage.covered();
        List<Envelope> known = new ArrayList<>();
        GeometryFactory factory = covered.getFactory();
        for (Object part : PolygonExtracter.getPolygons(covered)) {
            Polygon polygon = (Polygon) part;
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                LinearRing ring = polygon.getInteriorRingN(i);
                Polygon hole = factory.createPolygon(ring);
                Envelope box = hole.getEnvelopeInternal();
                box.expandBy(LATTICE_DEG);
                known.add(box);
                for (Polygon gap : Slivers.substantial(hole)) {
                    report(
                            gap,
                            place,
                            "no " + layer.name() + " covers a hole of " + Slivers.say(Slivers.areaM2(gap))
                                    + " in the level");
                }
            }
        }
        List<Member> atEdges = coverage.loose().stream().map(members::get).toList();
        checkNarrowGaps(withNeighbours(atEdges, members), atEdges.size(), known);
    }

    /** Divisions with an edge that no neighbour runs along, and after them all that are near them: no other one is at a gap. */
    private static List<Member> withNeighbours(List<Member> atEdges, List<Member> all) {
        STRtree boxes = new STRtree();
        for (Member member : atEdges) {
            Envelope box = new Envelope(member.geometry().getEnvelopeInternal());
            box.expandBy(NARROW_DEG);
            boxes.insert(box, member);
        }
        Set<Member> found = Collections.newSetFromMap(new IdentityHashMap<>());
        found.addAll(atEdges);
        List<Member> ordered = new ArrayList<>(atEdges);
        for (Member member : all) {
            if (!boxes.query(member.geometry().getEnvelopeInternal()).isEmpty() && found.add(member)) {
                ordered.add(member);
            }
        }
        return ordered;
    }

    private void checkNarrowGaps(List<Member> members, int judged, List<Envelope> known) {
        Geometry[] near = CoverageValidator.validate(geometries(members), NARROW_DEG);
        Geometry[] unfit = CoverageValidator.validate(geometries(members));
        for (int i = 0; i < judged; i++) {
            if (near[i] == null || unfit[i] != null || !members.get(i).isIncoming()) {
                continue;
            }
            Envelope box = near[i].getEnvelopeInternal();
            if (known.stream().noneMatch(box::intersects)) {
                issues.add(ImportIssue.error(
                                "gap",
                                LevelCheck.place(members.get(i)),
                                "between " + layer.name() + " " + LevelCheck.name(members.get(i))
                                        + " and its neighbour a gap of less than 5 m is left at "
                                        + Faults.say(near[i].getCoordinate()))
                        .at(near[i]));
            }
        }
    }

    private void report(Polygon gap, Place place, String what) {
        issues.add(ImportIssue.error(
                        "gap",
                        place,
                        what + ", at " + Faults.say(gap.getInteriorPoint().getCoordinate()))
                .at(gap));
    }

    /** Exact: JTS's union of a coverage may lose holes that touch each other in a vertex. */
    private static Geometry union(List<Member> members) {
        return ExactUnion.orOverlay(members.stream().map(Member::geometry).toList());
    }

    private static Geometry[] geometries(List<Member> members) {
        return members.stream().map(Member::geometry).toArray(Geometry[]::new);
    }

    private static String source(List<Member> members) {
        return members.stream()
                .filter(Member::isIncoming)
                .findFirst()
                .orElse(members.get(0))
                .place()
                .source();
    }
}
