package org.onemap.locate;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.DivisionNode;

/**
 * A division with its area: what an index is built from. Immutable, but for the geometry, which nobody changes.
 *
 * @param division which one it is
 * @param geometry polygon or multi-polygon in EPSG:4490, longitude first; parts of other dimension are not looked at
 */
public record DivisionShape(DivisionNode division, Geometry geometry) {

    public DivisionShape {
        Objects.requireNonNull(division, "division");
        Objects.requireNonNull(geometry, "geometry");
    }
}
