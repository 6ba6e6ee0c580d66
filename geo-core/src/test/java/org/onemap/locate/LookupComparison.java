package org.onemap.locate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The lookup beside its peers, in one run and in CPU time of the thread: both JTS locators behind an STRtree, and the join
 * of PostGIS (time of the server's one process). One method after another, round by round; medians.
 *
 * <p>{@code LookupComparison [189] [20000] [135000] [million] [postgis]}, run by {@code src/test/bench/lookup.sh}.
 */
public final class LookupComparison {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int POSITIONS = 1 << 20;
    private static final int PEER_POSITIONS = 50_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;

    private static volatile long sink;

    private LookupComparison() {}

    /** @param args sizes, and what else is measured */
    public static void main(String[] args) throws SQLException {
        List<String> wanted = List.of(args);
        for (int size : new int[] {189, 20_000, 135_000}) {
            if (wanted.contains(String.valueOf(size))) {
                compare(size, wanted.contains("postgis"));
            }
        }
        if (wanted.contains("million")) {
            buildAMillion();
        }
    }

    private static List<DivisionShape> shapes(int size) {
        List<DivisionShape> all = new Mosaic(1, (int) Math.ceil(Math.sqrt(size)), 20).shapes("grid");
        return new ArrayList<>(all.subList(0, size));
    }

    private static void compare(int size, boolean postgis) throws SQLException {
        List<DivisionShape> shapes = shapes(size);
        int vertices =
                shapes.stream().mapToInt(s -> s.geometry().getNumPoints()).sum();
        say("%n%,d polygons, %,d vertices, one thread, JDK %s", size, vertices, System.getProperty("java.version"));
        GridIndex index = build(shapes);
        double[] uniform = uniform(shapes);
        double[] clustered = clustered(shapes);
        double[] atEdges = atEdges(shapes);
        say(
                "positions that the integers cannot tell: uniform %.3f %%, within 1 m of an edge %.2f %%",
                unsurePercent(index, uniform), unsurePercent(index, atEdges));
        long before = usedHeap();
        Peers peers = new Peers(shapes);
        long trees = usedHeap() - before;
        say(
                "memory per polygon: cells %,d bytes, exact rings %,d; JTS polygons %,d and trees %,d",
                index.cells().byteSize() / size, index.rings().byteSize() / size, geometryBytes(shapes), trees / size);
        int[] found = new int[POSITIONS];
        List<Method> methods = List.of(
                new Method("STRtree + SimplePointInAreaLocator", PEER_POSITIONS, peers::simple),
                new Method("STRtree + IndexedPointInAreaLocator", PEER_POSITIONS, peers::indexed),
                new Method("find, each waiting for the last", POSITIONS, (q, from, n) -> dependent(index, q, n)),
                new Method("find, one after another", POSITIONS, (q, from, n) -> loop(index, q, n)),
                new Method("findAll", POSITIONS, (q, from, n) -> {
                    index.findAll(q, n, found);
                    return found[n - 1];
                }));
        measure(methods, uniform, clustered, atEdges);
        if (postgis) {
            PostgisJoin.compare(shapes, uniform);
        }
    }

    private static GridIndex build(List<DivisionShape> shapes) {
        GridIndex index = GridIndex.of(shapes);
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            long start = processCpu();
            index = GridIndex.of(shapes);
            seconds.add((processCpu() - start) * 1e-9);
        }
        say("build: %.2f s CPU, all threads (%s)", median(seconds), seconds);
        return index;
    }

    private static double unsurePercent(GridIndex index, double[] positions) {
        int unsure = 0;
        for (int i = 0; i < POSITIONS; i++) {
            unsure += index.finder().find(positions[2 * i], positions[2 * i + 1]) == SubCell.UNSURE ? 1 : 0;
        }
        return 100.0 * unsure / POSITIONS;
    }

    /** Twenty vertices each, made ten thousand at a time; only the index's own time is counted. */
    private static void buildAMillion() {
        Mosaic mosaic = new Mosaic(1, 1000, 5);
        GridIndex.Builder builder = new GridIndex.Builder();
        long cpu = 0;
        for (int row = 0; row < 1000; row++) {
            List<DivisionShape> some = new ArrayList<>();
            for (int column = 0; column < 1000; column++) {
                String code = String.valueOf(1_000_000 + row * 1000 + column);
                some.add(DivisionIndexTest.shape(code, mosaic.cell(row, column)));
            }
            long start = processCpu();
            some.forEach(builder::add);
            cpu += processCpu() - start;
        }
        long start = processCpu();
        GridIndex index = builder.build();
        cpu += processCpu() - start;
        say(
                "%n%,d polygons, %,d vertices: build %.1f s CPU, cells %,d bytes a polygon",
                index.size(), index.vertexCount(), cpu * 1e-9, index.cells().byteSize() / index.size());
    }

    private static long loop(GridIndex index, double[] positions, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += index.find(positions[2 * i], positions[2 * i + 1]);
        }
        return sum;
    }

    /** Which position comes next depends on the answer before, so that nothing overlaps. */
    private static long dependent(GridIndex index, double[] positions, int count) {
        long sum = 0;
        int shift = 0;
        for (int i = 0; i < count; i++) {
            int at = i + shift;
            int found = index.find(positions[2 * at], positions[2 * at + 1]);
            sum += found;
            shift = found >> 31;
            shift &= shift + 1; // always 0, but nobody knows before the answer is there
        }
        return sum;
    }

    private static void measure(List<Method> methods, double[] uniform, double[] clustered, double[] atEdges) {
        double[][] sets = {uniform, clustered, atEdges};
        List<List<List<Double>>> times = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int m = 0; m < methods.size(); m++) {
                if (round == -WARM_UP) {
                    times.add(List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                }
                for (int set = 0; set < sets.length; set++) {
                    Method method = methods.get(m);
                    int from = (round + WARM_UP) * method.count() % (POSITIONS - method.count() + 1);
                    long start = THREADS.getCurrentThreadCpuTime();
                    sink += method.run().of(sets[set], from, method.count());
                    double ns = (THREADS.getCurrentThreadCpuTime() - start) / (double) method.count();
                    if (round >= 0) {
                        times.get(m).get(set).add(ns);
                    }
                }
            }
        }
        double peer = Math.min(median(times.get(0).get(0)), median(times.get(1).get(0)));
        say(
                "%-38s %10s %10s %10s   better JTS locator / it",
                "ns of CPU per position", "uniform", "clustered", "at edges");
        for (int m = 0; m < methods.size(); m++) {
            List<List<Double>> mine = times.get(m);
            double ns = median(mine.get(0));
            say(
                    "%-38s %10.1f %10.1f %10.1f   %.1f",
                    methods.get(m).name(), ns, median(mine.get(1)), median(mine.get(2)), peer / ns);
        }
    }

    private static double[] uniform(List<DivisionShape> shapes) {
        Random random = new Random(2);
        Envelope box = box(shapes);
        return positions(i -> i % 2 == 0
                ? box.getMinX() + box.getWidth() * random.nextDouble()
                : box.getMinY() + box.getHeight() * random.nextDouble());
    }

    /** Two hundred places, the first the busiest, each about as wide as a polygon. */
    private static double[] clustered(List<DivisionShape> shapes) {
        Random random = new Random(3);
        double[] result = new double[2 * POSITIONS];
        double width = Math.sqrt(box(shapes).getArea() / shapes.size());
        for (int i = 0; i < POSITIONS; i++) {
            int place = (int) Math.pow(200, random.nextDouble()) - 1;
            Coordinate c =
                    shapes.get((int) (place * 7919L % shapes.size())).geometry().getCoordinate();
            result[2 * i] = c.x + width * random.nextGaussian();
            result[2 * i + 1] = c.y + width * random.nextGaussian();
        }
        return result;
    }

    /** Within a metre of an edge. */
    private static double[] atEdges(List<DivisionShape> shapes) {
        Random random = new Random(4);
        double[] result = new double[2 * POSITIONS];
        for (int i = 0; i < POSITIONS; i++) {
            Geometry geometry = shapes.get(random.nextInt(shapes.size())).geometry();
            Coordinate[] ring = geometry.getCoordinates();
            int at = random.nextInt(ring.length - 1);
            double t = random.nextDouble();
            result[2 * i] = ring[at].x + t * (ring[at + 1].x - ring[at].x) + 1e-5 * (2 * random.nextDouble() - 1);
            result[2 * i + 1] = ring[at].y + t * (ring[at + 1].y - ring[at].y) + 1e-5 * (2 * random.nextDouble() - 1);
        }
        return result;
    }

    private static double[] positions(IntToDoubleFunction coordinate) {
        double[] result = new double[2 * POSITIONS];
        for (int i = 0; i < result.length; i++) {
            result[i] = coordinate.applyAsDouble(i);
        }
        return result;
    }

    private static Envelope box(List<DivisionShape> shapes) {
        Envelope box = new Envelope();
        shapes.forEach(shape -> box.expandToInclude(shape.geometry().getEnvelopeInternal()));
        return box;
    }

    /** A coordinate is an object of 32 bytes and a reference to it. */
    private static int geometryBytes(List<DivisionShape> shapes) {
        long vertices =
                shapes.stream().mapToLong(s -> s.geometry().getNumPoints()).sum();
        return (int) (36 * vertices / shapes.size());
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long processCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private record Method(String name, int count, Run run) {}

    private interface Run {
        long of(double[] positions, int from, int count);
    }

    /** The usual way: boxes first, then each candidate. */
    private static final class Peers {

        private final STRtree tree = new STRtree();
        private final Geometry[] geometries;
        private final IndexedPointInAreaLocator[] locators;

        private Peers(List<DivisionShape> shapes) {
            geometries = shapes.stream().map(DivisionShape::geometry).toArray(Geometry[]::new);
            locators = new IndexedPointInAreaLocator[geometries.length];
            for (int i = 0; i < geometries.length; i++) {
                tree.insert(geometries[i].getEnvelopeInternal(), i);
                locators[i] = new IndexedPointInAreaLocator(geometries[i]);
                locators[i].locate(geometries[i].getCoordinate()); // builds its tree
            }
            tree.build();
        }

        private long simple(double[] positions, int from, int count) {
            long sum = 0;
            for (int i = from; i < from + count; i++) {
                Coordinate c = new CoordinateXY(positions[2 * i], positions[2 * i + 1]);
                for (Object item : tree.query(new Envelope(c))) {
                    if (SimplePointInAreaLocator.locate(c, geometries[(Integer) item]) != Location.EXTERIOR) {
                        sum += (Integer) item;
                        break;
                    }
                }
            }
            return sum;
        }

        private long indexed(double[] positions, int from, int count) {
            long sum = 0;
            for (int i = from; i < from + count; i++) {
                Coordinate c = new CoordinateXY(positions[2 * i], positions[2 * i + 1]);
                for (Object item : tree.query(new Envelope(c))) {
                    if (locators[(Integer) item].locate(c) != Location.EXTERIOR) {
                        sum += (Integer) item;
                        break;
                    }
                }
            }
            return sum;
        }
    }
}
