package org.onemap.crs;

/** Carries vertices, x and y in turn, from one coordinate reference system to another, in place. Thread-safe. */
@FunctionalInterface
interface VertexTransform {

    /** Leaves every bit as it is. */
    VertexTransform IDENTITY = (xy, count) -> {};

    /**
     * Transforms.
     *
     * @param xy x at even, y at odd places; overwritten
     * @param count how many vertices
     * @throws org.onemap.InvalidInput if a vertex cannot be transformed; the message names it
     */
    void apply(double[] xy, int count);
}
