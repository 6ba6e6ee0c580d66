package org.onemap.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Rounds paths to whole cells and takes out the vertices that say nothing. */
final class GridPath {

    private GridPath() {}

    /** Rounded, without the vertices that fall upon the one before; a single vertex if it collapses. */
    static List<Coordinate> line(Coordinate[] path) {
        List<Coordinate> out = new ArrayList<>(path.length);
        for (Coordinate c : path) {
            add(out, round(c));
        }
        return out;
    }

    /**
     * A closed ring, rounded, without vertices on a straight edge or at the tip of a spike; empty if no area is left.
     * Which of two neighbours is asked does not matter: what is taken out changes no point set.
     */
    static List<Coordinate> ring(Coordinate[] ring) {
        List<Coordinate> open = new ArrayList<>(ring.length);
        for (Coordinate c : ring) {
            Coordinate next = round(c);
            while (!open.isEmpty() && endsStraight(open, next)) {
                open.remove(open.size() - 1);
            }
            add(open, next);
        }
        trimSeam(open);
        if (open.size() < 3) {
            return List.of();
        }
        open.add(open.get(0).copy());
        return open;
    }

    /** The last vertex lies on one line with its neighbours, between them or beyond. */
    private static boolean endsStraight(List<Coordinate> open, Coordinate next) {
        int size = open.size();
        return size >= 2 && isStraight(open.get(size - 2), open.get(size - 1), next);
    }

    private static void trimSeam(List<Coordinate> open) {
        boolean changed = true;
        while (changed && open.size() >= 3) {
            int size = open.size();
            if (open.get(size - 1).equals2D(open.get(0))
                    || isStraight(open.get(size - 2), open.get(size - 1), open.get(0))) {
                open.remove(size - 1);
            } else if (isStraight(open.get(size - 1), open.get(0), open.get(1))) {
                open.remove(0);
            } else {
                changed = false;
            }
        }
    }

    private static boolean isStraight(Coordinate a, Coordinate b, Coordinate c) {
        return (b.x - a.x) * (c.y - b.y) == (b.y - a.y) * (c.x - b.x); // whole numbers far below 2^26: exact
    }

    private static void add(List<Coordinate> out, Coordinate c) {
        if (out.isEmpty() || !out.get(out.size() - 1).equals2D(c)) {
            out.add(c);
        }
    }

    private static Coordinate round(Coordinate c) {
        return new Coordinate(Math.rint(c.x) + 0.0, Math.rint(c.y) + 0.0); // + 0.0: no negative zero
    }
}
