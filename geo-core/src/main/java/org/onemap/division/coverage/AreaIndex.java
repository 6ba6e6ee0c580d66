package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds areas by position and box. Immutable once made; not to be shared between threads before its first query. */
final class AreaIndex {

    private final List<Geometry> areas;
    private final HPRtree boxes = new HPRtree();

    AreaIndex(List<Geometry> areas) {
        this.areas = areas;
        for (int i = 0; i < areas.size(); i++) {
            if (!areas.get(i).isEmpty()) {
                boxes.insert(areas.get(i).getEnvelopeInternal(), i);
            }
        }
    }

    /** The areas that have the position inside or on their border, in ascending order. */
    List<Integer> covering(Coordinate lonLat) {
        List<Integer> found = new ArrayList<>();
        for (int area : near(new Envelope(lonLat))) {
            if (SimplePointInAreaLocator.locate(lonLat, areas.get(area)) != Location.EXTERIOR) {
                found.add(area);
            }
        }
        return found;
    }

    /** The areas whose boxes meet this one, in ascending order. */
    List<Integer> near(Envelope box) {
        List<Integer> found = new ArrayList<>();
        boxes.query(box, item -> found.add((Integer) item));
        Collections.sort(found);
        return found;
    }
}
