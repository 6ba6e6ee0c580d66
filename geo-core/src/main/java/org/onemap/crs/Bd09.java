package org.onemap.crs;

/**
 * A position on Baidu's datum in degrees (bd09ll), longitude first: GCJ-02 shifted once more, by some 0.9 km. Baidu's
 * metres (bd09mc) are not handled. Immutable.
 *
 * @param lonDeg shifted longitude, −180 to 180
 * @param latDeg shifted latitude, −90 to 90
 */
public record Bd09(double lonDeg, double latDeg) {

    public Bd09 {
        if (!(Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90)) { // also rejects NaN
            throw new IllegalArgumentException("not a BD-09 position: lon=" + lonDeg + " lat=" + latDeg);
        }
    }

    /**
     * The position before Baidu's shift, to a micrometre of the public formula; within 1 km of the poles and the date
     * line the result is clamped to the globe.
     */
    public Gcj02 toGcj02() {
        double[] xy = {lonDeg, latDeg};
        ChinaShift.bdToGcj(xy, 0);
        return new Gcj02(xy[0], xy[1]);
    }

    /** The position before both shifts. */
    public Wgs84 toWgs84() {
        return toGcj02().toWgs84();
    }
}
