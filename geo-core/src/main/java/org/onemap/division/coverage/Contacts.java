package org.onemap.division.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which loose segments meet another one elsewhere than at a common end, so that they have to be noded. Most faults are
 * clean: their segments meet at vertices only. Segments in the square cells of a hash table, compared by pairs. One thread.
 */
final class Contacts {

    /** Hot pixels of snap rounding reach 0.71 steps; one and a half leave room for the pieces that it moves. */
    private static final double NEAR_STEPS = 1.5;

    private static final int WIDEST_CELLS = 4096;

    private final LooseSegments segments;
    private final boolean[] touched;
    private final int cellSteps;

    private Contacts(LooseSegments segments) {
        this.segments = segments;
        this.touched = new boolean[segments.size()];
        this.cellSteps = cellSteps(segments);
    }

    /** For each segment whether it must be noded: those that touch, and those that share an end with one of them. */
    static boolean[] of(LooseSegments segments) {
        Contacts contacts = new Contacts(segments);
        contacts.compare();
        contacts.spread();
        return contacts.touched;
    }

    private static int cellSteps(LooseSegments segments) {
        double sum = 0;
        for (int i = 0; i < segments.size(); i++) {
            sum += Math.abs((double) Lattice.x(segments.from(i)) - Lattice.x(segments.to(i)))
                    + Math.abs((double) Lattice.y(segments.from(i)) - Lattice.y(segments.to(i)));
        }
        return (int) Math.min(1 << 28, Math.max(256, 2 * sum / Math.max(1, segments.size())));
    }

    private void compare() {
        Map<Long, int[]> cells = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            int west = cell(Math.min(x0(i), x1(i)) - NEAR_STEPS);
            int east = cell(Math.max(x0(i), x1(i)) + NEAR_STEPS);
            int south = cell(Math.min(y0(i), y1(i)) - NEAR_STEPS);
            int north = cell(Math.max(y0(i), y1(i)) + NEAR_STEPS);
            if ((east - west + 1L) * (north - south + 1L) > WIDEST_CELLS) {
                java.util.Arrays.fill(touched, true); // lengths are too different for cells: node all
                return;
            }
            for (int x = west; x <= east; x++) {
                for (int y = south; y <= north; y++) {
                    add(cells, Lattice.pack(x, y), i);
                }
            }
        }
    }

    /** Compares a segment with those of a cell and puts it there; the first number of a cell is how many it has. */
    private void add(Map<Long, int[]> cells, long cell, int segment) {
        int[] members = cells.get(cell);
        if (members == null) {
            members = new int[5];
            cells.put(cell, members);
        }
        for (int k = 1; k <= members[0]; k++) {
            int other = members[k];
            if (!(touched[segment] && touched[other]) && meet(segment, other)) {
                touched[segment] = true;
                touched[other] = true;
            }
        }
        if (members[0] + 1 == members.length) {
            members = java.util.Arrays.copyOf(members, 2 * members.length);
            cells.put(cell, members);
        }
        members[++members[0]] = segment;
    }

    private void spread() {
        Set<Long> ends = new HashSet<>();
        int[] all = IntStream.range(0, touched.length).filter(i -> touched[i]).toArray();
        for (int i : all) {
            ends.add(segments.from(i));
            ends.add(segments.to(i));
        }
        for (int i = 0; i < touched.length && !ends.isEmpty(); i++) {
            touched[i] |= ends.contains(segments.from(i)) || ends.contains(segments.to(i));
        }
    }

    private boolean meet(int a, int b) {
        if (Math.max(x0(a), x1(a)) + NEAR_STEPS < Math.min(x0(b), x1(b))
                || Math.max(x0(b), x1(b)) + NEAR_STEPS < Math.min(x0(a), x1(a))
                || Math.max(y0(a), y1(a)) + NEAR_STEPS < Math.min(y0(b), y1(b))
                || Math.max(y0(b), y1(b)) + NEAR_STEPS < Math.min(y0(a), y1(a))) {
            return false;
        }
        return isBeside(segments.from(a), b)
                || isBeside(segments.to(a), b)
                || isBeside(segments.from(b), a)
                || isBeside(segments.to(b), a)
                || cross(a, b);
    }

    /** Whether a vertex that is no end of the segment lies on it or near it. */
    private boolean isBeside(long vertex, int segment) {
        if (vertex == segments.from(segment) || vertex == segments.to(segment)) {
            return false;
        }
        double dx = x1(segment) - x0(segment);
        double dy = y1(segment) - y0(segment);
        double px = Lattice.x(vertex) - x0(segment);
        double py = Lattice.y(vertex) - y0(segment);
        double along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
        return Math.hypot(px - along * dx, py - along * dy) < NEAR_STEPS;
    }

    private boolean cross(int a, int b) {
        return side(a, segments.from(b)) * side(a, segments.to(b)) < 0
                && side(b, segments.from(a)) * side(b, segments.to(a)) < 0;
    }

    private double side(int segment, long vertex) {
        return Math.signum((x1(segment) - x0(segment)) * (Lattice.y(vertex) - y0(segment))
                - (y1(segment) - y0(segment)) * (Lattice.x(vertex) - x0(segment)));
    }

    private int cell(double steps) {
        return (int) Math.floor(steps / cellSteps);
    }

    private double x0(int segment) {
        return Lattice.x(segments.from(segment));
    }

    private double y0(int segment) {
        return Lattice.y(segments.from(segment));
    }

    private double x1(int segment) {
        return Lattice.x(segments.to(segment));
    }

    private double y1(int segment) {
        return Lattice.y(segments.to(segment));
    }
}
