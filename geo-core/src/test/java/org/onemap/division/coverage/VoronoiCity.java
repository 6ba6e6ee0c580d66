package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * A made-up city of cells round random points, with three-way corners, crooked edges, concave cells, islands in cells and a
 * ragged hull, and faults in it of a millimetre to ten metres. Neighbours share vertices to the last bit until a fault is put in.
 */
final class VoronoiCity {

    static final double DEG_PER_M = 1e-5;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Random random;
    private final List<Geometry> cells = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<List<Coordinate>, List<Coordinate>> crooked = new HashMap<>();

    /**
     * What was put in.
     *
     * @param what for messages
     * @param at where
     * @param sizeM how far a vertex went; the reach of the fault
     * @param members the cells that have to be named
     */
    record Fault(What what, Coordinate at, double sizeM, TreeSet<Integer> members) {}

    /** Ways of breaking. */
    enum What {
        VERTEX_MOVED,
        CORNER_MOVED,
        VERTEX_LOST,
        VERTEX_MORE,
        TEE,
        TWICE,
        LOST,
        ISLAND_SHRUNK,
        STRAY
    }

    VoronoiCity(long seed, int points) {
        random = new Random(seed);
        double side = Math.sqrt(points) * 0.0015;
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            sites.add(new Coordinate(113.5 + side * random.nextDouble(), 34.8 + side * random.nextDouble()));
        }
        Envelope box = new Envelope(113.5, 113.5 + side, 34.8, 34.8 + side);
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setTolerance(2e-4);
        Geometry diagram = builder.getDiagram(FACTORY);
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Polygon cell = (Polygon) diagram.getGeometryN(i);
            if (box.covers(cell.getEnvelopeInternal())) {
                Polygon crookedCell =
                        FACTORY.createPolygon(crook(cell.getExteriorRing().getCoordinates()));
                if (crookedCell.isValid()) {
                    cells.add(crookedCell);
                }
            }
        }
        mergeSome();
        addIslands();
    }

    List<Geometry> areas() {
        return List.copyOf(cells);
    }

    List<Fault> faults() {
        return faults;
    }

    /** Every edge gets the same vertices between, whoever asks. */
    private Coordinate[] crook(Coordinate[] ring) {
        List<Coordinate> crookedRing = new ArrayList<>();
        for (int i = 0; i + 1 < ring.length; i++) {
            boolean forwards = ring[i].compareTo(ring[i + 1]) < 0;
            Coordinate from = forwards ? ring[i] : ring[i + 1];
            Coordinate to = forwards ? ring[i + 1] : ring[i];
            List<Coordinate> between = crooked.computeIfAbsent(List.of(from, to), unused -> between(from, to));
            crookedRing.add(ring[i].copy());
            for (int k = 0; k < between.size(); k++) {
                crookedRing.add(
                        between.get(forwards ? k : between.size() - 1 - k).copy());
            }
        }
        crookedRing.add(crookedRing.get(0).copy());
        return crookedRing.toArray(new Coordinate[0]);
    }

    private List<Coordinate> between(Coordinate from, Coordinate to) {
        double length = from.distance(to);
        int count = random.nextInt(4);
        List<Coordinate> found = new ArrayList<>();
        for (int k = 1; k <= count && length > 3e-4; k++) {
            double t = (k + 0.2 * random.nextDouble()) / (count + 1);
            double off = random.nextInt(3) == 0 ? 0 : 0.08 * (random.nextDouble() - 0.5);
            found.add(new Coordinate(
                    from.x + t * (to.x - from.x) - off * (to.y - from.y),
                    from.y + t * (to.y - from.y) + off * (to.x - from.x)));
        }
        return found;
    }

    private void mergeSome() {
        for (int i = 0; i < cells.size(); i += 7) {
            for (int j = i + 1; j < cells.size(); j++) {
                if (cells.get(i).intersection(cells.get(j)).getLength() > 3e-4) {
                    var union = ExactUnion.find(List.of(cells.get(i), cells.get(j)));
                    if (union.isPresent() && union.get() instanceof Polygon merged) {
                        cells.set(i, merged);
                        cells.remove(j);
                        break;
                    }
                }
            }
        }
    }

    private void addIslands() {
        int size = cells.size();
        for (int i = 3; i < size; i += 6) {
            Polygon cell = (Polygon) cells.get(i);
            Coordinate at = cell.getInteriorPoint().getCoordinate();
            double free = cell.getBoundary().distance(FACTORY.createPoint(at));
            if (free < 2.5e-4 || cell.getNumInteriorRing() > 0) {
                continue;
            }
            Coordinate[] ring = new Coordinate[7];
            for (int k = 0; k < 6; k++) {
                double r = free * (0.4 + 0.3 * random.nextDouble());
                ring[k] = new Coordinate(at.x + r * Math.cos(k * Math.PI / 3), at.y + r * Math.sin(k * Math.PI / 3));
            }
            ring[6] = ring[0].copy();
            LinearRing hole = (LinearRing) FACTORY.createLinearRing(ring).copy();
            cells.set(i, FACTORY.createPolygon(cell.getExteriorRing(), new LinearRing[] {hole}));
            cells.add(FACTORY.createPolygon(ring));
        }
    }

    /** Puts in faults, some of them close together. */
    VoronoiCity breakSome(int count) {
        for (int tries = 0; faults.size() < count && tries < 50 * count; tries++) {
            What what = What.values()[random.nextInt(What.values().length)];
            breakOne(what, random.nextInt(cells.size()), 0.001 * Math.pow(10_000, random.nextDouble()));
        }
        return this;
    }

    private void breakOne(What what, int cell, double sizeM) {
        if (cells.get(cell).isEmpty() || !(cells.get(cell) instanceof Polygon polygon)) {
            return;
        }
        Coordinate[] ring = polygon.getExteriorRing().copy().getCoordinates();
        int vertex = 1 + random.nextInt(ring.length - 2);
        TreeSet<Integer> owners = owners(ring[vertex]);
        Coordinate at = ring[vertex].copy();
        switch (what) {
            case VERTEX_MOVED, CORNER_MOVED -> {
                if (isInside(ring, vertex, what == What.CORNER_MOVED ? 3 : 2)) {
                    double angle = 2 * Math.PI * random.nextDouble();
                    ring[vertex] = new Coordinate(
                            at.x + sizeM * DEG_PER_M * Math.cos(angle), at.y + sizeM * DEG_PER_M * Math.sin(angle));
                    set(what, cell, ring, new Fault(what, at, sizeM, new TreeSet<>(List.of(cell))));
                }
            }
            case VERTEX_LOST -> {
                if (isInside(ring, vertex, 2)) {
                    Coordinate a = ring[vertex - 1];
                    Coordinate b = ring[vertex + 1];
                    List<Coordinate> rest = new ArrayList<>(Arrays.asList(ring));
                    rest.remove(vertex);
                    double reachM = a.distance(b) / DEG_PER_M;
                    set(what, cell, rest.toArray(new Coordinate[0]), new Fault(what, at, reachM, owners));
                }
            }
            case VERTEX_MORE, TEE -> addVertex(what, cell, ring, vertex, sizeM);
            case TWICE -> {
                faults.add(new Fault(
                        what,
                        polygon.getInteriorPoint().getCoordinate(),
                        400,
                        new TreeSet<>(List.of(cell, cells.size()))));
                cells.add(polygon.copy());
            }
            case LOST -> lose(cell, polygon, ring);
            case ISLAND_SHRUNK -> shrinkIsland(cell, polygon, sizeM);
            case STRAY -> {
                double r = Math.max(sizeM, 0.1) * DEG_PER_M;
                Coordinate[] square = {
                    new Coordinate(at.x - r, at.y - r),
                    new Coordinate(at.x + r, at.y - r),
                    new Coordinate(at.x + r, at.y + r),
                    new Coordinate(at.x - r, at.y + r),
                    new Coordinate(at.x - r, at.y - r)
                };
                faults.add(new Fault(what, at, 2 * Math.max(sizeM, 0.1), new TreeSet<>(List.of(cells.size()))));
                cells.add(FACTORY.createPolygon(square));
            }
        }
    }

    private void addVertex(What what, int cell, Coordinate[] ring, int vertex, double sizeM) {
        Coordinate a = ring[vertex - 1];
        Coordinate b = ring[vertex];
        TreeSet<Integer> both = owners(a);
        both.retainAll(owners(b));
        if (both.size() == 2 && a.distance(b) > 2e-4) {
            Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
            Coordinate more = new Coordinate(
                    middle.x - (b.y - a.y) / a.distance(b) * sizeM * DEG_PER_M,
                    middle.y + (b.x - a.x) / a.distance(b) * sizeM * DEG_PER_M);
            List<Coordinate> with = new ArrayList<>(Arrays.asList(ring));
            with.add(vertex, more);
            set(what, cell, with.toArray(new Coordinate[0]), new Fault(what, middle, sizeM, both));
        }
    }

    private void lose(int cell, Polygon polygon, Coordinate[] ring) {
        TreeSet<Integer> round = new TreeSet<>();
        boolean inside = Arrays.stream(ring).allMatch(one -> owners(one).size() > 1);
        if (inside && polygon.getNumInteriorRing() == 0) {
            Arrays.stream(ring).forEach(one -> round.addAll(owners(one)));
            round.remove(cell);
            faults.add(new Fault(What.LOST, polygon.getInteriorPoint().getCoordinate(), 800, new TreeSet<>()));
            cells.set(cell, FACTORY.createPolygon());
        }
    }

    private void shrinkIsland(int cell, Polygon polygon, double sizeM) {
        if (polygon.getNumInteriorRing() == 1) {
            Coordinate[] hole = polygon.getInteriorRingN(0).copy().getCoordinates();
            int moved = 1 + random.nextInt(hole.length - 2);
            TreeSet<Integer> two = owners(hole[moved]);
            Coordinate old = hole[moved];
            Coordinate centre = polygon.getInteriorRingN(0).getCentroid().getCoordinate();
            double length = old.distance(centre);
            hole[moved] = new Coordinate(
                    old.x + (old.x - centre.x) / length * sizeM * DEG_PER_M,
                    old.y + (old.y - centre.y) / length * sizeM * DEG_PER_M);
            Polygon changed =
                    FACTORY.createPolygon(polygon.getExteriorRing(), new LinearRing[] {FACTORY.createLinearRing(hole)});
            if (changed.isValid() && two.size() == 2) {
                cells.set(cell, changed);
                faults.add(new Fault(What.ISLAND_SHRUNK, old, sizeM, two));
            }
        }
    }

    private void set(What what, int cell, Coordinate[] ring, Fault fault) {
        Polygon old = (Polygon) cells.get(cell);
        LinearRing[] holes = new LinearRing[old.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = old.getInteriorRingN(i);
        }
        Polygon changed = FACTORY.createPolygon(FACTORY.createLinearRing(ring), holes);
        if (changed.isValid()) {
            cells.set(cell, changed);
            faults.add(fault);
        }
    }

    /** Whether so many cells meet there and both edges have a cell on either side: not at the hull. */
    private boolean isInside(Coordinate[] ring, int vertex, int count) {
        TreeSet<Integer> before = owners(ring[vertex]);
        boolean meets = before.size() == count;
        TreeSet<Integer> after = new TreeSet<>(before);
        before.retainAll(owners(ring[vertex - 1]));
        after.retainAll(owners(ring[vertex + 1]));
        return meets && before.size() == 2 && after.size() == 2;
    }

    private TreeSet<Integer> owners(Coordinate at) {
        TreeSet<Integer> owners = new TreeSet<>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).getEnvelopeInternal().covers(at)
                    && Arrays.asList(cells.get(i).getCoordinates()).contains(at)) {
                owners.add(i);
            }
        }
        return owners;
    }
}
