package org.onemap.locate;

import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;

/**
 * A ring cut into blocks of consecutive segments, each with its box, so that most segments are passed over. Immutable.
 */
final class RingBlocks {

    static final int SEGMENTS = 16;

    private final Coordinate[] points;
    private final Envelope box;
    private final Envelope[] blockBoxes;

    RingBlocks(LinearRing ring) {
        this.points = ring.getCoordinates();
        this.box = ring.getEnvelopeInternal();
        int segments = Math.max(points.length - 1, 0);
        this.blockBoxes = new Envelope[(segments + SEGMENTS - 1) / SEGMENTS];
        for (int block = 0; block < blockBoxes.length; block++) {
            Envelope envelope = new Envelope();
            for (int i = block * SEGMENTS; i <= end(block); i++) {
                envelope.expandToInclude(points[i]);
            }
            blockBoxes[block] = envelope;
        }
    }

    int blockCount() {
        return blockBoxes.length;
    }

    Envelope blockBox(int block) {
        return blockBoxes[block];
    }

    /** Index of the first point of a block. */
    int start(int block) {
        return block * SEGMENTS;
    }

    /** Index of the last point of a block, which is the first of the next one. */
    int end(int block) {
        return Math.min((block + 1) * SEGMENTS, points.length - 1);
    }

    Coordinate point(int index) {
        return points[index];
    }

    /**
     * Where a position lies: {@link Location#INTERIOR}, {@code BOUNDARY} or {@code EXTERIOR}. The answer is that of JTS
     * {@code PointLocation.locateInRing}: the same counter sees the same segments but those that cannot touch the ray to
     * the right of the position.
     */
    int locate(Coordinate position) {
        if (!box.covers(position)) {
            return Location.EXTERIOR;
        }
        RayCrossingCounter counter = new RayCrossingCounter(position);
        for (int block = 0; block < blockBoxes.length; block++) {
            Envelope b = blockBoxes[block];
            if (b.getMinY() > position.y || b.getMaxY() < position.y || b.getMaxX() < position.x) {
                continue;
            }
            int end = end(block);
            for (int i = start(block); i < end; i++) {
                counter.countSegment(points[i], points[i + 1]);
                if (counter.isOnSegment()) {
                    return Location.BOUNDARY;
                }
            }
        }
        return counter.getLocation();
    }
}
