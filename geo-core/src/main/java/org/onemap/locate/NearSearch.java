package org.onemap.locate;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * The nearest edge within some kilometres. Boxes and edges are compared in the plane at the position, by squares of
 * distances and without a root; the few edges between which the plane may not be able to tell are measured under the metric
 * of the ellipsoid, so that the answer is that of {@link FarSearch}. Confined to one thread, used once.
 */
final class NearSearch implements BoxTree.Search {

    private static final double REACH_M = 20_000;
    private static final int EDGE = 4;

    private final Rings rings;
    private final GroundMetric metric;
    private final double[] vertices = new double[2 * Rings.BLOCK + 2];
    private final double[] squares = new double[Rings.BLOCK];

    /** Edges that may be the nearest, by their ends, and the squares of their distances in the plane. */
    private double[] edges = new double[4 * EDGE];

    private double[] squaresOfEdges = new double[4];
    private int found;

    private double leastSquare = REACH_M * REACH_M;
    private double limit;

    NearSearch(Rings rings, GroundMetric metric) {
        this.rings = rings;
        this.metric = metric;
        lower();
    }

    /** The nearest edge; empty if none is within reach. */
    Optional<BoundaryIndex.Nearest> in(BoxTree tree) {
        tree.search(this);
        return found == 0 || leastSquare >= REACH_M * REACH_M ? Optional.empty() : Optional.of(nearest());
    }

    @Override
    public double key(double west, double south, double east, double north) {
        return metric.planeTo(west, south, east, north);
    }

    @Override
    public double limit() {
        return limit;
    }

    @Override
    public void visit(long place) {
        int size = BoxTree.edges(place);
        rings.copy(BoxTree.firstVertex(place), size + 1, vertices);
        double least = leastSquare;
        for (int i = 0; i < size; i++) {
            squares[i] = metric.planeToSegment(
                    vertices[2 * i], vertices[2 * i + 1], vertices[2 * i + 2], vertices[2 * i + 3]);
            least = Math.min(least, squares[i]);
        }
        if (least < leastSquare) {
            leastSquare = least;
            lower();
        }
        for (int i = 0; i < size; i++) {
            if (squares[i] < limit) {
                keep(i);
            }
        }
    }

    private void lower() {
        double limitM = metric.planeLimitM(Math.sqrt(leastSquare));
        limit = limitM * limitM;
    }

    private void keep(int edge) {
        if (isKept(2 * edge, 2 * edge + 2) || isKept(2 * edge + 2, 2 * edge)) {
            return;
        }
        if (found == squaresOfEdges.length) {
            edges = Arrays.copyOf(edges, 2 * edges.length);
            squaresOfEdges = Arrays.copyOf(squaresOfEdges, 2 * squaresOfEdges.length);
        }
        System.arraycopy(vertices, 2 * edge, edges, EDGE * found, EDGE);
        squaresOfEdges[found++] = squares[edge];
    }

    /** Whether the edge kept last is the same, the one or the other way round: neighbours share their edges. */
    private boolean isKept(int from, int to) {
        int last = EDGE * (found - 1);
        return found > 0
                && edges[last] == vertices[from]
                && edges[last + 1] == vertices[from + 1]
                && edges[last + 2] == vertices[to]
                && edges[last + 3] == vertices[to + 1];
    }

    private BoundaryIndex.Nearest nearest() {
        double best = Double.POSITIVE_INFINITY;
        Coordinate nearest = new Coordinate();
        Coordinate foot = new Coordinate();
        for (int i = 0; i < found; i++) {
            if (squaresOfEdges[i] < limit) {
                int at = EDGE * i;
                double m = metric.toSegment(
                        new Coordinate(edges[at], edges[at + 1]), new Coordinate(edges[at + 2], edges[at + 3]), foot);
                if (m < best) {
                    best = m;
                    nearest.setCoordinate(foot);
                }
            }
        }
        return new BoundaryIndex.Nearest(best, nearest);
    }
}
