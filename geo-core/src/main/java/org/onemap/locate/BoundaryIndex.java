package org.onemap.locate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.Distances;

/**
 * Distance to the nearest boundary of a level, from inside as from outside: outer rings and holes of all its divisions,
 * edges straight in lon/lat. Within 1 cm up to 10 km, within a millionth beyond. Immutable.
 */
final class BoundaryIndex {

    private static final double ZONE_REACH_M = 100_000;

    private static final Geodesic CGCS2000 = new Geodesic(6378137.0, 1 / 298.257222101);

    private final BoxTree<Block> tree;

    BoundaryIndex(Collection<DivisionShape> shapes) {
        List<Block> blocks = new ArrayList<>();
        for (DivisionShape shape : shapes) {
            for (Area area : Area.of(shape.geometry())) {
                area.forEachRing(ring -> {
                    for (int i = 0; i < ring.blockCount(); i++) {
                        blocks.add(new Block(ring, i));
                    }
                });
            }
        }
        this.tree = new BoxTree<>(blocks, Block::box);
    }

    /**
     * Metres, up to 100 km in the Gauss–Krüger zone of the position as all lengths, beyond along the geodesic to
     * the point that the mean-latitude metric finds nearest; empty if
     * there is no boundary at all.
     */
    OptionalDouble distanceM(Cgcs2000 position) {
        Search search = new Search(new Coordinate(position.lonDeg(), position.latDeg()));
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

    private record Block(RingBlocks ring, int number) {

        Envelope box() {
            return ring.blockBox(number);
        }
    }

    private static final class Search {

        private final GroundMetric metric;
        private final Coordinate foot = new Coordinate();
        private final Coordinate nearest = new Coordinate();

        private Search(Coordinate position) {
            this.metric = new GroundMetric(position);
        }

        private double distance(Block block, double bestSoFar) {
            double best = bestSoFar;
            RingBlocks ring = block.ring();
            int end = ring.end(block.number());
            for (int i = ring.start(block.number()); i < end; i++) {
                if (metric.atLeastToSegment(ring.point(i), ring.point(i + 1)) >= best) {
                    continue;
                }
                double d = metric.toSegment(ring.point(i), ring.point(i + 1), foot);
                if (d < best) {
                    best = d;
                    nearest.setCoordinate(foot);
                }
            }
            return best;
        }
    }
}
