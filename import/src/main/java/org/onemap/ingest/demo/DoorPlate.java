package org.onemap.ingest.demo;

import org.locationtech.jts.geom.Coordinate;

/**
 * A number at a street. Immutable.
 *
 * @param street the street's name
 * @param number odd on the left of the street's direction, even on the right; it grows along the whole street
 * @param block the block it belongs to
 * @param at a spot behind the red line
 */
record DoorPlate(String street, int number, Block block, Coordinate at) {

    /** For instance 科学大道100号. */
    String text() {
        return street + number + "号";
    }
}
