package org.onemap.crs;

/**
 * A position on the shifted datum of Chinese consumer maps (AMap, Tencent, DingTalk), longitude first, decimal degrees.
 * Never mixed with {@link Wgs84}, from which it lies 300 to 700 m away inside China: convert explicitly. Immutable.
 *
 * @param lonDeg shifted longitude, −180 to 180
 * @param latDeg shifted latitude, −90 to 90
 */
public record Gcj02(double lonDeg, double latDeg) {

    public Gcj02 {
        if (!(Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90)) { // also rejects NaN
            throw new IllegalArgumentException("not a GCJ-02 position: lon=" + lonDeg + " lat=" + latDeg);
        }
    }

    /**
     * The position before the shift, to a micrometre of the public formula. Outside the formula's box around China
     * (72.004–137.8347 E, 0.8293–55.8271 N) the numbers stay; along its edge, where the shift jumps, a position just
     * inside may come out just outside.
     */
    public Wgs84 toWgs84() {
        double[] xy = {lonDeg, latDeg};
        ChinaShift.gcjToWgs(xy, 0);
        return new Wgs84(xy[0], xy[1]);
    }

    /** The position that Baidu's maps show. */
    public Bd09 toBd09() {
        double[] xy = {lonDeg, latDeg};
        ChinaShift.gcjToBd(xy, 0);
        return new Bd09(xy[0], xy[1]);
    }
}
