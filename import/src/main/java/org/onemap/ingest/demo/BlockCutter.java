package org.onemap.ingest.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts super blocks into street blocks: again and again across the longer side, slightly bowed, at an uneven place. A cut
 * that ends near the end of an existing one runs into it and makes a crossroads. Each cut is a street of its own. A cut
 * ends exactly in a vertex that {@link SharedLines} gives to the neighbour too. Confined to one thread.
 */
final class BlockCutter {

    private static final int TRIES = 9;
    private static final double LEAST_WIDTH_M = 62;
    private static final double SAMPLE_M = 35;

    private final RandomGenerator random;
    private final SharedLines lines;
    private final StreetNames names;
    private final Map<Segment, Street> net;

    BlockCutter(RandomGenerator random, StreetNames names, Map<Segment, Street> net) {
        this.random = random;
        this.names = names;
        this.net = net;
        this.lines = new SharedLines();
    }

    /** One leaf of the cutting: a ring not yet refreshed, how often it was cut, how coarse it shall be. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Piece(Coordinate[] ring, int depth, double grain) {}

    /** A cut from one vertex of the ring to another, through the inside. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Cut(int from, int to, Coordinate[] ring, Coordinate[] line) {}

    /**
     * Cuts all super blocks and enters the new streets into the net.
     *
     * @param grain how coarse to cut each super block, relative to the usual; a campus is 4
     * @return for each super block the rings of its street blocks, closed, counter-clockwise, sharing all vertices
     */
    List<List<Coordinate[]>> cut(List<Polygon> superBlocks, List<Double> grain) {
        List<List<Coordinate[]>> leaves = new ArrayList<>();
        for (int i = 0; i < superBlocks.size(); i++) {
            Deque<Piece> open = new ArrayDeque<>();
            List<Coordinate[]> done = new ArrayList<>();
            open.push(new Piece(superBlocks.get(i).getExteriorRing().getCoordinates(), 0, grain.get(i)));
            while (!open.isEmpty()) {
                Piece piece = open.pop();
                if (!cutOnce(piece, open)) {
                    done.add(piece.ring());
                }
            }
            leaves.add(done);
        }
        leaves.forEach(list -> list.replaceAll(lines::refresh));
        refreshNet();
        return leaves;
    }

    private void refreshNet() {
        for (Segment segment : List.copyOf(net.keySet())) {
            Coordinate[] pieces = lines.refresh(new Coordinate[] {segment.low(), segment.high()});
            Street street = net.get(segment);
            if (pieces.length > 2 && street != null) {
                net.remove(segment);
                enter(pieces, street);
            }
        }
    }

    private void enter(Coordinate[] line, Street street) {
        for (int i = 0; i + 1 < line.length; i++) {
            net.put(Segment.of(line[i], line[i + 1]), street);
        }
    }

    private boolean cutOnce(Piece piece, Deque<Piece> open) {
        Coordinate[] ring = lines.refresh(piece.ring());
        Box box = Box.around(ring);
        double limit = grainM2(box.centre()) * piece.grain() * StrictMath.exp(0.4 * random.nextGaussian());
        if (Rings.area(ring) < limit) {
            return false;
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Cut> cut = propose(ring, box, attempt).filter(this::isGood);
            if (cut.isPresent()) {
                apply(cut.get(), piece, open);
                return true;
            }
        }
        return false;
    }

    /** The usual area above which a block is cut. */
    private static double grainM2(Coordinate place) {
        double density = Site.density(place);
        return 32_000 + 100_000 * (1 - density) * (1 - density);
    }

    private Optional<Cut> propose(Coordinate[] ring, Box box, int attempt) {
        boolean acrossShort = attempt > 5 && box.lengthM() < 1.4 * box.widthM();
        Box turned = acrossShort ? box.turned() : box;
        double at = 0.5 + (random.nextDouble() - 0.5) * 0.34;
        double skew = (random.nextDouble() - 0.5) * 0.12;
        Coordinate low = turned.at(at - skew, -0.6);
        Coordinate high = turned.at(at + skew, 0.6);
        return crossRing(ring, low, high).map(ends -> withLine(ring, ends));
    }

    /** Where a straight line meets the ring, if it does so exactly twice. */
    private static Optional<List<RingPoint>> crossRing(Coordinate[] ring, Coordinate low, Coordinate high) {
        LineSegment line = new LineSegment(low, high);
        List<RingPoint> hits = new ArrayList<>();
        for (int i = 0; i + 1 < ring.length; i++) {
            Coordinate hit = line.intersection(new LineSegment(ring[i], ring[i + 1]));
            if (hit != null) {
                hits.add(new RingPoint(i, Site.millimetres(hit.x, hit.y)));
            }
        }
        return hits.size() == 2 ? Optional.of(hits) : Optional.empty();
    }

