package org.onemap.crs;

/**
 * A CGCS2000 position (EPSG:4490), longitude first, decimal degrees: the one datum in which onemap stores and computes.
 * WGS 84 and TWD97 count as identical to it. Immutable.
 *
 * @param lonDeg longitude, −180 to 180
 * @param latDeg latitude, −90 to 90
 */
public record Cgcs2000(double lonDeg, double latDeg) {

    public Cgcs2000 {
        if (!(Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90)) { // also rejects NaN
            throw new IllegalArgumentException("not a CGCS2000 position: lon=" + lonDeg + " lat=" + latDeg);
        }
    }
}
