package org.onemap.ingest.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A street block (街坊): a face of the road net. Known by identity.
 *
 * @param id position in the list of all blocks
 * @param superBlock number of the face of the main roads' net that it was cut from
 * @param polygon its ring counter-clockwise
 * @param landUse what stands on it
 */
record Block(int id, int superBlock, Polygon polygon, LandUse landUse) {

    /** The ring, closed, counter-clockwise: the inside lies left. Not to be changed. */
    Coordinate[] ring() {
        return polygon.getExteriorRing().getCoordinates();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
