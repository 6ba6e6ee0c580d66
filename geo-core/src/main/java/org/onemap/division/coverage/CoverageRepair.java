package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.coverage.CoverageFault.Size;

/**
 * Mends a coverage where it does not fit, and nowhere else. Confined to one thread.
 *
 * <ol>
 *   <li>A gap goes whole to one of the areas round it, an overlap to one of those over it, so that the border that stays
 *       runs along a line where it can; else so that the longest common border vanishes. Where one area merely skips a
 *       vertex, that area gets it.
 *   <li>Borders of areas are sums of directed edges: a region is added or taken away by adding its outline, and opposite
 *       edges cancel. No overlay is computed, so every other vertex keeps its coordinates to the bit.
 * </ol>
 *
 * <p>Repeated, three times at most, until nothing changes: beside a mended fault another one may show what it is.
 *
 * <p>Regions wider than a limit are not drawing faults but decisions, and duplicates need a human: both stay.
 */
public final class CoverageRepair {

    /** Where faults lie side by side, the one hides what the other is until it is mended. */
    private static final int MOST_PASSES = 4;

    private final List<Geometry> areas;
    private final RepairGuide guide;
    private final double widestM;
    private final Arrangement arrangement;
    private final NearVertices near;
    private final AreaIndex index;
    private final SkippedVertices skipped;
    private final Map<Integer, List<DirectedEdge>> added = new TreeMap<>();
    private final List<Mend> mends = new ArrayList<>();

    private CoverageRepair(List<Geometry> areas, double widestM, RepairGuide guide) {
        this.areas = areas;
        this.guide = guide;
        this.widestM = widestM;
        LooseSegments loose = SegmentTable.of(areas).loose();
        this.near = new NearVertices(loose);
        this.arrangement = new Arrangement(near.rejoin(loose));
        this.index = new AreaIndex(areas);
        this.skipped = new SkippedVertices(arrangement, CoverageTolerances.defaults());
    }

    /**
     * Mends the areas.
     *
     * @param areas valid areas in EPSG:4490, longitude first; not changed
     * @param widestM regions of a greater mean width, 2·area/perimeter, are left as they are
     * @param guide what to respect
     */
    public static Repaired repair(List<Geometry> areas, double widestM, RepairGuide guide) {
        Repaired all = new CoverageRepair(List.copyOf(areas), widestM, guide).run();
        Repaired last = all;
        for (int pass = 1; pass < MOST_PASSES && !last.changed().isEmpty(); pass++) {
            last = new CoverageRepair(all.areas(), widestM, guide).run();
            all = all.followedBy(last);
        }
        return all;
    }

    /**
     * One place that was mended.
     *
     * @param owner the area that gained, lost or got a vertex
     * @param gained whether a gap was filled; false for an overlap taken away or a vertex set
     * @param where the region or the vertex, degrees
     * @param areaM2 its area; 0 for a vertex
     */
    public record Mend(int owner, boolean gained, Geometry where, double areaM2) {}

    /**
     * The outcome.
     *
     * @param areas all areas in their order, those not concerned being the same objects
     * @param changed positions of those that differ
     * @param mends what was done
     */
    public record Repaired(List<Geometry> areas, Set<Integer> changed, List<Mend> mends) {

        private Repaired followedBy(Repaired next) {
            Set<Integer> all = new TreeSet<>(changed);
            all.addAll(next.changed);
            List<Mend> list = new ArrayList<>(mends);
            next.mends.stream()
                    .filter(mend -> next.changed.contains(mend.owner()))
                    .forEach(list::add);
            return new Repaired(next.areas, all, List.copyOf(list));
        }
    }

    private Repaired run() {
        Set<Integer> touched = new TreeSet<>();
        for (Face face : arrangement.faces()) {
            if (face.depth() != 1 && FaultFinder.size(face.lonLat()).widthM() <= widestM) {
                mend(face).ifPresent(owner -> {
                    touched.add(owner);
                    touched.addAll(owners(face));
                });
            }
        }
        touched.addAll(lackingVertices());
        AreaRebuilder rebuilder = new AreaRebuilder(areas, arrangement, near);
        List<Geometry> result = new ArrayList<>(areas);
        Set<Integer> changed = new TreeSet<>();
        for (int area : touched) {
            Geometry rebuilt = rebuilder.rebuild(area, added.getOrDefault(area, List.of()));
            if (!rebuilt.isEmpty() && rebuilt.isValid() && !rebuilt.equalsExact(areas.get(area))) {
                result.set(area, rebuilt);
                changed.add(area);
            }
        }
        return new Repaired(List.copyOf(result), changed, List.copyOf(mends));
    }

