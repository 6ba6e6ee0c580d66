package org.onemap.division.coverage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A place where a parent and its children differ. Immutable.
 *
 * @param kind {@link CoverageFault.Kind#GAP} or {@link CoverageFault.Kind#OUTSIDE_PARENT}
 * @param parent position of the parent in its list
 * @param children positions of the children concerned: the one outside, or those round the gap
 * @param where the region in EPSG:4490, longitude first
 * @param size how big it is
 */
public record NestingFault(
        CoverageFault.Kind kind, int parent, List<Integer> children, Geometry where, CoverageFault.Size size) {

    public NestingFault {
        children = List.copyOf(children);
    }
}
