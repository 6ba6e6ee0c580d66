package org.onemap.ingest.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.GaussKruger;

/**
 * Where the district lies and how densely it is built. Positions are metres in EPSG:4547, easting first; plan positions
 * (u, v) count metres from the south-west corner.
 */
final class Site {

    /** All geometries of the district; millimetres, so that a vertex has one spelling. */
    static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(1000), 4547);

    static final double WEST_M = 449_650;
    static final double SOUTH_M = 3_849_200;
    static final double AREA_M2 = 99e6;

    /** 113.55 E, 34.81 N: the position that stands in the manual; it must lie well inside a grid. */
    static final Coordinate KEPT_POINT = GaussKruger.fitting(113.55).project(new Cgcs2000(113.55, 34.81));

    /** No street comes nearer to {@link #KEPT_POINT}. */
    static final double KEPT_DISTANCE_M = 85;

    /** About 113.451–113.599 E, 34.771–34.879 N. */
    static final Envelope BOX = new Envelope(449_800, 463_250, 3_849_420, 3_861_150);

    private Site() {}

    /** Rounds to whole millimetres. */
    static Coordinate millimetres(double eastingM, double northingM) {
        return new Coordinate(StrictMath.rint(eastingM * 1000) / 1000, StrictMath.rint(northingM * 1000) / 1000);
    }

    /** How densely the place is built, from 0 (fields) to 1 (the old core in the south-east). */
    static double density(Coordinate place) {
        double u = place.x - WEST_M;
        double v = place.y - SOUTH_M;
        double core = hill(u - 9400, v - 4300, 3300);
        double west = 0.75 * hill(u - 4900, v - 6300, 1700);
        double north = 0.65 * hill(u - 8300, v - 9300, 1500);
        double east = 0.6 * hill(u - 12100, v - 7000, 1500);
        return Math.min(1, Math.max(Math.max(core, west), Math.max(north, east)) + 0.08);
    }

    private static double hill(double du, double dv, double radius) {
        return StrictMath.exp(-(du * du + dv * dv) / (2 * radius * radius));
    }
}
