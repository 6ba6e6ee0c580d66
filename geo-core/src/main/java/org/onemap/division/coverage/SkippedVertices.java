package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.GaussKruger;
import org.onemap.division.coverage.CoverageFault.Cover;
import org.onemap.division.coverage.CoverageFault.Kind;
import org.onemap.division.coverage.CoverageFault.Size;

/**
 * Recognises the narrow faces that arise where one area goes straight on while its neighbours have a vertex between: on one
 * side a single whole segment, on the other whole segments that share its ends.
 */
final class SkippedVertices {

    private final Arrangement arrangement;
    private final CoverageTolerances tolerances;

    SkippedVertices(Arrangement arrangement, CoverageTolerances tolerances) {
        this.arrangement = arrangement;
        this.tolerances = tolerances;
    }

    /** A fault for each vertex that the face stands for; none if the face is something else. */
    List<CoverageFault> in(Face face) {
        List<DirectedEdge> outline = face.outline();
        return findChord(face, outline).map(chord -> faults(outline, chord)).orElse(List.of());
    }

    /** The area that skips vertices, if that is what the face stands for. */
    Optional<Integer> findSkipping(Face face) {
        List<DirectedEdge> outline = face.outline();
        return findChord(face, outline).map(chord -> owner(outline.get(chord)));
    }

    private Optional<Integer> findChord(Face face, List<DirectedEdge> outline) {
        if (face.polygon().getNumInteriorRing() > 0 || !outline.stream().allMatch(this::isWhole)) {
            return Optional.empty();
        }
        return findChord(outline).filter(chord -> isNear(outline, chord));
    }

    /** Whether the edge is a segment of one area as that area drew it. */
    private boolean isWhole(DirectedEdge edge) {
        return arrangement.piecesOn(edge).size() == 1
                && arrangement
                                .pieces(arrangement.piecesOn(edge).get(0).segment())
                                .size()
                        == 1;
    }

    /** The position of the one edge whose owner has no other edge of the outline. */
    private Optional<Integer> findChord(List<DirectedEdge> outline) {
        Optional<Integer> chord = Optional.empty();
        for (int i = 0; i < outline.size(); i++) {
            int owner = owner(outline.get(i));
            long edges = outline.stream().filter(edge -> owner(edge) == owner).count();
            if (edges == 1 && (chord.isEmpty() || isLonger(outline.get(i), outline.get(chord.get())))) {
                chord = Optional.of(i);
            }
        }
        return chord;
    }

    private static boolean isLonger(DirectedEdge a, DirectedEdge b) {
        return Lattice.steps(a.from()).distance(Lattice.steps(a.to()))
                > Lattice.steps(b.from()).distance(Lattice.steps(b.to()));
    }

    private boolean isNear(List<DirectedEdge> outline, int chord) {
        return outline.stream().allMatch(edge -> isBeside(edge.from(), outline.get(chord)));
    }

    private List<CoverageFault> faults(List<DirectedEdge> outline, int chord) {
        List<CoverageFault> faults = new ArrayList<>();
        int size = outline.size();
        for (int step = 1; step < size - 1; step++) {
            DirectedEdge into = outline.get((chord + step) % size);
            DirectedEdge out = outline.get((chord + step + 1) % size);
            Set<Integer> others = new HashSet<>(List.of(owner(into)));
            others.add(owner(out));
            List<Integer> members = new ArrayList<>(List.of(owner(outline.get(chord))));
            others.stream().sorted().forEach(members::add);
            faults.add(new CoverageFault(
                    others.size() == 1 ? Kind.MISSING_VERTEX : Kind.T_JUNCTION,
                    Cover.ONE,
                    members,
                    Arrangement.STEPS.createPoint(Lattice.lonLat(out.from())),
                    new Size(0, offsetM(out.from(), outline.get(chord)))));
        }
        return faults;
    }

    private int owner(DirectedEdge edge) {
        return arrangement.segments().owner(arrangement.piecesOn(edge).get(0).segment());
    }

    /** Near the edge, and nearer to it than to the foot of its ends: a notch with steep sides is none. */
    private boolean isBeside(long vertex, DirectedEdge edge) {
        if (vertex == edge.from() || vertex == edge.to()) {
            return true;
        }
        Coordinate at = metres(vertex);
        LineSegment line = new LineSegment(metres(edge.from()), metres(edge.to()));
        double offsetM = line.distance(at);
        double along = line.projectionFactor(at) * line.getLength();
        return offsetM <= tolerances.missingVertexM() && offsetM <= Math.min(along, line.getLength() - along);
    }

    private static double offsetM(long vertex, DirectedEdge edge) {
        return Distance.pointToSegment(metres(vertex), metres(edge.from()), metres(edge.to()));
    }

    private static Coordinate metres(long vertex) {
        Coordinate lonLat = Lattice.lonLat(vertex);
        return GaussKruger.fitting(lonLat.x).project(new Cgcs2000(lonLat.x, lonLat.y));
    }
}
