package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.onemap.crs.GaussKruger;
import org.onemap.division.coverage.Arrangement.Piece;
import org.onemap.division.coverage.CoverageFault.Cover;
import org.onemap.division.coverage.CoverageFault.Kind;
import org.onemap.division.coverage.CoverageFault.Size;

/** Tells what the faces and nodes of an arrangement mean. Confined to one thread. */
final class FaultFinder {

    private final List<Geometry> areas;
    private final AreaIndex index;
    private final CoverageTolerances tolerances;
    private final Arrangement arrangement;
    private final List<CoverageFault> faults = new ArrayList<>();
    private final Set<Long> told = new HashSet<>();

    FaultFinder(List<Geometry> areas, AreaIndex index, CoverageTolerances tolerances, Arrangement arrangement) {
        this.areas = areas;
        this.index = index;
        this.tolerances = tolerances;
        this.arrangement = arrangement;
    }

    /** Gaps, overlaps and missing vertices among areas that should tile a surface. */
    List<CoverageFault> find() {
        Map<List<Integer>, List<Geometry>> overlaps = new LinkedHashMap<>();
        SkippedVertices skipped = new SkippedVertices(arrangement, tolerances);
        for (Face face : arrangement.faces()) {
            if (face.depth() == 1) {
                continue;
            }
            face.outline().forEach(edge -> told.add(edge.from()));
            List<CoverageFault> vertices = skipped.in(face);
            if (!vertices.isEmpty()) {
                faults.addAll(vertices);
            } else if (face.depth() >= 2) {
                collectOverlaps(face, overlaps);
            } else {
                addGap(face);
            }
        }
        overlaps.forEach(this::addOverlap);
        addMissingVertices();
        return faults;
    }

    private void addGap(Face face) {
        Polygon where = face.lonLat();
        Size size = size(where);
        faults.add(new CoverageFault(
                isThin(size) ? Kind.SLIVER : Kind.GAP, Cover.NONE, new ArrayList<>(bordering(face)), where, size));
    }

    private void addOverlap(List<Integer> pair, List<Geometry> parts) {
        Geometry where = FaceParts.join(parts);
        Size size = size(where);
        Kind kind = isThin(size) ? Kind.SLIVER : isDuplicate(pair, where) ? Kind.DUPLICATE : Kind.OVERLAP;
        faults.add(new CoverageFault(kind, Cover.SEVERAL, pair, where, size));
    }

    private boolean isDuplicate(List<Integer> pair, Geometry common) {
        double area = common.getArea();
        return pair.stream().allMatch(i -> Math.abs(areas.get(i).getArea() - area) < 1e-3 * area);
    }

    private boolean isThin(Size size) {
        return size.widthM() < tolerances.sliverWidthM() || size.areaM2() < tolerances.sliverAreaM2();
    }

    /** Puts the face, or the part of it that two areas share, under each pair. */
    private void collectOverlaps(Face face, Map<List<Integer>, List<Geometry>> overlaps) {
        Polygon where = face.lonLat();
        List<Integer> inside = index.covering(face.interiorLonLat());
        if (face.depth() == 2 && inside.size() == 2 && inside.stream().allMatch(area -> holds(area, face, where))) {
            overlaps.computeIfAbsent(inside, unused -> new ArrayList<>()).add(where);
            return;
        }
        List<Integer> members = new ArrayList<>();
        List<Geometry> parts = new ArrayList<>();
        for (int area : index.near(where.getEnvelopeInternal())) {
            Geometry part = FaceParts.common(where, areas.get(area));
            if (FaceParts.counts(part) || inside.contains(area)) {
                members.add(area);
                parts.add(part);
            }
        }
        if (members.size() <= 2) { // less: thinner than the rounding of its corners
            List<Integer> pair = members.size() == 2 ? members : new ArrayList<>(bordering(face));
            if (pair.size() < 2) {
                return; // one area that laps over itself: no overlap of two, its own validity tells
            }
            overlaps.computeIfAbsent(pair, unused -> new ArrayList<>()).add(where);
            return;
        }
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                Geometry common = FaceParts.common(parts.get(i), parts.get(j));
                if (FaceParts.counts(common)) {
                    overlaps.computeIfAbsent(List.of(members.get(i), members.get(j)), unused -> new ArrayList<>())
                            .add(common);
                }
            }
        }
    }

    /** Whether the area covers all of the face but for rounding; then nobody else has a part of a face of depth two. */
    private boolean holds(int area, Face face, Geometry where) {
        return Containment.isWhole(areas.get(area), face)
                || !FaceParts.counts(FaceParts.without(where, areas.get(area)));
    }

    /** The owners of the edges round a face. */
    private Set<Integer> bordering(Face face) {
        Set<Integer> owners = new TreeSet<>();
        for (DirectedEdge edge : face.leftwardEdges()) {
            arrangement
                    .piecesOn(edge)
                    .forEach(piece -> owners.add(arrangement.segments().owner(piece.segment())));
        }
        return owners;
    }

    /** Vertices that lie on an edge of an area which has none there, with nothing between the two. */
    private void addMissingVertices() {
        LooseSegments segments = arrangement.segments();
        Map<Long, Set<Integer>> owners = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            owners.computeIfAbsent(segments.from(i), unused -> new TreeSet<>()).add(segments.owner(i));
            owners.computeIfAbsent(segments.to(i), unused -> new TreeSet<>()).add(segments.owner(i));
        }
        for (int i = 0; i < segments.size(); i++) {
            List<Piece> pieces = arrangement.pieces(i);
            for (int k = 1; k < pieces.size(); k++) {
                long node = pieces.get(k).edge().from();
                boolean before = arrangement.isCancelled(pieces.get(k - 1).edge());
                boolean after = arrangement.isCancelled(pieces.get(k).edge());
                Set<Integer> others = new TreeSet<>(owners.getOrDefault(node, Set.of()));
                others.remove(segments.owner(i));
                if ((before || after) && !others.isEmpty() && !told.contains(node)) {
                    boolean between = before && after && others.size() == 1;
                    faults.add(vertexFault(between, segments.owner(i), others, node));
                }
            }
        }
    }

    private static CoverageFault vertexFault(boolean between, int lacking, Set<Integer> others, long node) {
        List<Integer> members = new ArrayList<>(List.of(lacking));
        members.addAll(others);
        return new CoverageFault(
                between ? Kind.MISSING_VERTEX : Kind.T_JUNCTION,
                Cover.ONE,
                members,
                Arrangement.STEPS.createPoint(Lattice.lonLat(node)),
                new Size(0, 0));
    }

    /** Area and mean width in the fitting 3° zone; the width is that of the widest part. */
    static Size size(Geometry lonLat) {
        Geometry metres = GaussKruger.fitting(lonLat).project(lonLat);
        double widthM = 0;
        for (int i = 0; i < metres.getNumGeometries(); i++) {
            Geometry part = metres.getGeometryN(i);
            widthM = Math.max(widthM, 2 * part.getArea() / part.getLength());
        }
        return new Size(metres.getArea(), widthM);
    }
}
