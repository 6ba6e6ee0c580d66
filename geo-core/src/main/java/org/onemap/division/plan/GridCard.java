package org.onemap.division.plan;

import java.util.Map;
import java.util.Optional;

/**
 * Why a grid is as it is. Immutable.
 *
 * @param grid its number in the plan
 * @param load its load
 * @param deviation load / target − 1
 * @param figures the figures behind the loads, also those that do not count
 * @param binding what keeps it from its target
 * @param alternative the best change by one block, whether it would pay or not
 */
public record GridCard(
        int grid,
        double load,
        double deviation,
        Map<String, Double> figures,
        Binding binding,
        Optional<Flip> alternative) {

    public GridCard {
        figures = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(figures));
    }

    /** What keeps a grid from its target. */
    public enum Binding {
        /** It is on target. */
        NONE("已均衡"),
        /** No block is small enough: any change overshoots. */
        GRANULARITY("街坊粒度"),
        /** A change would help, but part the grid, or leave it empty. */
        CONTIGUITY("连通性"),
        /** A change would help and lengthen the boundary more than it is worth. */
        BOUNDARY("边界代价"),
        /** Its neighbours are hard barriers and the district's outline. */
        BARRIER("硬屏障");

        private final String title;

        Binding(String title) {
            this.title = title;
        }

        /** In Chinese. */
        public String title() {
            return title;
        }
    }

    /**
     * A change by one block (or compound).
     *
     * @param block code of the block
     * @param fromGrid where it is
     * @param toGrid where it would go
     * @param boundaryM by how much the priced boundary would grow, in metres of local road
     * @param worstBefore the greater deviation of the two grids now
     * @param worstAfter and then
     */
    public record Flip(
            String block, int fromGrid, int toGrid, double boundaryM, double worstBefore, double worstAfter) {

        /** By how much the greater deviation would fall; negative if it would rise. */
        public double gain() {
            return worstBefore - worstAfter;
        }
    }
}
