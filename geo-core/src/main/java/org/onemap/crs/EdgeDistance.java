package org.onemap.crs;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;

/**
 * The nearest of many edges to one position, in metres. Confined to one thread.
 *
 * <ol>
 *   <li>Every edge is measured on a plane that touches the ellipsoid at the position, in which edges that are straight
 *       in longitude and latitude stay straight: some ten operations each.
 *   <li>The few that may be nearest are measured in the Gauss–Krüger zone, where such an edge is a curve: the foot on
 *       the chord is taken, then the chord of a short piece of the edge around it, until the bend is below 0.1 mm.
 * </ol>
 */
final class EdgeDistance {

    private static final double EARTH_M = 6_371_000;
    private static final double SHORT_EDGE_M = 40;

    private final Cgcs2000 position;
    private final double eastM;
    private final double northM;
    private final TransverseMercator zone;
    private final Coordinate foot;
    private final double[] ends = new double[4];

    private double[] edges = new double[4 * 32];
    private double[] roughM = new double[32];
    private int size;

    EdgeDistance(Cgcs2000 position) {
        this.position = position;
        double sin = Math.sin(Math.toRadians(position.latDeg()));
        double cos = Math.cos(Math.toRadians(position.latDeg()));
        double e2 = Ellipsoid.CGCS2000.eccentricitySquared();
        double w = Math.sqrt(1 - e2 * sin * sin);
        double axis = Ellipsoid.CGCS2000.semiMajorM();
        this.eastM = Math.toRadians(axis / w * cos);
        this.northM = Math.toRadians(axis * (1 - e2) / (w * w * w));
        GaussKruger fitting = GaussKruger.fitting(position.lonDeg());
        this.zone = fitting.projection();
        this.foot = fitting.project(position);
    }

    /** Takes the edges of a line or a ring; a single vertex counts as an edge without length. */
    void offer(CoordinateSequence vertices) {
        int count = vertices.size();
        for (int i = Math.min(1, count - 1); i < count && i >= 0; i++) {
            int from = Math.max(0, i - 1);
            add(vertices.getX(from), vertices.getY(from), vertices.getX(i), vertices.getY(i));
        }
    }

    private void add(double ax, double ay, double bx, double by) {
        if (size == roughM.length) {
            roughM = Arrays.copyOf(roughM, 2 * size);
            edges = Arrays.copyOf(edges, 8 * size);
        }
        edges[4 * size] = ax;
        edges[4 * size + 1] = ay;
        edges[4 * size + 2] = bx;
        edges[4 * size + 3] = by;
        double x = (ax - position.lonDeg()) * eastM;
        double y = (ay - position.latDeg()) * northM;
        double dx = (bx - ax) * eastM;
        double dy = (by - ay) * northM;
        double t = clampedFoot(-x, -y, dx, dy);
        x += t * dx;
        y += t * dy;
        roughM[size++] = Math.sqrt(x * x + y * y);
    }

    /** The distance to the nearest edge offered. */
    double nearestM() {
        if (size == 0) {
            throw new IllegalArgumentException("no distance to an empty geometry");
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            best = Math.min(best, roughM[i]);
        }
        // how far the touching plane may be wrong at that distance
        double steep = Math.abs(Math.tan(Math.toRadians(Math.min(89, Math.abs(position.latDeg()))))) + 1;
        double enough = best * (1.002 + 4 * best * steep / EARTH_M) + 0.001;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            if (roughM[i] <= enough) {
                nearest = Math.min(nearest, distanceM(4 * i));
            }
        }
        return nearest;
    }

    private double distanceM(int edge) {
        double from = 0;
        double to = 1;
        while (true) {
            vertex(edge, from, 0);
            vertex(edge, to, 2);
            zone.forward(ends, 2);
            double dx = ends[2] - ends[0];
            double dy = ends[3] - ends[1];
            double t = clampedFoot(foot.x - ends[0], foot.y - ends[1], dx, dy);
            double distance = Math.hypot(ends[0] + t * dx - foot.x, ends[1] + t * dy - foot.y);
            if (Math.hypot(dx, dy) <= SHORT_EDGE_M || to - from < 1e-9) {
                return distance;
            }
            double middle = from + t * (to - from);
            double half = (to - from) / 8;
            from = Math.max(from, middle - half);
            to = Math.min(to, middle + half);
        }
    }

    private void vertex(int edge, double t, int at) {
        ends[at] = edges[edge] + t * (edges[edge + 2] - edges[edge]);
        ends[at + 1] = edges[edge + 1] + t * (edges[edge + 3] - edges[edge + 1]);
    }

    /** Where, from 0 to 1, a line from the origin along (dx, dy) is nearest to (px, py). */
    private static double clampedFoot(double px, double py, double dx, double dy) {
        double square = dx * dx + dy * dy;
        return square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
    }
}
