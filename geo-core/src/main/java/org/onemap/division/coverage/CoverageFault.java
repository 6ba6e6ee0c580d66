package org.onemap.division.coverage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A place where areas do not fit together. Immutable.
 *
 * @param kind what it is
 * @param cover how many areas lie there
 * @param members positions of the areas concerned in the list that was checked: those that overlap, those round a gap;
 *     for a missing vertex first the area that lacks it
 * @param where the place in EPSG:4490, longitude first: the region, or the vertex that is missing
 * @param size how big it is
 */
public record CoverageFault(Kind kind, Cover cover, List<Integer> members, Geometry where, Size size) {

    public CoverageFault {
        members = List.copyOf(members);
    }

    /** What a fault is. */
    public enum Kind {
        /** An enclosed region that no area covers, or a part of a parent that none of its children covers. */
        GAP,
        /** A region that two or more areas cover. */
        OVERLAP,
        /** A gap or overlap, see {@link Cover}, too thin to be meant. */
        SLIVER,
        /** A vertex on the common border of two areas that one of them lacks. */
        MISSING_VERTEX,
        /** A corner of two other areas on the border of one that lacks it. */
        T_JUNCTION,
        /** Two areas that are the same. */
        DUPLICATE,
        /** A part of a child outside its parent. */
        OUTSIDE_PARENT
    }

    /** How many areas lie over the place. */
    public enum Cover {
        NONE,
        ONE,
        SEVERAL
    }

    /**
     * How big a fault is.
     *
     * @param areaM2 its area; 0 for a vertex
     * @param widthM its mean width, 2·area/perimeter; for a missing vertex its distance from the edge
     */
    public record Size(double areaM2, double widthM) {

        /** More than drawing inaccuracy: more than a square metre and wider than five centimetres (decision 042). */
        public boolean isSubstantial() {
            return areaM2 > 1 && widthM > 0.05;
        }
    }
}
