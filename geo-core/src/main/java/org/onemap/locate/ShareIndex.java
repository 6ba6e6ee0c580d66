package org.onemap.locate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.InvalidInput;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.DivisionNode;
import org.onemap.locate.Alternatives.Alternative;

/**
 * How probably a position of limited accuracy lies in each division of a level. Immutable.
 *
 * <p>The error is taken as circular and normal. An accuracy of r metres means, as for the positions of a phone, that 68 %
 * of such positions lie within r of the true one; so σ = r / √(−2 ln 0.32) ≈ 0.66 r, not r. The shares are integrated
 * exactly ({@link NormalShare}) in the plane that touches the ellipsoid at the position, where edges that are straight in
 * longitude and latitude stay straight. Where divisions overlap their shares are scaled to add up to 1.
 */
final class ShareIndex {

    private static final double SIGMA_PER_RADIUS = 1 / Math.sqrt(-2 * Math.log(0.32));
    private static final double LEAST = 1e-6;

    private final STRtree tree = new STRtree();

    ShareIndex(Collection<DivisionShape> shapes) {
        shapes.stream()
                .filter(shape -> !shape.geometry().isEmpty())
                .forEach(shape -> tree.insert(shape.geometry().getEnvelopeInternal(), shape));
        tree.build();
    }

    /**
     * The divisions in which the true position may lie.
     *
     * @param accuracyM the radius that holds 68 % of such positions, in metres
     * @throws InvalidInput if it is not above 0 and at most {@link Alternatives#MOST_ACCURACY_M}
     */
    Alternatives around(Cgcs2000 position, double accuracyM) {
        if (!(accuracyM > 0 && accuracyM <= Alternatives.MOST_ACCURACY_M)) {
            throw new InvalidInput(
                    "an accuracy of " + accuracyM + " m cannot be used: give the radius that holds 68 % of"
                            + " such positions, above 0 and at most " + (int) Alternatives.MOST_ACCURACY_M + " m");
        }
        Plane plane = new Plane(position, accuracyM * SIGMA_PER_RADIUS);
        Map<DivisionNode, Double> shares = new HashMap<>();
        tree.query(plane.reach(), item -> {
            DivisionShape shape = (DivisionShape) item;
            shares.merge(shape.division(), plane.share(shape.geometry()), Double::sum);
        });
        double sum = shares.values().stream().mapToDouble(share -> share).sum();
        double scale = sum > 1 ? 1 / sum : 1;
        List<Alternative> divisions = new ArrayList<>();
        shares.forEach((division, share) -> {
            if (share * scale > LEAST) {
                divisions.add(new Alternative(division, share * scale));
            }
        });
        divisions.sort(
                Comparator.comparingDouble(Alternative::probability).reversed().thenComparing(one -> one.division()
                        .code()));
        return new Alternatives(divisions, Math.max(0, 1 - sum));
    }

    /** The surroundings of a position, with σ as the unit of length. */
    private static final class Plane {

        private final double lonDeg;
        private final double latDeg;
        private final double perDegreeOfLon;
        private final double perDegreeOfLat;

        private Plane(Cgcs2000 position, double sigmaM) {
            this.lonDeg = position.lonDeg();
            this.latDeg = position.latDeg();
            GroundMetric metric = new GroundMetric(new Coordinate(lonDeg, latDeg));
            this.perDegreeOfLon = metric.perDegreeOfLon() / sigmaM;
            this.perDegreeOfLat = metric.perDegreeOfLat() / sigmaM;
        }

        private Envelope reach() {
            Envelope reach = new Envelope(new Coordinate(lonDeg, latDeg));
            reach.expandBy(NormalShare.REACH / perDegreeOfLon, NormalShare.REACH / perDegreeOfLat);
            return reach;
        }

        private double share(Geometry geometry) {
            double share = 0;
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                    share += share(polygon.getExteriorRing());
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        share -= share(polygon.getInteriorRingN(hole));
                    }
                }
            }
            return Math.max(0, share);
        }

        private double share(LinearRing ring) {
            CoordinateSequence points = ring.getCoordinateSequence();
            double share = 0;
            double fromX = 0;
            double fromY = 0;
            for (int i = 0; i < points.size(); i++) {
                double x = (points.getX(i) - lonDeg) * perDegreeOfLon;
                double y = (points.getY(i) - latDeg) * perDegreeOfLat;
                if (i > 0) {
                    share += NormalShare.ofEdge(fromX, fromY, x, y);
                }
                fromX = x;
                fromY = y;
            }
            return Math.abs(share); // whichever way round it runs
        }
    }
}
