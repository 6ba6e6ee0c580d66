package org.onemap.crs;

/**
 * An ellipsoid of revolution. Immutable.
 *
 * @param semiMajorM semi-major axis in metres
 * @param inverseFlattening inverse flattening; infinite for a sphere
 */
record Ellipsoid(double semiMajorM, double inverseFlattening) {

    /** The ellipsoid of CGCS2000; GRS 80 and WGS 84 differ from it by less than a tenth of a millimetre. */
    static final Ellipsoid CGCS2000 = new Ellipsoid(6378137.0, 298.257222101);

    double flattening() {
        return 1 / inverseFlattening;
    }

    double thirdFlattening() {
        return flattening() / (2 - flattening());
    }

    double eccentricitySquared() {
        return flattening() * (2 - flattening());
    }
}