    /** A place on the ring: on the piece that begins at the index. */
    private record RingPoint(int index, Coordinate at) {}

    private Cut withLine(Coordinate[] ring, List<RingPoint> ends) {
        List<RingPoint> snapped = ends.stream().map(end -> snap(ring, end)).toList();
        List<Coordinate> vertices = new ArrayList<>(List.of(ring));
        insert(vertices, snapped.get(1)); // the later one first: the index of the other stays right
        insert(vertices, snapped.get(0));
        Coordinate a = snapped.get(0).at();
        Coordinate b = snapped.get(1).at();
        int steps = Math.max(2, (int) (a.distance(b) / SAMPLE_M));
        double bow = (random.nextDouble() - 0.5) * 0.09;
        Coordinate[] line = new Coordinate[steps + 1];
        for (int k = 1; k < steps; k++) {
            double t = (double) k / steps;
            double out = bow * StrictMath.sin(Math.PI * t);
            line[k] = Site.millimetres(
                    a.x + (b.x - a.x) * t - (b.y - a.y) * out, a.y + (b.y - a.y) * t + (b.x - a.x) * out);
        }
        line[0] = a;
        line[steps] = b;
        return new Cut(vertices.indexOf(a), vertices.indexOf(b), vertices.toArray(new Coordinate[0]), line);
    }

    /** Moves the end to the nearest junction or corner of the net within 34 m, along the ring. */
    private RingPoint snap(Coordinate[] ring, RingPoint end) {
        RingPoint best = end;
        double nearest = 34;
        for (int i = 0; i + 1 < ring.length; i++) {
            double distance = ring[i].distance(end.at());
            if (distance < nearest && (lines.isJunction(ring[i]) || distance < 6)) {
                nearest = distance;
                best = new RingPoint(i, ring[i]);
            }
        }
        return best;
    }

    private static void insert(List<Coordinate> vertices, RingPoint point) {
        if (!vertices.contains(point.at())) {
            vertices.add(point.index() + 1, point.at());
        }
    }

    private boolean isGood(Cut cut) {
        if (cut.from() == cut.to() || cut.line()[0].distance(cut.line()[cut.line().length - 1]) < LEAST_WIDTH_M) {
            return false;
        }
        if (Distance.pointToSegmentString(Site.KEPT_POINT, cut.line()) < Site.KEPT_DISTANCE_M) {
            return false;
        }
        for (Coordinate[] side : sides(cut)) {
            if (Rings.area(side) < 7500
                    || Box.around(side).widthM() < LEAST_WIDTH_M
                    || Rings.isCrossed(side, cut.line())) {
                return false;
            }
        }
        return true;
    }

    private void apply(Cut cut, Piece piece, Deque<Piece> open) {
        Coordinate[] old = lines.refresh(piece.ring());
        for (int end : new int[] {cut.from(), cut.to()}) {
            splitRing(old, cut.ring()[end]);
        }
        int depth = piece.depth();
        boolean eastWest = isEastWest(cut.line());
        RoadClass roadClass = depth < 2 && piece.grain() < 2 ? RoadClass.LOCAL : RoadClass.LANE;
        enter(cut.line(), names.next(roadClass, eastWest));
        for (Coordinate[] side : sides(cut)) {
            open.push(new Piece(side, depth + 1, piece.grain()));
        }
    }

    /** Gives the end of a cut to whoever shares the ring's piece it lies on; nothing to do where it is a vertex. */
    private void splitRing(Coordinate[] old, Coordinate end) {
        double nearest = Double.MAX_VALUE;
        int best = 0;
        for (int i = 0; i + 1 < old.length; i++) {
            if (old[i].equals2D(end)) {
                return;
            }
            double distance = Distance.pointToSegment(end, old[i], old[i + 1]);
            if (distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        lines.split(Segment.of(old[best], old[best + 1]), end);
    }

    private static boolean isEastWest(Coordinate[] line) {
        Coordinate a = line[0];
        Coordinate b = line[line.length - 1];
        return Math.abs(a.x - b.x) > Math.abs(a.y - b.y);
    }

    /** The two rings that the cut makes: along the ring to its far end, and back through the inside. */
    private static List<Coordinate[]> sides(Cut cut) {
        return List.of(
                Rings.side(cut.ring(), cut.from(), cut.to(), Rings.reversed(cut.line())),
                Rings.side(cut.ring(), cut.to(), cut.from(), cut.line()));
    }
}
