package org.onemap.division.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The borders of a level, to be asked for each of very many things whether one of them may run through it. Most things lie
 * in the middle of a division: they are sent home by a look into a square cell of some 200 m. Confined to one thread.
 */
final class LevelBorders {

    private static final double CELL_DEG = 0.002;
    private static final int WIDEST_CELLS = 10_000;

    private final Level level;
    private final STRtree divisions = new STRtree();
    private final Map<Long, double[]> cells = new HashMap<>();
    private final List<Envelope> wide = new ArrayList<>();
    private final IdentityHashMap<Division, PreparedGeometry> prepared = new IdentityHashMap<>();

    private LevelBorders(Level level) {
        this.level = level;
    }

    /** The borders of a level; divisions without a valid area have none. */
    static LevelBorders of(Level level) {
        LevelBorders borders = new LevelBorders(level);
        for (Division division : level.divisions()) {
            if (!division.area().isEmpty() && division.area().isValid()) {
                borders.divisions.insert(division.area().getEnvelopeInternal(), division);
                for (Object ring : LinearComponentExtracter.getLines(division.area())) {
                    borders.add(((LineString) ring).getCoordinateSequence());
                }
            }
        }
        return borders;
    }

    Level level() {
        return level;
    }

    private void add(CoordinateSequence ring) {
        for (int i = 0; i + 1 < ring.size(); i++) {
            double[] segment = {ring.getX(i), ring.getX(i + 1), ring.getY(i), ring.getY(i + 1)};
            Envelope box = new Envelope(segment[0], segment[1], segment[2], segment[3]);
            if (count(box) > WIDEST_CELLS) {
                wide.add(box);
                continue;
            }
            for (long x = cell(box.getMinX()); x <= cell(box.getMaxX()); x++) {
                for (long y = cell(box.getMinY()); y <= cell(box.getMaxY()); y++) {
                    cells.merge(key(x, y), segment, LevelBorders::join);
                }
            }
        }
    }

    private static double[] join(double[] some, double[] more) {
        double[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** Whether a border's segment meets the box of the thing; if not, no border runs through it. */
    boolean mayCut(Geometry thing) {
        Envelope box = thing.getEnvelopeInternal();
        if (box.isNull() || count(box) > WIDEST_CELLS || wide.stream().anyMatch(box::intersects)) {
            return !box.isNull();
        }
        for (long x = cell(box.getMinX()); x <= cell(box.getMaxX()); x++) {
            for (long y = cell(box.getMinY()); y <= cell(box.getMaxY()); y++) {
                double[] segments = cells.get(key(x, y));
                for (int i = 0; segments != null && i < segments.length; i += 4) {
                    if (meets(box, segments, i)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The divisions whose boxes meet that of the thing. */
    List<Division> near(Geometry thing) {
        List<Division> found = new ArrayList<>();
        divisions.query(thing.getEnvelopeInternal(), item -> found.add((Division) item));
        return found;
    }

    PreparedGeometry prepared(Division division) {
        return prepared.computeIfAbsent(division, unused -> PreparedGeometryFactory.prepare(division.area()));
    }

    /** Whether a segment, x and x and y and y, meets a box: neither axis nor the segment itself parts them. */
    private static boolean meets(Envelope box, double[] segments, int at) {
        double x0 = segments[at];
        double x1 = segments[at + 1];
        double y0 = segments[at + 2];
        double y1 = segments[at + 3];
        if (Math.max(x0, x1) < box.getMinX()
                || Math.min(x0, x1) > box.getMaxX()
                || Math.max(y0, y1) < box.getMinY()
                || Math.min(y0, y1) > box.getMaxY()) {
            return false;
        }
        double dx = x1 - x0;
        double dy = y1 - y0;
        double middle =
                dx * ((box.getMinY() + box.getMaxY()) / 2 - y0) - dy * ((box.getMinX() + box.getMaxX()) / 2 - x0);
        double reach = Math.abs(dx) * box.getHeight() / 2 + Math.abs(dy) * box.getWidth() / 2;
        return Math.abs(middle) <= reach * (1 + 1e-9) + 1e-18;
    }

    private static double count(Envelope box) {
        return (box.getWidth() / CELL_DEG + 1) * (box.getHeight() / CELL_DEG + 1);
    }

    private static long cell(double deg) {
        return (long) Math.floor(deg / CELL_DEG);
    }

    private static long key(long x, long y) {
        return (x << 32) ^ (y & 0xffffffffL);
    }
}
