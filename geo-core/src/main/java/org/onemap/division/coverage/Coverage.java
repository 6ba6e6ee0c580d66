package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Areas that should tile a surface without gap or overlap. Making it is the hash pass, linear in the vertices; asking for
 * faults works on the loose segments alone. The geometries are neither changed nor copied. Confined to one thread.
 */
public final class Coverage {

    private final List<Geometry> areas;
    private final SegmentTable table;
    private @Nullable Arrangement arrangement;

    private Coverage(List<Geometry> areas) {
        this.areas = List.copyOf(areas);
        this.table = SegmentTable.of(this.areas);
    }

    /**
     * The coverage of these areas.
     *
     * @param areas polygons and multipolygons in EPSG:4490, longitude first, each valid for itself; anything else in the
     *     list is passed over but keeps its position
     */
    public static Coverage of(List<Geometry> areas) {
        return new Coverage(areas);
    }

    /** How many segments no other one runs against: those of the outer border and those round faults. */
    public int looseSegmentCount() {
        return table.looseCount();
    }

    /**
     * What does not fit, in no particular order.
     *
     * @param tolerances what counts as thin
     */
    public List<CoverageFault> faults(CoverageTolerances tolerances) {
        return new FaultFinder(areas, new AreaIndex(areas), tolerances, arrangement()).find();
    }

    /**
     * What all areas together cover: their union, vertices on the lattice of a centimetre, told from the loose segments
     * alone. Gaps of a centimetre are closed.
     */
    public Geometry covered() {
        List<Geometry> faces = new ArrayList<>();
        for (Face face : arrangement().faces()) {
            if (face.depth() > 0) {
                faces.add(face.lonLat());
            }
        }
        return faces.isEmpty() ? Arrangement.STEPS.createPolygon() : ExactUnion.orOverlay(faces);
    }

    /** Positions of the areas that have a segment which no other one runs against, ascending. */
    public Set<Integer> loose() {
        LooseSegments segments = table.loose();
        Set<Integer> owners = new TreeSet<>();
        for (int i = 0; i < segments.size(); i++) {
            owners.add(segments.owner(i));
        }
        return owners;
    }

    private Arrangement arrangement() {
        Arrangement made = arrangement;
        if (made == null) {
            LooseSegments loose = table.loose();
            made = new Arrangement(new NearVertices(loose).rejoin(loose));
            arrangement = made;
        }
        return made;
    }
}
