package org.onemap.crs;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PointExtracter;

/**
 * Lengths in metres and areas in square metres of stored geometries (EPSG:4490), computed in the fitting 3° zone of
 * {@link GaussKruger}. Edges are straight in longitude and latitude, so a long edge is a curve in the zone: it is
 * followed, not cut short. Thread-safe.
 */
public final class Distances {

    /** Edges longer than this, some 500 m, are divided before they are measured: the rest of the bend is ≤ 5 mm. */
    private static final double MEASURED_EDGE_DEG = 0.005;

    private Distances() {}

    /** Length of the lines and of all rings, in metres; 0 for points. */
    public static double lengthM(Geometry lonLat) {
        return GaussKruger.fitting(lonLat).project(withShortEdges(lonLat)).getLength();
    }

    /** Area of the polygons, in square metres; 0 for lines and points. */
    public static double areaM2(Geometry lonLat) {
        return GaussKruger.fitting(lonLat).project(withShortEdges(lonLat)).getArea();
    }

    /** Distance between two positions, in metres, in the zone that fits the first. */
    public static double distanceM(Cgcs2000 from, Cgcs2000 to) {
        GaussKruger zone = GaussKruger.fitting(from.lonDeg());
        return zone.project(from).distance(zone.project(to));
    }

    /**
     * Distance from a position, inside or outside, to the nearest edge or point of the geometry, in metres, in the zone
     * that fits the position. For a polygon that is its boundary, holes included; on the boundary it is 0.
     *
     * @throws IllegalArgumentException if the geometry is empty
     */
    public static double distanceToBoundaryM(Cgcs2000 position, Geometry lonLat) {
        EdgeDistance distance = new EdgeDistance(position);
        for (Object line : LinearComponentExtracter.getLines(lonLat)) {
            distance.offer(((LineString) line).getCoordinateSequence());
        }
        for (Object point : PointExtracter.getPoints(lonLat)) {
            distance.offer(((Point) point).getCoordinateSequence());
        }
        return distance.nearestM();
    }

    private static Geometry withShortEdges(Geometry lonLat) {
        return Geometries.divideEdges(lonLat, MEASURED_EDGE_DEG);
    }
}
