package org.onemap.ingest.demo;

import org.locationtech.jts.geom.Coordinate;

/**
 * An address. Immutable.
 *
 * @param code district, office, kind (05 door, 06 building), six digits
 * @param door the door it is at or behind
 * @param compound name of the property, empty for a door on the street
 * @param building for instance 3号楼, empty for a door
 * @param at the door's or the building's spot
 */
record Address(String code, DoorPlate door, String compound, String building, Coordinate at) {

    /** All of it, from the street on. */
    String text() {
        return door.text() + compound + building;
    }
}