    /** The area that is to change on account of a face; its outline is noted for it. */
    private Optional<Integer> mend(Face face) {
        Optional<Integer> owner = skipped.findSkipping(face);
        if (owner.isEmpty()) {
            owner = face.depth() <= 0 ? filler(face) : yielder(face);
        }
        boolean gained = face.depth() <= 0;
        owner.ifPresent(area -> {
            List<DirectedEdge> edges = added.computeIfAbsent(area, unused -> new ArrayList<>());
            face.leftwardEdges().forEach(edge -> edges.add(gained ? edge : edge.reversed()));
            Size size = FaultFinder.size(face.lonLat());
            mends.add(new Mend(area, gained, face.lonLat(), size.areaM2()));
        });
        return owner;
    }

    private Optional<Integer> filler(Face face) {
        List<Integer> candidates = new ArrayList<>(owners(face));
        List<Integer> allowed = candidates.stream()
                .filter(area -> guide.mayOwn(area, face.interiorLonLat()))
                .toList();
        return (allowed.isEmpty() ? candidates : allowed)
                .stream().min(Comparator.comparingDouble(area -> cost(face, area)));
    }

    /** Of an overlap of two, that one which covers all of it and had better not have it. */
    private Optional<Integer> yielder(Face face) {
        if (face.depth() != 2) {
            return Optional.empty();
        }
        Geometry where = face.lonLat();
        if (!FaceParts.counts(where)) { // overlays would judge the rounding of its corners
            return holders(face).stream().min(Comparator.comparingDouble(area -> cost(face, area)));
        }
        List<Integer> whole = new ArrayList<>();
        int partly = 0;
        for (int area : index.near(where.getEnvelopeInternal())) {
            Geometry part = FaceParts.common(where, areas.get(area));
            if (part.getArea() > 0.9 * where.getArea()) {
                whole.add(area);
            } else if (FaceParts.counts(part)) {
                partly++;
            }
        }
        if (whole.size() == 2 && partly == 0 && isSame(whole)) {
            return Optional.empty();
        }
        List<Integer> wrong = whole.stream()
                .filter(area -> !guide.mayOwn(area, face.interiorLonLat()))
                .toList();
        boolean decided = wrong.size() == 1 && whole.size() == 2;
        return (decided ? wrong : whole).stream().min(Comparator.comparingDouble(area -> cost(face, area)));
    }

    /** The owners of those edges round a face that have their area on the face's side. */
    private Set<Integer> holders(Face face) {
        Set<Integer> holders = new TreeSet<>();
        for (DirectedEdge edge : face.leftwardEdges()) {
            arrangement.piecesOn(edge).stream()
                    .filter(piece -> piece.edge().equals(edge))
                    .forEach(piece -> holders.add(arrangement.segments().owner(piece.segment())));
        }
        return holders;
    }

    private boolean isSame(List<Integer> pair) {
        return areas.get(pair.get(0)).equalsTopo(areas.get(pair.get(1)));
    }

    /** The length on lines of the border that would vanish, long vanishing borders breaking ties. */
    private double cost(Face face, int area) {
        double onLine = 0;
        double all = 0;
        for (DirectedEdge edge : face.leftwardEdges()) {
            boolean own = arrangement.piecesOn(edge).stream()
                    .anyMatch(piece -> arrangement.segments().owner(piece.segment()) == area);
            if (own) {
                Coordinate from = Lattice.lonLat(edge.from());
                Coordinate to = Lattice.lonLat(edge.to());
                double length = from.distance(to);
                all += length;
                onLine += guide.isOnLine(from, to) ? length : 0;
            }
        }
        return onLine - 1e-6 * all;
    }

    private Set<Integer> owners(Face face) {
        Set<Integer> owners = new TreeSet<>();
        for (DirectedEdge edge : face.leftwardEdges()) {
            arrangement
                    .piecesOn(edge)
                    .forEach(piece -> owners.add(arrangement.segments().owner(piece.segment())));
        }
        return owners;
    }

    /** Areas with a segment on which a neighbour has a vertex. */
    private Set<Integer> lackingVertices() {
        Set<Integer> lacking = new TreeSet<>();
        for (int segment = 0; segment < arrangement.segments().size(); segment++) {
            List<Arrangement.Piece> pieces = arrangement.pieces(segment);
            for (int i = 1; i < pieces.size(); i++) {
                if (arrangement.isCancelled(pieces.get(i - 1).edge())
                        || arrangement.isCancelled(pieces.get(i).edge())) {
                    int area = arrangement.segments().owner(segment);
                    lacking.add(area);
                    mends.add(new Mend(
                            area,
                            false,
                            Arrangement.STEPS.createPoint(
                                    Lattice.lonLat(pieces.get(i).edge().from())),
                            0));
                }
            }
        }
        return lacking;
    }
}
