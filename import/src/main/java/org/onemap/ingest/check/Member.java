package org.onemap.ingest.check;

import org.locationtech.jts.geom.Geometry;
import org.onemap.ingest.issue.ImportIssue.Place;

/**
 * One division of a level under check. Immutable.
 *
 * @param code its code
 * @param parentCode the code of the division above, empty text if it has none
 * @param geometry its area in EPSG:4490, longitude first; may be empty
 * @param place where it comes from; row 0 for one that is in the store already
 */
public record Member(String code, String parentCode, Geometry geometry, Place place) {

    /** Whether it comes with this import; faults between two that do not are not this import's. */
    public boolean isIncoming() {
        return place.row() > 0;
    }
}
