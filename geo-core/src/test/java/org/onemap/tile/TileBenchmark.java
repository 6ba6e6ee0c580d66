package org.onemap.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.crs.Cgcs2000;
import org.onemap.feature.LayerRole;
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

/** One tile of the demo's density: 20,000 buildings and 60,000 parts over 99 km², encoded from geometries in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TileBenchmark {

    /** Row and column of each zoom are those of the middle of the district. */
    @Param({"11", "12", "14", "16"})
    private int zoom;

    private final List<Geometry> buildings = new ArrayList<>();
    private final List<Geometry> parts = new ArrayList<>();
    private TileId tile;

    /** Draws what meets the tile, as the store would give it. */
    @Setup
    public void draw() {
        tile = TileMatrixSet.webMercatorQuad().tileAt(new Cgcs2000(113.525, 34.825), zoom);
        Envelope box = tile.queryBoxDeg();
        GeometryFactory lonLat = new GeometryFactory();
        Random random = new Random(1);
        for (int i = 0; i < 60_000; i++) {
            double x = 113.47 + random.nextDouble() * 0.11;
            double y = 34.78 + random.nextDouble() * 0.09;
            Geometry point = lonLat.createPoint(new Coordinate(x, y));
            if (box.covers(x, y)) {
                parts.add(point);
            }
            if (i % 3 == 0 && box.covers(x, y)) {
                buildings.add(lonLat.createPolygon(new Coordinate[] {
                    new Coordinate(x, y),
                    new Coordinate(x + 0.0003, y + 0.0001),
                    new Coordinate(x + 0.0002, y + 0.0003),
                    new Coordinate(x - 0.0001, y + 0.0002),
                    new Coordinate(x, y)
                }));
            }
        }
    }

    /** Both layers into one tile. */
    @Benchmark
    public byte[] encode() {
        TileBuilder builder = new TileBuilder(tile);
        add(builder.layer("building", LayerRole.ELEMENT), buildings);
        add(builder.layer("part", LayerRole.ELEMENT), parts);
        return builder.build();
    }

    private static void add(TileLayer layer, List<Geometry> geometries) {
        for (int oid = 0; oid < geometries.size(); oid++) {
            layer.add(oid, geometries.get(oid), Map.of("code", "41017256" + oid, "kind", "k" + oid % 7));
        }
    }
}
