package org.onemap.locate;

import org.locationtech.jts.geom.Coordinate;

/**
 * Distances in metres from one position over short ground, positions in degrees of EPSG:4490. Immutable.
 *
 * <p>Between two positions the metric of the CGCS2000 ellipsoid at their mean latitude holds: up to 20 km it is within
 * a centimetre of the geodesic, beyond the difference grows with the cube (1 m at 100 km). Not across the antimeridian.
 */
final class GroundMetric {

    private static final double A = 6378137.0;
    private static final double F = 1 / 298.257222101;
    private static final double E2 = F * (2 - F);
    private static final int MAX_ROUNDS = 20;
    private static final double SETTLED_DEG = 1e-10;

    /** Up to here, and not near a pole, a plane at the position tells what cannot be near. */
    private static final double PLANE_REACH_M = 100_000;

    private static final double POLAR_DEG = 80;
    private static final double ROUNDING_M = 2e-6;

    private final double lonDeg;
    private final double latDeg;
    private final double kx;
    private final double ky;
    private final double slackPerM;

    GroundMetric(Coordinate position) {
        this.lonDeg = position.x;
        this.latDeg = position.y;
        this.kx = perDegreeOfLon(latDeg);
        this.ky = perDegreeOfLat(latDeg);
        this.slackPerM = Math.abs(latDeg) > POLAR_DEG
                ? Double.MAX_VALUE
                : (1 + Math.abs(Math.tan(Math.toRadians(latDeg)))) / (A * (1 - F) * (1 - F));
    }

    /** Metres to a degree of longitude at the position. */
    double perDegreeOfLon() {
        return kx;
    }

    /** Metres to a degree of latitude at the position. */
    double perDegreeOfLat() {
        return ky;
    }

    /** Whether the plane at the position tells what is near: it does up to some tens of kilometres, but not beside a pole. */
    boolean hasPlane() {
        return Math.abs(latDeg) <= POLAR_DEG;
    }

    /** The square of the distance to a box in the plane at the position. */
    double planeTo(double west, double south, double east, double north) {
        double x = Math.max(0, Math.max(west - lonDeg, lonDeg - east)) * kx;
        double y = Math.max(0, Math.max(south - latDeg, latDeg - north)) * ky;
        return x * x + y * y;
    }

    /** The square of the distance to a segment in the plane at the position; a and b are its ends. */
    double planeToSegment(double aLonDeg, double aLatDeg, double bLonDeg, double bLatDeg) {
        double ax = (aLonDeg - lonDeg) * kx;
        double ay = (aLatDeg - latDeg) * ky;
        double dx = (bLonDeg - aLonDeg) * kx;
        double dy = (bLatDeg - aLatDeg) * ky;
        double length2 = dx * dx + dy * dy;
        double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length2));
        double x = ax + t * dx;
        double y = ay + t * dy;
        return x * x + y * y;
    }

    /** What lies farther in the plane than this is farther than something that lies at a distance in the plane. */
    double planeLimitM(double planeM) {
        double atMost = planeM * (1 + 2 * planeM * slackPerM);
        return atMost * (1 + 2 * atMost * slackPerM) + ROUNDING_M;
    }

    /** Never more than {@link #toSegment} but for rounding (1 µm), and cheap: the distance in the plane, less what the plane can be wrong by. */
    double atLeastToSegment(Coordinate a, Coordinate b) {
        return lessSlack(Math.sqrt(planeToSegment(a.x, a.y, b.x, b.y)));
    }

    /**
     * A point at the mean-latitude distance D lies D / R farther north or south at most; there a degree of longitude is
     * shorter by half that angle times tan φ. The slack is twice as much.
     */
    private double lessSlack(double planeM) {
        return planeM > PLANE_REACH_M ? 0 : Math.max(0, planeM * (1 - planeM * slackPerM));
    }

    /** Metres from the position to the nearest point of a straight lon/lat segment; {@code foot} becomes that point. */
    double toSegment(Coordinate a, Coordinate b, Coordinate foot) {
        double middle = (latDeg + nearer(latDeg, a.y, b.y)) / 2;
        for (int round = 0; ; round++) { // the mean latitude depends on the foot, the foot on the mean latitude
            double lonM = perDegreeOfLon(middle);
            double latM = perDegreeOfLat(middle);
            double dx = (b.x - a.x) * lonM;
            double dy = (b.y - a.y) * latM;
            double length2 = dx * dx + dy * dy;
            double along = ((lonDeg - a.x) * lonM * dx + (latDeg - a.y) * latM * dy) / length2;
            double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, along));
            foot.x = a.x + t * (b.x - a.x);
            foot.y = a.y + t * (b.y - a.y);
            double next = (latDeg + foot.y) / 2;
            if (Math.abs(next - middle) < SETTLED_DEG || round == MAX_ROUNDS) {
                return Math.hypot((foot.x - lonDeg) * perDegreeOfLon(next), (foot.y - latDeg) * perDegreeOfLat(next));
            }
            middle = next;
        }
    }

    /** Never more than the distance to any point of the box but for rounding (1 µm). */
    double atLeastTo(double west, double south, double east, double north) {
        double dx = Math.max(0, Math.max(west - lonDeg, lonDeg - east));
        double dy = Math.max(0, Math.max(south - latDeg, latDeg - north));
        double near = lessSlack(Math.sqrt(planeTo(west, south, east, north)));
        if (near > 0 || (dx == 0 && dy == 0)) {
            return near;
        }
        double low = Math.min(latDeg, south);
        double high = Math.max(latDeg, north);
        double farthestFromEquator = Math.max(Math.abs(low), Math.abs(high));
        double nearestToEquator = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        return Math.hypot(dx * perDegreeOfLon(farthestFromEquator), dy * perDegreeOfLat(nearestToEquator));
    }

    private static double nearer(double value, double a, double b) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), value));
    }

    private static double perDegreeOfLon(double latDeg) {
        double lat = Math.toRadians(latDeg);
        double sin = Math.sin(lat);
        return Math.toRadians(A * Math.cos(lat) / Math.sqrt(1 - E2 * sin * sin));
    }

    private static double perDegreeOfLat(double latDeg) {
        double sin = Math.sin(Math.toRadians(latDeg));
        double w2 = 1 - E2 * sin * sin;
        return Math.toRadians(A * (1 - E2) / (w2 * Math.sqrt(w2)));
    }
}
