package org.onemap.crs;

/**
 * A WGS 84 position, longitude first, decimal degrees (OGC:CRS84 axis order): what a satellite receiver gives.
 * Immutable.
 *
 * @param lonDeg longitude, −180 to 180
 * @param latDeg latitude, −90 to 90
 */
public record Wgs84(double lonDeg, double latDeg) {

    public Wgs84 {
        if (!(Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90)) { // also rejects NaN
            throw new IllegalArgumentException("not a WGS 84 position: lon=" + lonDeg + " lat=" + latDeg);
        }
    }

    /** The same numbers on CGCS2000: the two differ by centimetres, which onemap neglects. */
    public Cgcs2000 toCgcs2000() {
        return new Cgcs2000(lonDeg, latDeg);
    }

    /** The shifted position; the same numbers outside China. */
    public Gcj02 toGcj02() {
        double[] xy = {lonDeg, latDeg};
        ChinaShift.wgsToGcj(xy, 0);
        return new Gcj02(xy[0], xy[1]);
    }
}
