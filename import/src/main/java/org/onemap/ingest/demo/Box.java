package org.onemap.ingest.demo;

import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The smallest rectangle around a ring, in its own axes. Immutable.
 *
 * @param centre its middle
 * @param ux easting part of the unit vector along the longer side
 * @param uy northing part
 * @param lengthM the longer side, unless turned
 * @param widthM the other
 */
record Box(Coordinate centre, double ux, double uy, double lengthM, double widthM) {

    static Box around(Coordinate[] ring) {
        Geometry rectangle = MinimumAreaRectangle.getMinimumRectangle(Site.GEOMETRY.createPolygon(ring));
        Coordinate[] corners = rectangle.getCoordinates();
        double first = corners[0].distance(corners[1]);
        double second = corners[1].distance(corners[2]);
        Coordinate from = first >= second ? corners[0] : corners[1];
        Coordinate to = first >= second ? corners[1] : corners[2];
        double length = Math.max(first, second);
        Coordinate centre = new Coordinate((corners[0].x + corners[2].x) / 2, (corners[0].y + corners[2].y) / 2);
        return new Box(centre, (to.x - from.x) / length, (to.y - from.y) / length, length, Math.min(first, second));
    }

    /** The same rectangle with its axes exchanged. */
    Box turned() {
        return new Box(centre, -uy, ux, /* lengthM= */ widthM, /* widthM= */ lengthM);
    }

    /** The place at a share of the length (0–1) and at an offset from the long axis in shares of the width (±0.5). */
    Coordinate at(double along, double across) {
        double a = (along - 0.5) * lengthM;
        double b = across * widthM;
        return new Coordinate(centre.x + a * ux - b * uy, centre.y + a * uy + b * ux);
    }
}
