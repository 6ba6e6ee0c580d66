package org.onemap.crs;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;

/**
 * Whether a system that a file describes is that of an EPSG code. Projections are compared by what they do to five
 * positions, not by their parameters: the same projection has several names and sets of parameters.
 */
final class CrsComparison {

    /** GeoTools' own formulas differ by up to 43 mm between two ways to write the Swiss projection. */
    private static final double SAME_M = 0.06;

    private CrsComparison() {}

    static boolean sameGeographic(int code, GeographicCRS given) {
        return decoded(code) instanceof GeographicCRS known && sameBase(known, given);
    }

    static boolean sameProjected(int code, ProjectedCRS given) {
        if (!(decoded(code) instanceof ProjectedCRS known) || !sameBase(known.getBaseCRS(), given.getBaseCRS())) {
            return false;
        }
        double knownM = GeoToolsCrs.metresPerUnit(known);
        double givenM = GeoToolsCrs.metresPerUnit(given);
        if (Math.abs(knownM - givenM) > 1e-9 * knownM) {
            return false;
        }
        Envelope area = DatumOperations.areaOfUse(known);
        double[] shares = {0.5, 0.5, 0.1, 0.2, 0.9, 0.2, 0.1, 0.8, 0.9, 0.8};
        for (int i = 0; i < shares.length; i += 2) {
            double lon = area.getMinX() + shares[i] * area.getWidth();
            double lat = area.getMinY() + shares[i + 1] * area.getHeight();
            if (!sameNumbers(known, given, lon, lat)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumbers(ProjectedCRS known, ProjectedCRS given, double lon, double lat) {
        double[] a = {lon, lat};
        double[] b = {lon, lat};
        try {
            known.getConversionFromBase().getMathTransform().transform(a, 0, a, 0, 1);
            given.getConversionFromBase().getMathTransform().transform(b, 0, b, 0, 1);
        } catch (TransformException e) {
            return false;
        }
        return Math.abs(a[0] - b[0]) < SAME_M && Math.abs(a[1] - b[1]) < SAME_M;
    }

    private static boolean sameBase(GeographicCRS known, GeographicCRS given) {
        Ellipsoid a = GeoToolsCrs.ellipsoid(known);
        Ellipsoid b = GeoToolsCrs.ellipsoid(given);
        double knownPrime = known.getDatum().getPrimeMeridian().getGreenwichLongitude();
        double givenPrime = given.getDatum().getPrimeMeridian().getGreenwichLongitude();
        return Math.abs(a.semiMajorM() - b.semiMajorM()) < 0.01
                && Math.abs(a.flattening() - b.flattening()) < 1e-10
                && Math.abs(knownPrime - givenPrime) < 1e-6
                && GeoToolsCrs.isPlainDegrees(known) == GeoToolsCrs.isPlainDegrees(given);
    }

    private static CoordinateReferenceSystem decoded(int code) {
        try {
            return EpsgDatabase.decode(code);
        } catch (InvalidInput e) {
            return EpsgDatabase.decode(4978); // no code of this database: matches nothing
        }
    }
}
