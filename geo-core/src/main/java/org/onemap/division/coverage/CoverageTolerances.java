package org.onemap.division.coverage;

/**
 * What counts as thin. Immutable.
 *
 * @param sliverWidthM a gap or overlap whose mean width, 2·area/perimeter, is less than this is a sliver
 * @param sliverAreaM2 so is one whose area is less than this
 * @param missingVertexM a vertex that only one neighbour has counts as missing in the other up to this distance from the
 *     other's edge; beyond, it is a gap or an overlap
 */
public record CoverageTolerances(double sliverWidthM, double sliverAreaM2, double missingVertexM) {

    /** Less than half a metre wide or less than 10 m²; vertices up to two metres beside an edge. */
    public static CoverageTolerances defaults() {
        return new CoverageTolerances(0.5, 10, 2);
    }
}
