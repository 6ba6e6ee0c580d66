package org.onemap.locate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.crs.Cgcs2000;
import org.onemap.feature.StandardLayers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Uniform positions over a level of square-ish grids with 80 vertices each. CPU time beside more peers: {@link LookupComparison}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LocateBenchmark {

    private static final int POSITIONS = 1 << 16;

    /** Columns and rows of the level: 196, 19,881 or 135,424 grids. */
    @Param({"14", "141", "368"})
    private int columns;

    private final double[] lonLatDeg = new double[2 * POSITIONS];
    private final int[] ordinals = new int[POSITIONS];
    private final STRtree tree = new STRtree();
    private GridIndex index;
    private Locator locator;
    private int[][] answers;
    private int next;

    /** Builds the level and draws the positions. */
    @Setup
    public void build() {
        List<DivisionShape> shapes = new Mosaic(1, columns, 20).shapes("grid");
        locator = Locator.of(List.of(LocateLevel.of(StandardLayers.find("grid").orElseThrow(), shapes)));
        index = locator.levels().get(0).index();
        answers = locator.bulk().newAnswers(POSITIONS);
        shapes.forEach(shape -> tree.insert(shape.geometry().getEnvelopeInternal(), shape.geometry()));
        tree.build();
        Random random = new Random(2);
        for (int i = 0; i < POSITIONS; i++) {
            lonLatDeg[2 * i] = 113.45 + random.nextDouble() * 0.15;
            lonLatDeg[2 * i + 1] = 34.77 + random.nextDouble() * 0.15;
        }
    }

    private Cgcs2000 position() {
        int i = next++ & (POSITIONS - 1);
        return new Cgcs2000(lonLatDeg[2 * i], lonLatDeg[2 * i + 1]);
    }

    /** The usual way. */
    @Benchmark
    public int strTree() {
        Cgcs2000 position = position();
        Coordinate c = new CoordinateXY(position.lonDeg(), position.latDeg());
        int hits = 0;
        for (Object item : tree.query(new Envelope(c))) {
            hits += SimplePointInAreaLocator.isContained(c, (Geometry) item) ? 1 : 0;
        }
        return hits;
    }

    /** One level, one position. */
    @Benchmark
    public int find() {
        Cgcs2000 position = position();
        return index.find(position.lonDeg(), position.latDeg());
    }

    /** One level, many positions. */
    @Benchmark
    @OperationsPerInvocation(POSITIONS)
    public int findAll() {
        index.findAll(lonLatDeg, POSITIONS, ordinals);
        return ordinals[POSITIONS - 1];
    }

    /** All levels, many positions. */
    @Benchmark
    @OperationsPerInvocation(POSITIONS)
    public int bulk() {
        locator.bulk().locate(lonLatDeg, POSITIONS, answers);
        return answers[0][POSITIONS - 1];
    }

    /** Metres to the nearest boundary. */
    @Benchmark
    public OptionalDouble edgeDistance() {
        return index.boundaries().distanceM(position());
    }

    /** All that a lookup answers. */
    @Benchmark
    public Location locate() {
        return locator.locate(position());
    }
}
