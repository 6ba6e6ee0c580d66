package org.onemap.ingest.demo;

import java.util.Map;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;

/** The part of a block that may be built on: inside, and behind the building line of each street around. Immutable. */
final class Plot {

    private static final double FRONT_GARDEN_M = 4;

    private final Coordinate[] ring;
    private final double[] setback;

    Plot(Block block, Map<Segment, Street> net) {
        this.ring = block.ring();
        this.setback = new double[ring.length - 1];
        for (int i = 0; i < setback.length; i++) {
            Street street = net.get(Segment.of(ring[i], ring[i + 1]));
            if (street == null) {
                throw new IllegalStateException("no street along block " + block.id());
            }
            setback[i] = street.roadClass().widthM() / 2.0 + FRONT_GARDEN_M;
        }
    }

    /** Whether a convex outline, closed, lies wholly on the plot. */
    boolean holds(Coordinate[] outline) {
        Coordinate middle = middle(outline);
        double radius = middle.distance(outline[0]);
        boolean near = false;
        for (int i = 0; i < setback.length; i++) {
            double distance = Distance.pointToSegment(middle, ring[i], ring[i + 1]);
            if (distance < setback[i]) {
                return false;
            }
            if (distance < setback[i] + radius) {
                near = true;
                if (isTooNear(outline, i)) {
                    return false;
                }
            }
        }
        return near ? PointLocation.isInRing(middle, ring) : contains(middle);
    }

    /** Whether a point lies inside the block, whatever its distance from the streets. */
    boolean contains(Coordinate point) {
        return PointLocation.isInRing(point, ring);
    }

    /** Metres from the nearest street's middle line. */
    double distanceM(Coordinate point) {
        return Distance.pointToSegmentString(point, ring);
    }

    private boolean isTooNear(Coordinate[] outline, int piece) {
        for (int k = 0; k + 1 < outline.length; k++) {
            if (Distance.segmentToSegment(outline[k], outline[k + 1], ring[piece], ring[piece + 1]) < setback[piece]) {
                return true;
            }
        }
        return false;
    }

    private static Coordinate middle(Coordinate[] outline) {
        return new Coordinate((outline[0].x + outline[2].x) / 2, (outline[0].y + outline[2].y) / 2);
    }
}
