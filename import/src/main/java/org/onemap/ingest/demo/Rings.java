package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.LineSegment;

/** Arithmetic of closed rings, counter-clockwise. */
final class Rings {

    private Rings() {}

    static double area(Coordinate[] ring) {
        return Area.ofRing(ring);
    }

    static Coordinate[] reversed(Coordinate[] line) {
        Coordinate[] copy = line.clone();
        CoordinateArrays.reverse(copy);
        return copy;
    }

    /** The ring from one vertex on to another, closed by a line from that other back to the first. */
    static Coordinate[] side(Coordinate[] ring, int from, int to, Coordinate[] back) {
        int corners = ring.length - 1;
        List<Coordinate> side = new ArrayList<>();
        for (int i = from; i != to; i = (i + 1) % corners) {
            side.add(ring[i]);
        }
        side.add(ring[to]);
        for (int i = 1; i < back.length; i++) {
            side.add(back[i]);
        }
        return side.toArray(new Coordinate[0]);
    }

    /** Whether the line, but for its ends, meets pieces of the ring other than its own. */
    static boolean isCrossed(Coordinate[] ring, Coordinate[] line) {
        for (int i = 0; i + 1 < line.length; i++) {
            LineSegment piece = new LineSegment(line[i], line[i + 1]);
            for (int k = 0; k + 1 < ring.length; k++) {
                if (!touch(line[i], line[i + 1], ring[k], ring[k + 1])
                        && piece.intersection(new LineSegment(ring[k], ring[k + 1])) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean touch(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
        return a.equals2D(c) || a.equals2D(d) || b.equals2D(c) || b.equals2D(d);
    }
}
