package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

/** A real importing process, killed with SIGKILL at random moments, leaves the store as before or as after. */
class KilledImportTest {

    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void leavesTheStoreAsBeforeOrAsAfter() throws Exception {
        Path before = squares("before", "a", ROWS);
        Path after = squares("after", "b", ROWS);
        Path store = folder.resolve("s.gpkg");
        assertThat(Cli.run("import", before, "--store", store, "--layer", "building")
                        .code())
                .isZero();
        long wholeMs = importFor(after, copy(store, "whole"), Long.MAX_VALUE);
        long seed = 20260607;
        Random random = new Random(seed);
        int killed = 0;
        for (int i = 0; i < 20; i++) {
            Path victim = copy(store, "kill" + i);
            long afterMs = (long) (wholeMs * (0.2 + 0.85 * random.nextDouble()));
            killed += importFor(after, victim, afterMs) < 0 ? 1 : 0;
            check(victim, "seed " + seed + " kill " + i + " after " + afterMs + " of " + wholeMs + " ms");
            deleteAll(victim);
        }
        assertThat(killed).as("imports that the signal met").isPositive();
    }

    /** How long an import took, −1 if it was killed. */
    private long importFor(Path file, Path store, long killAfterMs) throws IOException, InterruptedException {
        return Cli.process(killAfterMs, "import", file, "--store", store, "--layer", "building");
    }

    private static void check(Path file, String when) throws SQLException {
        try (Store store = GeoPackageStore.open(file, Clock.systemUTC());
                ReadView view = store.read()) {
            FeatureQuery all = FeatureQuery.of("building");
            long rows = view.count(Principal.anonymous(), all);
            long old = view.count(Principal.anonymous(), all.where("mark", "a"));
            long neu = view.count(Principal.anonymous(), all.where("mark", "b"));
            assertThat(rows).as(when).isEqualTo(ROWS);
            if (store.changeNumber() == 1) {
                assertThat(old).as(when).isEqualTo(ROWS);
            } else {
                assertThat(store.changeNumber()).as(when).isEqualTo(2);
                assertThat(neu).as(when).isEqualTo(ROWS);
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).as(when).isEqualTo("ok");
        }
    }

    private Path copy(Path store, String name) throws IOException {
        return Files.copy(store, folder.resolve(name + ".gpkg"));
    }

    private static void deleteAll(Path store) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(Path.of(store + suffix));
        }
    }

    private Path squares(String name, String mark, int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = 113.4 + (i % 200) * 0.001;
            double y = 34.7 + (i / 200) * 0.001;
            double right = x + 0.0008;
            double top = y + 0.0008;
            rows.add("POLYGON((" + x + " " + y + "," + x + " " + top + "," + right + " " + top + "," + right + " " + y
                    + "," + x + " " + y + ")) | B" + i + " | " + mark);
        }
        return Cli.shapefile(folder, name, Cli.CGCS2000, "code mark", rows.toArray(new String[0]));
    }
}
