package org.onemap.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Cuts lines and rings along the sides of a box. Immutable. */
final class BoxClipper {

    private final Envelope box;

    BoxClipper(Envelope box) {
        this.box = box;
    }

    /**
     * The parts of a line inside the closed box, in their order; a line that leaves and comes back gives several. New
     * ends lie exactly on the side that cut them. A part may be a single point twice.
     */
    List<List<Coordinate>> line(Coordinate[] line) {
        List<List<Coordinate>> parts = new ArrayList<>();
        List<Coordinate> current = new ArrayList<>();
        for (int i = 1; i < line.length; i++) {
            Span span = new Span(line[i - 1], line[i]);
            if (!span.inside) {
                current = finish(current, parts);
                continue;
            }
            if (span.enters > 0) {
                current = finish(current, parts);
            }
            if (current.isEmpty()) {
                current.add(span.at(span.enters, span.entersBy));
            }
            current.add(span.at(span.leaves, span.leavesBy));
            if (span.leaves < 1) {
                current = finish(current, parts);
            }
        }
        finish(current, parts);
        return parts;
    }

    private static List<Coordinate> finish(List<Coordinate> current, List<List<Coordinate>> parts) {
        if (current.isEmpty()) {
            return current;
        }
        parts.add(current);
        return new ArrayList<>();
    }

    /**
     * A ring cut side by side (Sutherland and Hodgman). What lies in the box is right; along its sides edges may lie upon
     * each other, so the result is for {@link PolygonSnapper}, which cuts once more inside this box.
     */
    List<Coordinate> ring(List<Coordinate> ring) {
        List<Coordinate> cut = ring;
        for (Side side : Side.values()) {
            cut = close(cut(cut, side));
        }
        return cut;
    }

    private List<Coordinate> cut(List<Coordinate> ring, Side side) {
        List<Coordinate> out = new ArrayList<>(ring.size() + 4);
        double limit = side.limit(box);
        for (int i = 0; i < ring.size(); i++) {
            Coordinate b = ring.get(i);
            boolean bIn = side.inside(b, limit);
            if (i > 0) {
                Coordinate a = ring.get(i - 1);
                boolean aIn = side.inside(a, limit);
                if (aIn != bIn) {
                    out.add(side.cross(a, b, limit));
                }
            }
            if (bIn) {
                out.add(b);
            }
        }
        return out;
    }

    private static List<Coordinate> close(List<Coordinate> ring) {
        if (!ring.isEmpty() && !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
            ring.add(ring.get(0).copy());
        }
        return ring;
    }

    /** The sides of the box. */
    private enum Side {
        WEST,
        EAST,
        SOUTH,
        NORTH;

        double limit(Envelope box) {
            return switch (this) {
                case WEST -> box.getMinX();
                case EAST -> box.getMaxX();
                case SOUTH -> box.getMinY();
                case NORTH -> box.getMaxY();
            };
        }

        boolean inside(Coordinate c, double limit) {
            return switch (this) {
                case WEST -> c.x >= limit;
                case EAST -> c.x <= limit;
                case SOUTH -> c.y >= limit;
                case NORTH -> c.y <= limit;
            };
        }

        /** From the lesser end, so that both neighbours of an edge cross it at the same place. */
        Coordinate cross(Coordinate a, Coordinate b, double limit) {
            Coordinate from = a.compareTo(b) < 0 ? a : b;
            Coordinate to = a.compareTo(b) < 0 ? b : a;
            if (this == WEST || this == EAST) {
                return new Coordinate(limit, from.y + (limit - from.x) / (to.x - from.x) * (to.y - from.y));
            }
            return new Coordinate(from.x + (limit - from.y) / (to.y - from.y) * (to.x - from.x), limit);
        }
    }

    /** The part of a segment inside the box (Liang and Barsky). */
    private final class Span {

        private final Coordinate a;
        private final Coordinate b;
        private double enters;
        private double leaves = 1;
        private Coordinate entersBy = new Coordinate(Double.NaN, Double.NaN);
        private Coordinate leavesBy = new Coordinate(Double.NaN, Double.NaN);
        private boolean inside = true;

        private Span(Coordinate a, Coordinate b) {
            this.a = a;
            this.b = b;
            side(a.x - b.x, a.x - box.getMinX(), new Coordinate(box.getMinX(), Double.NaN));
            side(b.x - a.x, box.getMaxX() - a.x, new Coordinate(box.getMaxX(), Double.NaN));
            side(a.y - b.y, a.y - box.getMinY(), new Coordinate(Double.NaN, box.getMinY()));
            side(b.y - a.y, box.getMaxY() - a.y, new Coordinate(Double.NaN, box.getMaxY()));
        }

        private void side(double outward, double room, Coordinate by) {
            if (outward == 0) {
                inside &= room >= 0;
            } else if (outward > 0 && room / outward < leaves) {
                leaves = room / outward;
                leavesBy = by;
            } else if (outward < 0 && room / outward > enters) {
                enters = room / outward;
                entersBy = by;
            }
            inside &= enters <= leaves;
        }

        private Coordinate at(double t, Coordinate by) {
            if (t <= 0 || t >= 1) {
                return t <= 0 ? a : b;
            }
            return new Coordinate(
                    Double.isNaN(by.x) ? a.x + t * (b.x - a.x) : by.x,
                    Double.isNaN(by.y) ? a.y + t * (b.y - a.y) : by.y);
        }
    }
}
