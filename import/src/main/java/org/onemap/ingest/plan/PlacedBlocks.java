package org.onemap.ingest.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Polygons to be asked which of them a position lies in; of several the first. Confined to one thread. */
final class PlacedBlocks {

    private final STRtree tree = new STRtree();
    private final List<PointOnGeometryLocator> locators = new ArrayList<>();

    PlacedBlocks(List<? extends Geometry> polygons) {
        for (int i = 0; i < polygons.size(); i++) {
            tree.insert(polygons.get(i).getEnvelopeInternal(), i);
            locators.add(new IndexedPointInAreaLocator(polygons.get(i)));
        }
        tree.build();
    }

    /** The number of the polygon that a position lies in or on. */
    OptionalInt find(Coordinate position) {
        return near(new Envelope(position)).stream()
                .filter(i -> locators.get(i).locate(position) != Location.EXTERIOR)
                .mapToInt(i -> i)
                .findFirst();
    }

    /** The numbers of the polygons whose boxes meet a box, ascending. */
    List<Integer> near(Envelope box) {
        List<Integer> near = new ArrayList<>();
        for (Object one : tree.query(box)) {
            near.add((Integer) one);
        }
        near.sort(null);
        return near;
    }
}
