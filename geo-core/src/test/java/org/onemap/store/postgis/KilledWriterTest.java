package org.onemap.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.sql.StoreCheck;

/** A process that is killed while it writes leaves the store as before or as after a change set, and unlocked. */
class KilledWriterTest {

    private static final int KILLS = 3;
    private static final int ROWS = 1500;
    private static final Layer LAYER = Layer.builder("plot")
            .geometry(GeometryKind.POINT)
            .schema(Schema.of(List.of(Field.of("round", FieldType.INTEGER))))
            .build();

    /** The process to be killed: loads and undos without end. */
    static final class Victim {

        private Victim() {}

        /** Writes to the store of this URL until it is killed. */
        public static void main(String[] arguments) {
            try (Store store = PostgisStore.openOrCreate(StoreLocation.parse(arguments[0]), Clock.systemUTC())) {
                for (long round = 0; ; round++) {
                    load(store, round);
                    System.out.println("ready");
                    load(store, round + 1);
                    store.undo(store.changeNumber(), "victim");
                }
            }
        }
    }

    private static void load(Store store, long round) {
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.IMPORT, "victim", Effective.today(), ""))) {
            writer.load(LAYER, Mode.REPLACE);
            for (int i = 0; i < ROWS; i++) {
                writer.put(Content.builder(LAYER.schema())
                        .code("C" + i)
                        .value(0, i % 3 == 0 ? round : 0L)
                        .geometry(new GeometryFactory().createPoint(new Coordinate(113 + i / 1e4, 34)))
                        .build());
            }
            writer.finishLayer();
            writer.commit();
        }
    }

    @Test
    void leavesTheStoreAsBeforeOrAsAfter() throws Exception {
        String url = PostgisCluster.shared().newDatabase().url();
        long seed = 11;
        Random random = new Random(seed);
        long last = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process victim = start(url);
            BufferedReader output = victim.inputReader();
            String line = output.readLine();
            while (line != null && !line.equals("ready")) {
                line = output.readLine();
            }
            assertThat(line).as("the victim has started").isNotNull();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
            victim.destroyForcibly().waitFor();
            try (Store store = PostgisStore.open(StoreLocation.parse(url), Clock.systemUTC())) {
                String when = "seed " + seed + " kill " + kill;
                assertThat(store.changeNumber()).as(when).isGreaterThan(last);
                last = store.changeNumber();
                assertThat(StoreCheck.check(store)).as(when).isEmpty();
                try (ReadView view = store.read()) {
                    assertThat(view.count(Principal.anonymous(), FeatureQuery.of("plot")))
                            .as(when)
                            .isEqualTo(ROWS);
                }
            }
        }
    }

    private static Process start(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        url)
                .redirectErrorStream(true)
                .start();
    }
}
