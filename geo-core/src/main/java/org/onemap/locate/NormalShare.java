package org.onemap.locate;

/**
 * How much of a circular normal distribution lies within a ring. The centre is the origin and the standard deviation the
 * unit of length. Immutable, all static.
 *
 * <p>By Green's theorem the share within a ring is the sum, over its edges from A to B, of
 * <pre>  (A × B) / 2π · ∫₀¹ f(|A + t (B − A)|²) dt    with   f(u) = (1 − exp(−u/2)) / u </pre>
 * f is smooth, also at 0, so Gauss–Legendre quadrature on pieces no longer than one unit is exact to some 10⁻⁹. Beyond
 * {@link #REACH} f is 1/u to the same precision and the integral is the angle under which the edge is seen.
 */
final class NormalShare {

    /** Beyond this distance from the centre lies a share of 10⁻⁹. */
    static final double REACH = 6.5;

    private static final double[] NODES = {
        0.5 - 0.4530899229693320, 0.5 - 0.2692346550528415, 0.5, 0.5 + 0.2692346550528415, 0.5 + 0.4530899229693320
    };
    private static final double[] WEIGHTS = {
        0.1184634425280945, 0.2393143352496832, 0.2844444444444444, 0.2393143352496832, 0.1184634425280945
    };

    private NormalShare() {}

    /**
     * The share to the left of the edge from A to B as seen from the centre; summed over a ring it is the share within
     * it, positive for one that runs counter-clockwise.
     */
    static double ofEdge(double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double cross = ax * by - ay * bx;
        double square = dx * dx + dy * dy;
        if (cross == 0 || square == 0) {
            return 0;
        }
        double along = -(ax * dx + ay * dy) / square;
        double half2 = REACH * REACH / square - cross * cross / (square * square);
        double half = Math.sqrt(Math.max(0, half2));
        double enter = Math.max(0, Math.min(1, along - half));
        double leave = Math.max(0, Math.min(1, along + half));
        if (leave <= enter) {
            return angle(ax, ay, bx, by);
        }
        double share = cross / (2 * Math.PI) * integral(ax, ay, dx, dy, enter, leave);
        if (enter > 0) {
            share += angle(ax, ay, ax + enter * dx, ay + enter * dy);
        }
        if (leave < 1) {
            share += angle(ax + leave * dx, ay + leave * dy, bx, by);
        }
        return share;
    }

    private static double angle(double ax, double ay, double bx, double by) {
        return Math.atan2(ax * by - ay * bx, ax * bx + ay * by) / (2 * Math.PI);
    }

    private static double integral(double ax, double ay, double dx, double dy, double from, double to) {
        int pieces = (int) Math.ceil((to - from) * Math.sqrt(dx * dx + dy * dy));
        double width = (to - from) / pieces;
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++) {
            for (int i = 0; i < NODES.length; i++) {
                double t = from + (piece + NODES[i]) * width;
                double x = ax + t * dx;
                double y = ay + t * dy;
                sum += WEIGHTS[i] * f(x * x + y * y);
            }
        }
        return sum * width;
    }

    private static double f(double u) {
        return u < 0.01 ? 0.5 - u / 8 * (1 - u / 6 * (1 - u / 8)) : (1 - Math.exp(-u / 2)) / u;
    }
}
