package org.onemap.locate;

import java.util.Optional;
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
        GroundMetric metric = new GroundMetric(new Coordinate(position.lonDeg(), position.latDeg()));
        Optional<Nearest> near = metric.hasPlane() ? new NearSearch(rings, metric).in(tree) : Optional.empty();
        Nearest nearest = near.orElseGet(() -> new FarSearch(rings, metric).in(tree));
        if (Double.isInfinite(nearest.m())) {
            return OptionalDouble.empty();
        }
        Coordinate foot = nearest.foot();
        return OptionalDouble.of(
                nearest.m() > ZONE_REACH_M
                        ? geodesicM(position, foot)
                        : Distances.distanceM(position, new Cgcs2000(foot.x, foot.y)));
    }

    private static double geodesicM(Cgcs2000 from, Coordinate to) {
        return CGCS2000.Inverse(from.latDeg(), from.lonDeg(), to.y, to.x, GeodesicMask.DISTANCE).s12;
    }

    /**
     * What a search has found.
     *
     * @param m metres as {@link GroundMetric} has them; infinite if there is no boundary
     * @param foot the point of the boundary that is so near
     */
    record Nearest(double m, Coordinate foot) {}
}
