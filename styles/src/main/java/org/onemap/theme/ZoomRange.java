package org.onemap.theme;

/**
 * Zoom levels at which something is drawn, both ends inclusive. A level is that of the WebMercatorQuad tile matrix set
 * at 256 pixels a tile. Immutable.
 *
 * @param min lowest level, 0 to 24
 * @param max highest level, 0 to 24, not below {@code min}
 */
public record ZoomRange(int min, int max) {

    /** The highest level of all. */
    public static final int HIGHEST = 24;

    /** Pixel size in metres at level 0: the equator over 256 pixels. */
    private static final double RESOLUTION_0 = 2 * Math.PI * 6378137 / 256;

    public ZoomRange {
        if (min < 0 || max > HIGHEST || min > max) {
            throw new IllegalArgumentException("zoom " + min + "-" + max + " lies outside 0-" + HIGHEST);
        }
    }

    /** All levels. */
    public static ZoomRange all() {
        return new ZoomRange(0, HIGHEST);
    }

    /** Whether all levels of another range are levels of this one. */
    boolean contains(ZoomRange other) {
        return min <= other.min && other.max <= max;
    }

    /** Whether there is a level that both have. */
    boolean overlaps(ZoomRange other) {
        return min <= other.max && other.min <= max;
    }

    /** Pixel size in metres at this level, which may lie between two whole ones. */
    static double resolution(double zoom) {
        return RESOLUTION_0 / Math.pow(2, zoom);
    }
}
