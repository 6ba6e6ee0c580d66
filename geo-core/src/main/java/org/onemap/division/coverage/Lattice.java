package org.onemap.division.coverage;

import org.locationtech.jts.geom.Coordinate;

/**
 * Positions rounded to 1e-7°, which is 1.1 cm along a meridian and 0.9 cm along the parallel of Zhengzhou. Both numbers fit
 * into 32 bits, so a position is one {@code long}.
 */
final class Lattice {

    private static final double STEPS_PER_DEG = 1e7;

    private Lattice() {}

    /** The step nearest to an angle. */
    static int step(double deg) {
        return (int) Math.rint(deg * STEPS_PER_DEG);
    }

    /** The angle of a step. */
    static double deg(double step) {
        return step / STEPS_PER_DEG;
    }

    static long pack(int x, int y) {
        return ((long) x << 32) | (y & 0xffffffffL);
    }

    static long pack(Coordinate steps) {
        return pack((int) Math.rint(steps.x), (int) Math.rint(steps.y));
    }

    /** The packed position of a coordinate in degrees. */
    static long packDeg(Coordinate lonLat) {
        return pack(step(lonLat.x), step(lonLat.y));
    }

    static int x(long packed) {
        return (int) (packed >> 32);
    }

    static int y(long packed) {
        return (int) packed;
    }

    /** A coordinate in steps. */
    static Coordinate steps(long packed) {
        return new Coordinate(x(packed), y(packed));
    }

    /** A coordinate in degrees. */
    static Coordinate lonLat(long packed) {
        return new Coordinate(deg(x(packed)), deg(y(packed)));
    }
}
