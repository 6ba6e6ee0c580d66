package org.onemap.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.feature.GeometryKind;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.Store;
import org.onemap.store.sql.Session;

/** A process that is killed while it writes leaves the store as before or as after a change set. */
class KilledWriterTest {

    private static final int KILLS = 6;

    @TempDir
    Path folder;

    /** The process to be killed: fresh loads, merges and undos without end. */
    static final class Victim {

        private Victim() {}

        /** Writes to the store of this path until it is killed. */
        public static void main(String[] arguments) {
            try (Store store = GeoPackageStore.openOrCreate(Path.of(arguments[0]), Clock.systemUTC())) {
                for (int round = 0; ; round++) {
                    Samples.load(store, Samples.layer(GeometryKind.POLYGON), Mode.REPLACE, round, 2000 + round);
                    if (round == 0) {
                        System.out.println("ready");
                    }
                    Samples.load(store, Samples.layer(GeometryKind.LINE), Mode.REPLACE, round, 500 + round);
                    store.undo(store.changeNumber(), "victim");
                }
            }
        }
    }

    @Test
    void leavesTheStoreAsBeforeOrAsAfter() throws Exception {
        long seed = 7;
        Random random = new Random(seed);
        Path file = folder.resolve("store.gpkg");
        long last = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process victim = start(file);
            BufferedReader output = victim.inputReader();
            String line = output.readLine();
            while (line != null && !line.equals("ready")) {
                line = output.readLine();
            }
            assertThat(line).as("the victim has started").isNotNull();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(2000));
            victim.destroyForcibly().waitFor();
            try (Store store = GeoPackageStore.open(file, Clock.systemUTC())) {
                assertThat(store.changeNumber())
                        .as("seed %d kill %d", seed, kill)
                        .isGreaterThanOrEqualTo(last);
                last = store.changeNumber();
            }
            assertWhole(file, kill);
        }
        assertThat(last).as("the victims came to write at all").isPositive();
    }

    private Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Counts that must agree at every change number, whichever it is. */
    private static void assertWhole(Path file, int kill) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(Session.number(
                            c, -1, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"))
                    .as("kill %d", kill)
                    .isZero();
            long applied = Session.number(c, -1, "SELECT value FROM onemap_sequence WHERE name = 'applied'");
            assertThat(Session.number(c, 0, "SELECT max(number) FROM onemap_change_set"))
                    .isEqualTo(applied);
            assertThat(Session.number(c, -1, "SELECT count(*) FROM onemap_change_log WHERE change_number > " + applied))
                    .isZero();
            if (applied > 0) {
                assertThat(Session.number(c, -1, "SELECT count(*) FROM polygon"))
                        .isEqualTo(2000);
                assertThat(Session.number(c, -1, "SELECT count(*) FROM rtree_polygon_geom"))
                        .isEqualTo(Session.number(c, -2, "SELECT count(*) FROM polygon WHERE geom IS NOT NULL"));
                assertThat(Session.number(
                                c,
                                -1,
                                "SELECT count(*) FROM sqlite_master WHERE type='trigger' AND tbl_name='polygon'"))
                        .isEqualTo(6);
                assertThat(Session.number(c, -1, "SELECT max(oid) FROM polygon"))
                        .isLessThanOrEqualTo(
                                Session.number(c, -1, "SELECT value FROM onemap_sequence WHERE name = 'oid'"));
            }
        }
    }
}
