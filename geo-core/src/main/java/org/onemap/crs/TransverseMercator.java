package org.onemap.crs;

/**
 * Transverse Mercator by Krüger's series to the sixth power of n, with latitudes through series too (Engsager and Poder
 * 2007; coefficients as in PROJ's {@code etmerc}; Karney 2011): 5 nm within 30° of the central meridian. Gauss–Krüger
 * and UTM are the same projection with other parameters. Immutable and thread-safe.
 *
 * <p>Written here, not taken from GeoTools, because it needs no EPSG database to start: see
 * docs/decisions/010-own-projections-and-shifts.md.
 */
final class TransverseMercator {

    /**
     * What tells one such projection from another. Immutable.
     *
     * @param ellipsoid the ellipsoid of the datum
     * @param centralMeridianDeg longitude of the central meridian
     * @param originLatDeg latitude at which the northing is the false northing
     * @param scale scale on the central meridian
     * @param falseEastingM easting of the central meridian
     * @param falseNorthingM northing of the origin
     */
    record Parameters(
            Ellipsoid ellipsoid,
            double centralMeridianDeg,
            double originLatDeg,
            double scale,
            double falseEastingM,
            double falseNorthingM) {}

    private final Parameters parameters;
    private final double radiusM;
    private final double northingOfOriginM;
    private final double[] toConformal;
    private final double[] fromConformal;
    private final double[] toPlane;
    private final double[] fromPlane;

    TransverseMercator(Parameters parameters) {
        this.parameters = parameters;
        double n = parameters.ellipsoid().thirdFlattening();
        double n2 = n * n;
        double rectifyingM =
                parameters.ellipsoid().semiMajorM() / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256);
        this.radiusM = rectifyingM * parameters.scale();
        this.toConformal = KrugerSeries.toConformal(n);
        this.fromConformal = KrugerSeries.fromConformal(n);
        this.toPlane = KrugerSeries.toPlane(n);
        this.fromPlane = KrugerSeries.fromPlane(n);
        double[] origin = {parameters.centralMeridianDeg(), parameters.originLatDeg()};
        this.northingOfOriginM = parameters.falseNorthingM() - rawNorthingM(origin);
    }

    private double rawNorthingM(double[] lonLat) {
        forward(lonLat, 0, 0);
        return lonLat[1];
    }

    Parameters parameters() {
        return parameters;
    }

    /** Longitude and latitude in degrees to easting and northing in metres, in place. */
    void forward(double[] xy, int count) {
        for (int i = 0; i < count; i++) {
            forward(xy, 2 * i, northingOfOriginM);
        }
    }

    private void forward(double[] xy, int at, double northing0M) {
        double lambda = Math.toRadians(wrap(xy[at] - parameters.centralMeridianDeg()));
        double phi = Math.toRadians(xy[at + 1]);
        double chi = phi + realSeries(toConformal, Math.sin(2 * phi), Math.cos(2 * phi));
        double sinChi = Math.sin(chi);
        double cosChi = Math.cos(chi);
        double across = cosChi * Math.cos(lambda);
        double xi = Math.atan2(sinChi, across);
        double eta = asinh(cosChi * Math.sin(lambda) / Math.sqrt(sinChi * sinChi + across * across));
        double e = Math.exp(2 * eta);
        addSeries(toPlane, xi, eta, e, xy, at);
        xy[at] = parameters.falseEastingM() + radiusM * xy[at];
        xy[at + 1] = northing0M + radiusM * xy[at + 1];
    }

    /** Easting and northing in metres to longitude and latitude in degrees, in place. */
    void inverse(double[] xy, int count) {
        for (int i = 0; i < count; i++) {
            inverseAt(xy, 2 * i);
        }
    }

    private void inverseAt(double[] xy, int at) {
        double eta0 = (xy[at] - parameters.falseEastingM()) / radiusM;
        double xi0 = (xy[at + 1] - northingOfOriginM) / radiusM;
        addSeries(fromPlane, xi0, eta0, Math.exp(2 * eta0), xy, at);
        double eta = xy[at];
        double xi = xy[at + 1];
        double e = Math.exp(eta);
        double sinh = (e - 1 / e) / 2;
        double sinXi = Math.sin(xi);
        double cosXi = Math.cos(xi);
        // Of the angle χ the tangent is known; sine and cosine of 2χ follow from it without another call.
        double along = Math.sqrt(sinh * sinh + cosXi * cosXi);
        double square = sinXi * sinXi + along * along;
        double chi = Math.atan2(sinXi, along);
        double phi =
                chi + realSeries(fromConformal, 2 * sinXi * along / square, (along * along - sinXi * sinXi) / square);
        xy[at] = wrap(parameters.centralMeridianDeg() + Math.toDegrees(Math.atan2(sinh, cosXi)));
        xy[at + 1] = Math.max(-90, Math.min(90, Math.toDegrees(phi)));
    }

    /** Clenshaw's sum of c[j] sin(2(j+1)φ). */
    private static double realSeries(double[] c, double sin2, double cos2) {
        double twice = 2 * cos2;
        double next = 0;
        double afterNext = 0;
        for (int j = c.length - 1; j >= 0; j--) {
            double b = c[j] + twice * next - afterNext;
            afterNext = next;
            next = b;
        }
        return sin2 * next;
    }

    /** Writes η + i ξ plus the complex sum of c[j] sin(2(j+1)(ξ + i η)) to {@code out}; {@code e} is exp(2η). */
    private static void addSeries(double[] c, double xi, double eta, double e, double[] out, int at) {
        double sin = Math.sin(2 * xi);
        double cos = Math.cos(2 * xi);
        double cosh = (e + 1 / e) / 2;
        double sinh = (e - 1 / e) / 2;
        double twiceRe = 2 * cos * cosh;
        double twiceIm = -2 * sin * sinh;
        double re = 0;
        double im = 0;
        double reBefore = 0;
        double imBefore = 0;
        for (int j = c.length - 1; j >= 0; j--) {
            double newRe = c[j] + twiceRe * re - twiceIm * im - reBefore;
            double newIm = twiceRe * im + twiceIm * re - imBefore;
            reBefore = re;
            imBefore = im;
            re = newRe;
            im = newIm;
        }
        double sinRe = sin * cosh;
        double sinIm = cos * sinh;
        out[at] = eta + sinRe * im + sinIm * re;
        out[at + 1] = xi + sinRe * re - sinIm * im;
    }

    private static double asinh(double x) {
        double size = Math.min(Math.abs(x), 1e4); // beyond, 90° from the central meridian, the plane is infinite
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), x);
    }

    private static double wrap(double lonDeg) {
        if (lonDeg > 180) {
            return lonDeg - 360;
        }
        return lonDeg < -180 ? lonDeg + 360 : lonDeg;
    }
}
