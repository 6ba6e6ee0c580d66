package org.onemap.locate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.onemap.crs.Cgcs2000;
import org.onemap.feature.StandardLayers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Uniform positions over a level of square-ish grids with 80 vertices each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LocateBenchmark {

    /** Columns and rows of the level: 196 or 19,881 grids. */
    @Param({"14", "141"})
    private int columns;

    private final Cgcs2000[] positions = new Cgcs2000[1 << 16];
    private DivisionIndex index;
    private BoundaryIndex boundaries;
    private Locator locator;
    private int next;

    /** Builds the level and draws the positions. */
    @Setup
    public void build() {
        List<DivisionShape> shapes = new Mosaic(1, columns, 20).shapes("grid");
        index = GridIndex.of(shapes);
        boundaries = GridIndex.of(shapes).boundaries();
        locator = Locator.of(List.of(LocateLevel.of(StandardLayers.find("grid").orElseThrow(), shapes)));
        Random random = new Random(2);
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new Cgcs2000(113.45 + random.nextDouble() * 0.15, 34.77 + random.nextDouble() * 0.15);
        }
    }

    private Cgcs2000 position() {
        return positions[next++ & (positions.length - 1)];
    }

    /** One level. */
    @Benchmark
    public DivisionHit index() {
        return index.locate(position());
    }

    /** Metres to the nearest boundary. */
    @Benchmark
    public OptionalDouble edgeDistance() {
        return boundaries.distanceM(position());
    }

    /** All that a lookup answers. */
    @Benchmark
    public Location locate() {
        return locator.locate(position());
    }
}
