package org.onemap.locate;

import java.util.OptionalDouble;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.Distances;

/**
 * Distance to the nearest boundary of a level, from inside as from outside: outer rings and holes of all its divisions,
 * edges straight in lon/lat. Within 1 cm up to 10 km, within a millionth beyond. Immutable.
 */
final class BoundaryIndex {

    private static final double ZONE_REACH_M = 100_000;

    private static final Geodesic CGCS2000 = new Geodesic(6378137.0, 1 / 298.257222101);

    private final Rings rings;
    private final BoxTree tree;

    BoundaryIndex(Rings rings, BoxTree tree) {
        this.rings = rings;
        this.tree = tree;
    }

    static BoundaryIndex of(Rings rings) {
        return new BoundaryIndex(rings, BoxTree.of(rings));
    }

    BoxTree tree() {
        return tree;
    }

    /**
     * Metres, up to 100 km in the Gauss–Krüger zone of the position as all lengths, beyond along the geodesic to
     * the point that the mean-latitude metric finds nearest; empty if
     * there is no boundary at all.
     */
    OptionalDouble distanceM(Cgcs2000 position) {
        Search search = new Search(rings, new Coordinate(position.lonDeg(), position.latDeg()));
        double ground = tree.nearest(search.metric::atLeastTo, search::distance);
        if (Double.isInfinite(ground)) {
            return OptionalDouble.empty();
        }
        Coordinate foot = search.nearest;
        return OptionalDouble.of(
                ground > ZONE_REACH_M
                        ? geodesicM(position, foot)
                        : Distances.distanceM(position, new Cgcs2000(foot.x, foot.y)));
    }

    private static double geodesicM(Cgcs2000 from, Coordinate to) {
        return CGCS2000.Inverse(from.latDeg(), from.lonDeg(), to.y, to.x, GeodesicMask.DISTANCE).s12;
    }

    private static final class Search {

        private final Rings rings;
        private final GroundMetric metric;
        private final Coordinate from = new Coordinate();
        private final Coordinate to = new Coordinate();
        private final Coordinate foot = new Coordinate();
        private final Coordinate nearest = new Coordinate();
        private final double[] vertices = new double[2 * Rings.BLOCK + 2];
        private final double[] bounds = new double[Rings.BLOCK];

        private Search(Rings rings, Coordinate position) {
            this.rings = rings;
            this.metric = new GroundMetric(position);
        }

        /** The segment that may be nearest is measured first; then mostly none of the others can be nearer. */
        private double distance(int block, double bestSoFar) {
            double best = bestSoFar;
            int ring = rings.ringOfBlock(block);
            int first = rings.firstVertex(ring, block);
            int size = rings.lastVertex(ring, first) - first;
            rings.copy(first, size + 1, vertices);
            for (int i = 0; i < size; i++) {
                take(i);
                bounds[i] = metric.atLeastToSegment(from, to);
            }
            for (int i = next(size, best); i >= 0; i = next(size, best)) {
                bounds[i] = Double.POSITIVE_INFINITY;
                take(i);
                double d = metric.toSegment(from, to, foot);
                if (d < best) {
                    best = d;
                    nearest.setCoordinate(foot);
                }
            }
            return best;
        }

        private void take(int segment) {
            from.setX(vertices[2 * segment]);
            from.setY(vertices[2 * segment + 1]);
            to.setX(vertices[2 * segment + 2]);
            to.setY(vertices[2 * segment + 3]);
        }

        private int next(int size, double best) {
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
}
