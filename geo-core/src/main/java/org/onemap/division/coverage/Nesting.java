package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.onemap.division.coverage.CoverageFault.Kind;

/**
 * Whether children fill their parents, no more and no less. Each family is a table of segments of its own, in which the
 * parent is subtracted: where all is well nothing is left. Overlaps among children inside the parent are not told here,
 * {@link Coverage} tells them. Confined to one thread.
 */
public final class Nesting {

    private final List<Geometry> children;
    private final List<Geometry> parents;
    private final List<NestingFault> faults = new ArrayList<>();

    private Nesting(List<Geometry> children, List<Geometry> parents) {
        this.children = children;
        this.parents = parents;
    }

    /**
     * Where children and parents differ, however little; parents without any child are passed over.
     *
     * @param children valid areas in EPSG:4490, longitude first
     * @param parents the same of the level above
     * @param parentOf for each child the position of its parent, negative for none
     */
    public static List<NestingFault> faults(List<Geometry> children, List<Geometry> parents, int[] parentOf) {
        Map<Integer, List<Integer>> families = new TreeMap<>();
        for (int child = 0; child < parentOf.length; child++) {
            if (parentOf[child] >= 0) {
                families.computeIfAbsent(parentOf[child], unused -> new ArrayList<>())
                        .add(child);
            }
        }
        Nesting nesting = new Nesting(children, parents);
        families.forEach(nesting::check);
        return nesting.faults;
    }

    private void check(int parent, List<Integer> family) {
        List<Geometry> areas = new ArrayList<>(family.size() + 1);
        family.forEach(child -> areas.add(children.get(child)));
        areas.add(parents.get(parent));
        SegmentTable table = SegmentTable.of(areas, family.size());
        if (table.looseCount() == 0) {
            return;
        }
        LooseSegments loose = table.loose();
        LooseSegments rejoined = new NearVertices(loose).rejoin(loose);
        if (rejoined.size() == 0) {
            return;
        }
        Arrangement arrangement = new Arrangement(rejoined);
        Map<Integer, List<Geometry>> outside = new TreeMap<>();
        for (Face face : arrangement.faces()) {
            if (face.depth() < 0) {
                addGap(parent, family, face, arrangement);
            } else if (face.depth() > 0) {
                collectOutside(parent, family, face, outside);
            }
        }
        outside.forEach((child, parts) -> addOutside(parent, child, parts));
    }

    private void addGap(int parent, List<Integer> family, Face face, Arrangement arrangement) {
        Set<Integer> bordering = new TreeSet<>();
        for (DirectedEdge edge : face.leftwardEdges()) {
            for (Arrangement.Piece piece : arrangement.piecesOn(edge)) {
                int owner = arrangement.segments().owner(piece.segment());
                if (owner < family.size()) {
                    bordering.add(family.get(owner));
                }
            }
        }
        Polygon where = face.lonLat();
        faults.add(new NestingFault(Kind.GAP, parent, new ArrayList<>(bordering), where, FaultFinder.size(where)));
    }

    private void collectOutside(int parent, List<Integer> family, Face face, Map<Integer, List<Geometry>> outside) {
        Geometry beyond = FaceParts.without(face.lonLat(), parents.get(parent));
        if (!FaceParts.counts(beyond)) {
            return; // children overlap inside the parent
        }
        for (int child : family) {
            if (children.get(child).getEnvelopeInternal().intersects(beyond.getEnvelopeInternal())) {
                Geometry part = FaceParts.common(beyond, children.get(child));
                if (FaceParts.counts(part)) {
                    outside.computeIfAbsent(child, unused -> new ArrayList<>()).add(part);
                }
            }
        }
    }

    private void addOutside(int parent, int child, List<Geometry> parts) {
        Geometry where = FaceParts.join(parts);
        faults.add(new NestingFault(Kind.OUTSIDE_PARENT, parent, List.of(child), where, FaultFinder.size(where)));
    }
}
