package org.onemap.division.coverage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * Areas that should tile a surface without gap or overlap. Making it is the hash pass, linear in the vertices; asking for
 * faults works on the loose segments alone. The geometries are neither changed nor copied. Confined to one thread.
 */
public final class Coverage {

    static final PrecisionModel WHOLE_STEPS = new PrecisionModel(1);

    private final List<Geometry> areas;
    private final SegmentTable table;

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
        LooseSegments loose = table.loose();
        LooseSegments rejoined = new NearVertices(loose).rejoin(loose);
        Arrangement arrangement = new Arrangement(rejoined, new SnapRoundingNoder(WHOLE_STEPS));
        return new FaultFinder(areas, new AreaIndex(areas), tolerances, arrangement).find();
    }
}
