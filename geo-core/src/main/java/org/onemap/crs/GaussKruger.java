package org.onemap.crs;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A 3° Gauss–Krüger zone on CGCS2000 in its central-meridian form: scale 1, false easting 500,000 m, no zone number
 * before the eastings. The zones go round the whole earth; between 75° and 135° E they are EPSG:4534 to EPSG:4554.
 * Immutable and thread-safe; no EPSG database is opened.
 *
 * <p>Within its zone lengths are right to 0.04 %, areas to 0.07 %. Far outside (beyond some 40° from the central
 * meridian) it should not be used.
 */
public final class GaussKruger {

    /** One for each central meridian from 180° W to 180° E. */
    private static final AtomicReferenceArray<GaussKruger> ZONES = new AtomicReferenceArray<>(121);

    private final int centralMeridianDeg;
    private final TransverseMercator projection;

    private GaussKruger(int centralMeridianDeg) {
        this.centralMeridianDeg = centralMeridianDeg;
        this.projection = new TransverseMercator(
                new TransverseMercator.Parameters(Ellipsoid.CGCS2000, centralMeridianDeg, 0, 1, 500_000, 0));
    }

    /**
     * The zone whose central meridian is nearest.
     *
     * @param lonDeg longitude, −180 to 180
     */
    public static GaussKruger fitting(double lonDeg) {
        int zone = (int) Math.round(Math.max(-180, Math.min(180, lonDeg)) / 3) + 60;
        GaussKruger found = ZONES.get(zone);
        if (found == null) {
            found = new GaussKruger(3 * (zone - 60));
            ZONES.set(zone, found);
        }
        return found;
    }

    /** The zone that fits the middle of the geometry's extent; that of Greenwich for an empty one. */
    public static GaussKruger fitting(Geometry lonLat) {
        return lonLat.isEmpty()
                ? fitting(0)
                : fitting(lonLat.getEnvelopeInternal().centre().x);
    }

    /** Longitude of the central meridian, a multiple of 3. */
    public int centralMeridianDeg() {
        return centralMeridianDeg;
    }

    /** Easting and northing in metres. */
    public Coordinate project(Cgcs2000 position) {
        double[] xy = {position.lonDeg(), position.latDeg()};
        projection.forward(xy, 1);
        return new Coordinate(xy[0], xy[1]);
    }

    /** The position of an easting and a northing in metres. */
    public Cgcs2000 unproject(Coordinate eastNorthM) {
        double[] xy = {eastNorthM.x, eastNorthM.y};
        projection.inverse(xy, 1);
        return new Cgcs2000(xy[0], xy[1]);
    }

    /** A copy with eastings and northings in metres; vertices are projected, edges between them become straight. */
    public Geometry project(Geometry lonLat) {
        return Geometries.transform(lonLat, projection::forward);
    }

    /** A copy with longitudes and latitudes in degrees. */
    public Geometry unproject(Geometry eastNorthM) {
        return Geometries.transform(eastNorthM, projection::inverse);
    }

    TransverseMercator projection() {
        return projection;
    }
}
