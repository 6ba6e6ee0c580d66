package org.onemap.crs;

import java.util.Arrays;

/**
 * From longitude and latitude on one ellipsoid through geocentric metres to another, at height 0: the
 * translation, small-angle rotation and scale of EPSG's methods with three and seven parameters, as one matrix. Immutable and thread-safe.
 *
 * <p>Written here because GeoTools' way back from geocentric metres is good to 3 mm only.
 */
final class HelmertShift implements VertexTransform {

    private final Ellipsoid from;
    private final Ellipsoid to;
    private final double[] matrix;

    private HelmertShift(Ellipsoid from, Ellipsoid to, double[] matrix) {
        this.from = from;
        this.to = to;
        this.matrix = matrix;
    }

    /**
     * The shift; the identity, bit for bit, if nothing moves and the ellipsoids are those of GRS 80 and WGS 84.
     *
     * @param from ellipsoid of the source
     * @param to ellipsoid of the target
     * @param matrix three rows of four, from geocentric metres to geocentric metres
     */
    static VertexTransform of(Ellipsoid from, Ellipsoid to, double[] matrix) {
        boolean sameEllipsoid = Math.abs(from.semiMajorM() - to.semiMajorM()) < 1e-3
                && Math.abs(from.inverseFlattening() - to.inverseFlattening()) < 1e-5;
        double[] unmoved = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
        return sameEllipsoid && Arrays.equals(matrix, unmoved)
                ? VertexTransform.IDENTITY
                : new HelmertShift(from, to, matrix.clone());
    }

    @Override
    public void apply(double[] xy, int count) {
        for (int i = 0; i < count; i++) {
            shift(xy, 2 * i);
        }
    }

    private void shift(double[] xy, int at) {
        double lon = Math.toRadians(xy[at]);
        double lat = Math.toRadians(xy[at + 1]);
        double sin = Math.sin(lat);
        double normal = from.semiMajorM() / Math.sqrt(1 - from.eccentricitySquared() * sin * sin);
        double x = normal * Math.cos(lat) * Math.cos(lon);
        double y = normal * Math.cos(lat) * Math.sin(lon);
        double z = normal * (1 - from.eccentricitySquared()) * sin;
        double shiftedX = row(0, x, y, z);
        double shiftedY = row(4, x, y, z);
        double shiftedZ = row(8, x, y, z);
        xy[at] = Math.toDegrees(Math.atan2(shiftedY, shiftedX));
        xy[at + 1] = Math.toDegrees(latitude(Math.hypot(shiftedX, shiftedY), shiftedZ));
    }

    private double row(int at, double x, double y, double z) {
        return matrix[at] * x + matrix[at + 1] * y + matrix[at + 2] * z + matrix[at + 3];
    }

    /** The geographic latitude at a distance from the axis and above the equator; iterated until it stands. */
    private double latitude(double axisM, double equatorM) {
        double e2 = to.eccentricitySquared();
        double lat = Math.atan2(equatorM, axisM * (1 - e2));
        for (int step = 0; step < 20; step++) {
            double sin = Math.sin(lat);
            double normal = to.semiMajorM() / Math.sqrt(1 - e2 * sin * sin);
            double next = Math.atan2(equatorM + e2 * normal * sin, axisM);
            boolean done = Math.abs(next - lat) < 1e-15;
            lat = next;
            if (done) {
                break;
            }
        }
        return lat;
    }
}
