package org.onemap.road;

/**
 * What a build met and made. Immutable.
 *
 * @param centrelines given
 * @param usedLines those of them that could be used
 * @param snappedEnds road ends that were moved on to the road they nearly met
 * @param deadEnds segments that end where nothing else begins: kept for addressing, no boundary of a block
 * @param faces enclosed by the bounding edges (inside the outline, if there is one)
 * @param slivers faces that were joined with a neighbour
 * @param euler of the bounding edges
 */
public record NetCounts(
        int centrelines, int usedLines, int snappedEnds, int deadEnds, int faces, int slivers, Euler euler) {

    /**
     * The planar graph of the bounding edges.
     *
     * @param vertices V
     * @param edges E
     * @param faces F, the outer one included
     * @param components C
     */
    public record Euler(int vertices, int edges, int faces, int components) {

        /** Whether V − E + F = 1 + C: no face is lost or counted twice. */
        public boolean holds() {
            return vertices - edges + faces == 1 + components;
        }
    }
}
