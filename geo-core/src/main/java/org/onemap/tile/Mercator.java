package org.onemap.tile;

/**
 * Web Mercator on the unit square: x from the antimeridian eastwards, y from 85.0511° N southwards, both 0 to 1. The
 * sphere of EPSG:3857, as every web map does it.
 */
final class Mercator {

    private Mercator() {}

    static double x(double lonDeg) {
        return lonDeg / 360 + 0.5;
    }

    /** Positive and negative infinity never come out: the poles are moved a hair towards the equator. */
    static double y(double latDeg) {
        double sin = Math.sin(Math.toRadians(Math.max(-89.9999, Math.min(89.9999, latDeg))));
        return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    }

    static double lonDeg(double x) {
        return (x - 0.5) * 360;
    }

    static double latDeg(double y) {
        return Math.toDegrees(Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)));
    }
}
