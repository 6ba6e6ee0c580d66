package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Finds areas by position and box: a box round every 64 areas in their order, in which neighbours mostly stand together.
 * Made at the first question, which a coverage without faults never asks. Confined to one thread.
 */
final class AreaIndex {

    private static final int BLOCK = 64;

    private final List<Geometry> areas;
    private Envelope[] blocks = new Envelope[0];

    AreaIndex(List<Geometry> areas) {
        this.areas = areas;
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
        if (blocks.length == 0) {
            build();
        }
        List<Integer> found = new ArrayList<>();
        for (int block = 0; block < blocks.length; block++) {
            if (blocks[block].intersects(box)) {
                int end = Math.min(areas.size(), (block + 1) * BLOCK);
                for (int i = block * BLOCK; i < end; i++) {
                    if (areas.get(i).getEnvelopeInternal().intersects(box)) {
                        found.add(i);
                    }
                }
            }
        }
        return found;
    }

    private void build() {
        blocks = new Envelope[(areas.size() + BLOCK - 1) / BLOCK];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = new Envelope();
            int end = Math.min(areas.size(), (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
                blocks[block].expandToInclude(areas.get(i).getEnvelopeInternal());
            }
        }
    }
}
