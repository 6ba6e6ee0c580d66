package org.onemap.crs;

/**
 * The arithmetic of the two shifted Chinese datums, on bare longitude-latitude pairs in degrees. Source: the public
 * formulas as in eviltransform and gcoord; inverses are iterated here, because the usual one-step inverse is wrong by up
 * to 4.8 m for GCJ-02 and 0.2 m for BD-09.
 *
 * <p>GCJ-02 shifts only inside a box around China and is the identity outside. At the edge of the box it jumps by some
 * 500 m, so there a strip of GCJ-02 values has two originals and another has none. The rule here: a value outside the
 * box is taken as not shifted, a value inside it is un-shifted by the formula wherever that leads.
 */
final class ChinaShift {

    private static final double GCJ_SEMI_MAJOR_M = 6378245.0;
    private static final double GCJ_ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double BD_WAVE = Math.PI * 3000.0 / 180.0;
    /** A micrometre on the ground. */
    private static final double TOLERANCE_DEG = 1e-11;
    /** Three steps are enough nearly everywhere; the square root at 105° E needs some more. */
    private static final int MAX_STEPS = 30;

    private ChinaShift() {}

    /** Whether GCJ-02 shifts a position; the box is part of the formula. */
    static boolean inBox(double lon, double lat) {
        return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
    }

    /** WGS 84 to GCJ-02, in place at {@code xy[at]}, {@code xy[at + 1]}. */
    static void wgsToGcj(double[] xy, int at) {
        if (inBox(xy[at], xy[at + 1])) {
            shiftGcj(xy, at);
        }
    }

    private static void shiftGcj(double[] xy, int at) {
        double lon = xy[at];
        double lat = xy[at + 1];
        double x = lon - 105.0;
        double y = lat - 35.0;
        double sinLat = Math.sin(Math.toRadians(lat));
        double m = 1 - GCJ_ECCENTRICITY_SQUARED * sinLat * sinLat;
        double rootM = Math.sqrt(m);
        double meridianM = GCJ_SEMI_MAJOR_M * (1 - GCJ_ECCENTRICITY_SQUARED) / (m * rootM);
        double parallelM = GCJ_SEMI_MAJOR_M / rootM * Math.cos(Math.toRadians(lat));
        xy[at] = lon + eastM(x, y) * 180.0 / (parallelM * Math.PI);
        xy[at + 1] = lat + northM(x, y) * 180.0 / (meridianM * Math.PI);
    }

    private static double northM(double x, double y) {
        double v = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        v += wave(20.0, 6.0 * x * Math.PI, 20.0, 2.0 * x * Math.PI);
        v += wave(20.0, y * Math.PI, 40.0, y / 3.0 * Math.PI);
        return v + wave(160.0, y / 12.0 * Math.PI, 320.0, y * Math.PI / 30.0);
    }

    private static double eastM(double x, double y) {
        double v = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        v += wave(20.0, 6.0 * x * Math.PI, 20.0, 2.0 * x * Math.PI);
        v += wave(20.0, x * Math.PI, 40.0, x / 3.0 * Math.PI);
        return v + wave(150.0, x / 12.0 * Math.PI, 300.0, x / 30.0 * Math.PI);
    }

    private static double wave(double a, double phaseA, double b, double phaseB) {
        return (a * Math.sin(phaseA) + b * Math.sin(phaseB)) * 2.0 / 3.0;
    }

    /** GCJ-02 to WGS 84, in place. */
    static void gcjToWgs(double[] xy, int at) {
        double gcjLon = xy[at];
        double gcjLat = xy[at + 1];
        if (!inBox(gcjLon, gcjLat)) {
            return;
        }
        settle(xy, at, ChinaShift::shiftGcj);
    }

    /** The position that a shift carries to this one, by fixed-point iteration: each step takes off what is missed by. */
    private static void settle(double[] xy, int at, Shift shift) {
        double wantedLon = xy[at];
        double wantedLat = xy[at + 1];
        double lon = wantedLon;
        double lat = wantedLat;
        for (int step = 0; step < MAX_STEPS; step++) {
            xy[at] = lon;
            xy[at + 1] = lat;
            shift.apply(xy, at);
            double missLon = wantedLon - xy[at];
            double missLat = wantedLat - xy[at + 1];
            lon += missLon;
            lat += missLat;
            if (Math.abs(missLon) < TOLERANCE_DEG && Math.abs(missLat) < TOLERANCE_DEG) {
                break;
            }
        }
        xy[at] = lon;
        xy[at + 1] = lat;
    }

    /** A shift of one position, in place. */
    private interface Shift {
        void apply(double[] xy, int at);
    }

    /** GCJ-02 to BD-09, in place; everywhere on earth, as Baidu's own tools do. */
    static void gcjToBd(double[] xy, int at) {
        shiftBd(xy, at);
        clamp(xy, at);
    }

    private static void shiftBd(double[] xy, int at) {
        double x = xy[at];
        double y = xy[at + 1];
        double z = Math.sqrt(x * x + y * y) + 0.00002 * Math.sin(y * BD_WAVE);
        double theta = Math.atan2(y, x) + 0.000003 * Math.cos(x * BD_WAVE);
        xy[at] = z * Math.cos(theta) + 0.0065;
        xy[at + 1] = z * Math.sin(theta) + 0.006;
    }

    /** BD-09 to GCJ-02, in place. */
    static void bdToGcj(double[] xy, int at) {
        settle(xy, at, ChinaShift::shiftBd);
        clamp(xy, at);
    }

    /** The shift of some 700 m would carry a corner of the world over its edge. */
    private static void clamp(double[] xy, int at) {
        xy[at] = Math.max(-180, Math.min(180, xy[at]));
        xy[at + 1] = Math.max(-90, Math.min(90, xy[at + 1]));
    }
}
