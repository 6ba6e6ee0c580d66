package org.onemap.crs;

import java.util.concurrent.TimeUnit;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What one building of five vertices costs from EPSG:4547, by our formulas and by GeoTools'; and one edge distance. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SourceCrsBenchmark {

    private SourceCrs zone;
    private SourceCrs gcj;
    private VertexTransform geoTools;
    private Geometry building;
    private Geometry grid;

    @Setup
    public void prepare() throws FactoryException, NoninvertibleTransformException {
        zone = SourceCrs.parse("EPSG:4547");
        gcj = SourceCrs.of(Coordsys.GCJ02);
        ProjectedCRS crs = (ProjectedCRS) EpsgDatabase.decode(4547);
        geoTools = GeoToolsCrs.of(crs.getConversionFromBase().getMathTransform().inverse());
        building = square(458825, 3853606, 20);
        grid = zone.toCgcs2000(square(458825, 3853606, 700));
    }

    private static Geometry square(double x, double y, double size) {
        return new GeometryFactory().createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + size, y),
            new Coordinate(x + size, y + size),
            new Coordinate(x, y + size),
            new Coordinate(x, y)
        });
    }

    @Benchmark
    public Geometry buildingFromZone() {
        return zone.toCgcs2000(building);
    }

    @Benchmark
    public Geometry buildingFromZoneByGeoTools() {
        return Geometries.transform(building, geoTools);
    }

    @Benchmark
    public Geometry buildingFromGcj02() {
        return gcj.toCgcs2000(grid);
    }

    @Benchmark
    public double edgeDistance() {
        return Distances.distanceToBoundaryM(new Cgcs2000(113.553, 34.812), grid);
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(SourceCrsBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
