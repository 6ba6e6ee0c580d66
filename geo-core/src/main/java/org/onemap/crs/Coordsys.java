package org.onemap.crs;

import java.util.Locale;
import org.onemap.InvalidInput;

/**
 * What the numbers of a position given in degrees mean: the value of the parameter {@code coordsys} and of the option
 * {@code --coordsys}. There is no default.
 */
public enum Coordsys {
    /** Satellite positions. */
    WGS84("wgs84"),
    /** The Chinese survey datum, stored as it is. */
    CGCS2000("cgcs2000"),
    /** Chinese consumer maps: AMap, Tencent, DingTalk. */
    GCJ02("gcj02"),
    /** Baidu's degrees; {@code bd09ll} means the same. */
    BD09("bd09");

    private final String text;

    Coordsys(String text) {
        this.text = text;
    }

    /** How it is written in requests and answers. */
    public String text() {
        return text;
    }

    /**
     * Reads the value of {@code coordsys}, without regard to case.
     *
     * @throws InvalidInput if it is none of wgs84, cgcs2000, gcj02, bd09 and bd09ll; the message lists them
     */
    public static Coordsys parse(String value) {
        String wanted = value.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals("bd09ll")) {
            return BD09;
        }
        for (Coordsys one : values()) {
            if (one.text.equals(wanted)) {
                return one;
            }
        }
        throw new InvalidInput("coordsys '" + value + "' is not known; give one of wgs84, cgcs2000, gcj02, bd09"
                + " (bd09ll is the same)");
    }

    /**
     * The stored position of these numbers.
     *
     * @param lon longitude as it was given, in degrees
     * @param lat latitude as it was given, in degrees
     * @throws InvalidInput if they are no position; the message says so if they would be one the other way round
     */
    public Cgcs2000 toCgcs2000(double lon, double lat) {
        requirePosition(lon, lat);
        double[] xy = {lon, lat};
        toWgs84(xy, 0);
        return new Cgcs2000(xy[0], xy[1]);
    }

    /** Un-shifts one pair in place; nothing happens for WGS 84 and CGCS2000. */
    void toWgs84(double[] xy, int at) {
        if (this == BD09) {
            ChinaShift.bdToGcj(xy, at);
        }
        if (this == BD09 || this == GCJ02) {
            ChinaShift.gcjToWgs(xy, at);
        }
    }

    private void requirePosition(double lon, double lat) {
        if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
            return;
        }
        String fault;
        if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
            fault = "both must be numbers";
        } else if (Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
            fault = "lat must be within -90 and 90; the other way round (lon=" + lat + ", lat=" + lon
                    + ") it would be one: longitude comes first";
        } else if (Math.abs(lon) > 180) {
            fault = "lon must be within -180 and 180 degrees";
        } else {
            fault = "lat must be within -90 and 90 degrees";
        }
        throw new InvalidInput("lon=" + lon + ", lat=" + lat + " is not a position in " + text + ": " + fault);
    }
}
