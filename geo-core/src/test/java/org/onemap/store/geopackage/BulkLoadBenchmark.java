package org.onemap.store.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;

/**
 * Times what an import and a tile ask of the store: 500,000 buildings into a new layer, the same again, an undo, small
 * boxes. A main program rather than a JMH benchmark: one run is long and writes a file of its own. Run with
 * {@code java -Xmx256m -cp … org.onemap.store.geopackage.BulkLoadBenchmark 500000 [STORE]}; the store, a file of its own by default,
 * must be empty.
 */
final class BulkLoadBenchmark {

    private static final Layer BUILDING = Layer.builder("building")
            .role(LayerRole.ELEMENT)
            .geometry(GeometryKind.POLYGON)
            .schema(Schema.of(List.of(Field.of("id", FieldType.INTEGER), Field.of("floors", FieldType.INTEGER))))
            .build();

    private BulkLoadBenchmark() {}

    /** Runs it for a number of rows. */
    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length == 0 ? 500_000 : Integer.parseInt(arguments[0]);
        Path file = Files.createTempDirectory("onemap-bench").resolve("bench.gpkg");
        String location = arguments.length > 1 ? arguments[1] : file.toString();
        try (Store store = Stores.openOrCreate(StoreLocation.parse(location))) {
            time("first load", () -> load(store, rows, 0));
            time("1000 small boxes", () -> readBoxes(store));
            time("equal load", () -> load(store, rows, 0));
            time("load with 10 % changed", () -> load(store, rows, 10));
            time("undo of it", () -> store.undo(3, "bench"));
            time("asOf count in a box", () -> readBoxes(store));
        }
        if (Files.deleteIfExists(file)) {
            Files.delete(file.getParent());
        }
    }

    private static void time(String what, Runnable action) {
        long start = System.nanoTime();
        Duration cpu = cpu();
        action.run();
        System.out.printf(
                "%-24s %7.2f s wall %7.2f s CPU%n",
                what, (System.nanoTime() - start) / 1e9, cpu().minus(cpu).toMillis() / 1e3);
    }

    /** CPU time of the process so far: unlike wall time it says something on a machine that others use too. */
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void load(Store store, int rows, int percentChanged) {
        Random random = new Random(43);
        Random changes = new Random(1);
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.IMPORT, "bench", Effective.today(), ""))) {
            writer.load(BUILDING, Mode.REPLACE);
            GeometryFactory factory = new GeometryFactory();
            Content.Builder content = Content.builder(BUILDING.schema());
            for (long i = 0; i < rows; i++) {
                double x = 113.45 + 0.15 * random.nextDouble();
                double y = 34.77 + 0.11 * random.nextDouble();
                double a = 1e-4 * (1 + random.nextDouble());
                Coordinate[] ring = {
                    new Coordinate(x, y),
                    new Coordinate(x + a, y + a / 9),
                    new Coordinate(x + a, y + a),
                    new Coordinate(x, y + a),
                    new Coordinate(x, y)
                };
                boolean changed = changes.nextInt(100) < percentChanged;
                writer.put(content.code("B%07d".formatted(i))
                        .name("建设路" + i % 300 + "号院" + i % 40 + "号楼")
                        .value(0, i)
                        .value(1, changed ? 99L : i % 33)
                        .geometry(factory.createPolygon(ring))
                        .build());
            }
            writer.finishLayer();
            writer.commit();
        }
    }

    private static void readBoxes(Store store) {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            double x = 113.45 + 0.15 * random.nextDouble();
            double y = 34.77 + 0.11 * random.nextDouble();
            try (ReadView view = store.read();
                    FeatureCursor cursor = view.query(
                            Principal.anonymous(),
                            FeatureQuery.of("building").within(new Envelope(x, x + 0.002, y, y + 0.002)))) {
                cursor.forEachRemaining(f -> {});
            }
        }
    }
}
