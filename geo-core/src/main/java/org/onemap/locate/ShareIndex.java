package org.onemap.locate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
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

    private final GridIndex index;
    private final List<DivisionNode> divisions;

    /** @param divisions by ordinal */
    ShareIndex(GridIndex index, List<DivisionNode> divisions) {
        this.index = index;
        this.divisions = divisions;
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
        for (int ordinal : near(position, plane.reach())) {
            shares.put(divisions.get(ordinal), plane.share(index.rings(), ordinal));
        }
        double sum = shares.values().stream().mapToDouble(share -> share).sum();
        double scale = sum > 1 ? 1 / sum : 1;
        List<Alternative> divisions = new ArrayList<>();
        shares.forEach((division, share) -> {
            if (share * scale > LEAST) {
                divisions.add(new Alternative(division, share * scale));
            }
        });
        divisions.sort(Comparator.comparingLong((Alternative one) -> -Math.round(one.probability() / LEAST))
                .thenComparing(one -> one.division().code()));
        return new Alternatives(divisions, Math.max(0, 1 - sum));
    }

    /** The divisions that cover the position or have an edge within reach. */
    private Set<Integer> near(Cgcs2000 position, Envelope reach) {
        Set<Integer> near = new TreeSet<>();
        for (int ordinal : index.covering(position.lonDeg(), position.latDeg())) {
            near.add(ordinal);
        }
        Rings rings = index.rings();
        index.boundaries().tree().forEachWithin(reach, ring -> near.add(rings.ordinalOf(ring)));
        return near;
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

        private double share(Rings rings, int ordinal) {
            double share = 0;
            for (int part = rings.firstPart(ordinal); part < rings.firstPart(ordinal + 1); part++) {
                int shell = rings.firstRing(part);
                for (int ring = shell; ring < rings.firstRing(part + 1); ring++) {
                    share += ring == shell ? ringShare(rings, ring) : -ringShare(rings, ring);
                }
            }
            return Math.max(0, share);
        }

        private double ringShare(Rings rings, int ring) {
            double share = 0;
            double fromX = 0;
            double fromY = 0;
            int first = rings.firstVertex(ring);
            for (int vertex = first; vertex < rings.firstVertex(ring + 1); vertex++) {
                double x = (rings.x(vertex) - lonDeg) * perDegreeOfLon;
                double y = (rings.y(vertex) - latDeg) * perDegreeOfLat;
                if (vertex > first) {
                    share += NormalShare.ofEdge(fromX, fromY, x, y);
                }
                fromX = x;
                fromY = y;
            }
            return Math.abs(share); // whichever way round it runs
        }
    }
}
