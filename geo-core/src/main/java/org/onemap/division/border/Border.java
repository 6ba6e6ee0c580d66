package org.onemap.division.border;

import java.util.List;
import org.locationtech.jts.geom.LineSegment;
import org.onemap.crs.Distances;

/**
 * What two divisions of a level share of their boundaries. Immutable, but for the edges, which JTS lets be changed: nobody
 * does.
 *
 * @param one code of the one, the lesser
 * @param other code of the other
 * @param edges the edges, EPSG:4490, longitude first, in no particular order
 */
public record Border(String one, String other, List<LineSegment> edges) {

    public Border {
        edges = List.copyOf(edges);
    }

    /** Its length, in metres. */
    public double lengthM() {
        return Distances.lengthM(Stretches.join(edges));
    }

    /** The division on the other side of one of the two. */
    public String beyond(String code) {
        return code.equals(one) ? other : one;
    }
}
