package org.onemap.locate;

import org.locationtech.jts.geom.Coordinate;

/** The nearest edge wherever it is, under the metric of the ellipsoid and its bounds. Confined to one thread, used once. */
final class FarSearch implements BoxTree.Search {

    private final Rings rings;
    private final GroundMetric metric;
    private final Coordinate from = new Coordinate();
    private final Coordinate to = new Coordinate();
    private final Coordinate foot = new Coordinate();
    private final Coordinate nearest = new Coordinate();
    private final double[] vertices = new double[2 * Rings.BLOCK + 2];
    private final double[] bounds = new double[Rings.BLOCK];
    private double best = Double.POSITIVE_INFINITY;

    FarSearch(Rings rings, GroundMetric metric) {
        this.rings = rings;
        this.metric = metric;
    }

    BoundaryIndex.Nearest in(BoxTree tree) {
        tree.search(this);
        return new BoundaryIndex.Nearest(best, nearest);
    }

    @Override
    public double key(double west, double south, double east, double north) {
        return metric.atLeastTo(west, south, east, north);
    }

    @Override
    public double limit() {
        return best;
    }

    /** The edge that may be nearest is measured first; then mostly none of the others can be nearer. */
    @Override
    public void visit(long place) {
        int size = BoxTree.edges(place);
        rings.copy(BoxTree.firstVertex(place), size + 1, vertices);
        for (int i = 0; i < size; i++) {
            take(i);
            bounds[i] = metric.atLeastToSegment(from, to);
        }
        for (int i = next(size); i >= 0; i = next(size)) {
            bounds[i] = Double.POSITIVE_INFINITY;
            take(i);
            double d = metric.toSegment(from, to, foot);
            if (d < best) {
                best = d;
                nearest.setCoordinate(foot);
            }
        }
    }

    private void take(int edge) {
        from.setX(vertices[2 * edge]);
        from.setY(vertices[2 * edge + 1]);
        to.setX(vertices[2 * edge + 2]);
        to.setY(vertices[2 * edge + 3]);
    }

    private int next(int size) {
        int next = -1;
        double least = best;
        for (int i = 0; i < size; i++) {
            if (bounds[i] < least) {
                least = bounds[i];
                next = i;
            }
        }
        return next;
    }
}
