package org.onemap.road;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * What streets enclose (街坊), the atom of every division. Immutable, but for the geometry, which nobody changes.
 *
 * @param code county code, {@code Q}, five digits
 * @param polygon EPSG:4490; neighbours share its vertices
 * @param areaM2 area
 * @param perimeterM length of its boundary, holes included
 * @param segments codes of the segments that bound it, ascending
 */
public record StreetBlock(String code, Polygon polygon, double areaM2, double perimeterM, List<String> segments) {

    public StreetBlock {
        segments = List.copyOf(segments);
    }
}
