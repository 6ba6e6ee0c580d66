package org.onemap.division.coverage;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The segments of all rings, each cancelled by an opposite one where there is one. Confined to one thread.
 *
 * <p>Rings are turned so that the area lies on the left (on the right for those that are subtracted). The hash table
 * holds only the number of a segment's first vertex: the key is read back from the vertex arrays, where the segments of
 * neighbours lie close together, so the table stays small enough for the caches. A third segment on the same place, or a
 * second one in the same direction, finds no partner and stays loose.
 */
final class SegmentTable {

    private final int[] x;
    private final int[] y;
    private final int[] table;
    private final boolean[] cancelled;
    private final int[] ownerStart;
    private int owners;
    private int size;
    private int loose;

    private SegmentTable(int vertices, int owners) {
        this.x = new int[vertices];
        this.y = new int[vertices];
        this.cancelled = new boolean[vertices];
        this.ownerStart = new int[owners + 1];
        this.table = new int[Integer.highestOneBit(Math.max(8, (int) Math.min(1 << 29, vertices * 1.2))) * 2];
    }

    /** The table of these areas; the owner of a segment is the position of its area. */
    static SegmentTable of(List<Geometry> areas) {
        return of(areas, areas.size());
    }

    /** The table of these areas, of which those from a position on are subtracted. */
    static SegmentTable of(List<Geometry> areas, int subtractedFrom) {
        long vertices = areas.stream().mapToLong(Geometry::getNumPoints).sum();
        SegmentTable segments = new SegmentTable(Math.toIntExact(vertices), areas.size());
        for (int i = 0; i < areas.size(); i++) {
            segments.add(areas.get(i), i >= subtractedFrom);
        }
        return segments;
    }

    /** How many segments no other one cancels. */
    int looseCount() {
        return loose;
    }

    /** The segments that no other one cancels. */
    LooseSegments loose() {
        LooseSegments found = new LooseSegments(loose);
        int owner = 0;
        for (int i = 0; i < size; i++) {
            while (ownerStart[owner + 1] <= i) {
                owner++;
            }
            if (!cancelled[i]) {
                found.add(Lattice.pack(x[i], y[i]), Lattice.pack(x[i + 1], y[i + 1]), owner);
            }
        }
        return found;
    }

    private void add(Geometry area, boolean subtracted) {
        ownerStart[owners++] = size;
        for (int part = 0; part < area.getNumGeometries(); part++) {
            if (area.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                add(polygon.getExteriorRing(), !subtracted);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    add(polygon.getInteriorRingN(i), subtracted);
                }
            }
        }
        ownerStart[owners] = size;
    }

    private void add(LinearRing ring, boolean leftwards) {
        int start = size;
        read(ring.getCoordinateSequence());
        if (size - start < 4) {
            size = start; // nothing of it is left on the lattice
            return;
        }
        if (isLeftward(start) != leftwards) {
            reverse(start);
        }
        loose += size - start - 1;
        for (int i = start; i < size - 1; i++) {
            insert(i);
        }
        cancelled[size - 1] = true; // the closing vertex begins no segment
    }

    private void read(CoordinateSequence ring) {
        int start = size;
        int count = ring.size();
        for (int i = 0; i < count; i++) {
            int px = Lattice.step(ring.getX(i));
            int py = Lattice.step(ring.getY(i));
            if (size == start || px != x[size - 1] || py != y[size - 1]) {
                x[size] = px;
                y[size++] = py;
            }
        }
    }

    private boolean isLeftward(int start) {
        double sum = 0;
        double x0 = x[start];
        double y0 = y[start];
        for (int i = start; i < size - 1; i++) {
            sum += (x[i] - x0) * (y[i + 1] - y0) - (x[i + 1] - x0) * (y[i] - y0);
        }
        return sum > 0;
    }

    private void reverse(int start) {
        for (int low = start, high = size - 1; low < high; low++, high--) {
            int keptX = x[low];
            int keptY = y[low];
            x[low] = x[high];
            y[low] = y[high];
            x[high] = keptX;
            y[high] = keptY;
        }
    }

    private void insert(int segment) {
        int mask = table.length - 1;
        int fromX = x[segment];
        int fromY = y[segment];
        int toX = x[segment + 1];
        int toY = y[segment + 1];
        long hash = (fromX + (long) toX) * 0x9E3779B97F4A7C15L ^ (fromY + (long) toY) * 0xC2B2AE3D27D4EB4FL;
        int slot = (int) (hash >>> 33) & mask;
        while (table[slot] != 0) {
            int other = table[slot] - 1;
            if (x[other] == toX
                    && y[other] == toY
                    && x[other + 1] == fromX
                    && y[other + 1] == fromY
                    && !cancelled[other]) {
                cancelled[other] = true;
                cancelled[segment] = true;
                loose -= 2;
                return;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = segment + 1;
    }

    @Override
    public String toString() {
        return size + " vertices, " + loose + " loose segments " + Arrays.toString(Arrays.copyOf(ownerStart, 3));
    }
}
