package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onemap.ingest.cli.Cli.CGCS2000;
import static org.onemap.ingest.cli.Cli.run;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.ValidTime;
import org.onemap.store.open.Stores;
import org.onemap.store.postgis.PostgisCluster;
import org.onemap.store.postgis.PostgisCluster.Database;

/** The commands on a real PostGIS: import, copy either way, check, serve, and what they say when they are not let in. */
class PostgisCommandsTest {

    private static final String SECRET = "for-this-test-only";
    private static final String STRANGER =
            "onemap_stranger_" + ProcessHandle.current().pid();

    private static Database database;

    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void makeStores() throws SQLException {
        database = PostgisCluster.shared().newDatabase();
        database.execute("CREATE ROLE " + STRANGER + " LOGIN PASSWORD '" + SECRET + "'");
        file = folder.resolve("town.gpkg");
        fill(file.toString());
        fill(database.url());
    }

    @AfterAll
    static void forgetStranger() throws SQLException {
        if (database != null) {
            database.execute("DROP ROLE " + STRANGER);
        }
    }

    /** Two versions, one retired grid, a scheduled change, an undone one. */
    private static void fill(String store) {
        done(run("import", grids("first", 1, 6, ""), "--store", store, "--layer", "grid", "--effective", "2024-01-01"));
        done(run(
                "import",
                grids("second", 2, 8, "新"),
                "--store",
                store,
                "--layer",
                "grid",
                "--effective",
                "2024-06-01"));
        done(run(
                "import", grids("third", 2, 9, "错"), "--store", store, "--layer", "grid", "--effective", "2024-07-01"));
        done(run("changes", "undo", 3, "--store", store));
        done(run(
                "import", grids("later", 2, 9, "后"), "--store", store, "--layer", "grid", "--effective", "2999-01-01"));
    }

    private static Cli.Outcome done(Cli.Outcome outcome) {
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        return outcome;
    }

    private static Path grids(String name, int from, int to, String prefix) {
        List<String> rows = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            double x = 113.5 + i / 100.0;
            rows.add(String.format(
                    Locale.ROOT,
                    "POLYGON((%1$.2f 34.8, %1$.2f 34.81, %2$.2f 34.81, %2$.2f 34.8, %1$.2f 34.8)) | 410172560601%3$03d | %4$s%3$d号",
                    x,
                    x + 0.01,
                    i,
                    i % 2 == 0 ? prefix : ""));
        }
        return Cli.shapefile(folder, name, CGCS2000, "网格编码 网格名称", rows.toArray(String[]::new));
    }

    private static List<String> answers(String location) {
        List<String> answers = new ArrayList<>();
        try (Store store = Stores.open(StoreLocation.parse(location));
                ReadView view = store.read()) {
            view.listChangeSets().forEach(set -> answers.add(set.toString()));
            view.forEachChangeSince(0, entry -> answers.add(entry.toString()));
            for (Layer layer : view.layers(Principal.anonymous()).list()) {
                for (ValidTime when : List.of(ValidTime.now(), ValidTime.asOf(LocalDate.of(2024, 2, 1)))) {
                    try (FeatureCursor rows = view.query(
                            Principal.anonymous(), FeatureQuery.of(layer.name()).at(when))) {
                        rows.forEachRemaining(row ->
                                answers.add(when + " " + row.oid() + " " + row.validFrom() + " " + row.content()));
                    }
                }
            }
        }
        return answers;
    }

    @Test
    void copiesEitherWayWithTheHistory() {
        String there = database.url("copied");
        Path back = folder.resolve("back.gpkg");
        Cli.Outcome first = done(run("store", "copy", file, there));
        assertThat(first.out())
                .contains("grid", "copied " + file + " to postgresql://", "change 4")
                .doesNotContain(database.password());
        done(run("store", "copy", there, back));
        List<String> expected = answers(file.toString());
        assertThat(expected).hasSizeGreaterThan(25);
        assertThat(answers(there)).isEqualTo(expected);
        assertThat(answers(back.toString())).isEqualTo(expected);
        for (String store : List.of(there, back.toString())) {
            assertThat(run("changes", "list", "--store", store).out())
                    .isEqualTo(run("changes", "list", "--store", file).out());
            assertThat(done(run("store", "check", "--store", store)).out()).contains("is sound at change 4");
            done(run("changes", "undo", 5, "--store", store)); // what waits for its day came along
        }
        Cli.Outcome again = run("store", "copy", file, there);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is not empty");
    }

    @Test
    void aCopyThatIsRefusedLeavesNothing() throws SQLException {
        Cli.Outcome outcome = run("store", "copy", folder.resolve("none.gpkg"), database.url("never"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(schemas()).doesNotContain("never");
    }

    @Test
    void checksAStore() throws SQLException {
        String store = database.url("checked");
        done(run("store", "copy", file, store));
        database.execute("UPDATE checked.grid SET code = '4101725606010O3' WHERE oid = 3");
        Cli.Outcome outcome = run("store", "check", "--store", store);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).contains("code", "grid", "oid 3", "4101725606010O3");
        assertThat(outcome.err()).contains("has 1 problem").doesNotContain(database.password());
    }

    @Test
    void aRefusedFirstImportLeavesNothing() throws SQLException {
        Path bad = Cli.shapefile(
                folder,
                "bad",
                CGCS2000,
                "网格编码 网格名称",
                "POLYGON((113.5 34.8, 113.5 34.9, 113.6 34.9, 113.6 34.8, 113.5 34.8)) | 12 | 坏");
        database.execute("CREATE SCHEMA prepared");
        for (String schema : List.of("refused", "prepared")) {
            Cli.Outcome outcome = run("import", bad, "--store", database.url(schema), "--layer", "grid");
            assertThat(outcome.code()).as(outcome.toString()).isEqualTo(2);
        }
        assertThat(schemas()).contains("prepared").doesNotContain("refused");
        assertThat(ask("SELECT count(*)::text FROM pg_tables WHERE schemaname = 'prepared'"))
                .containsExactly("0");
        Cli.Outcome later = run("import", bad, "--store", database.url("copied2"), "--layer", "grid");
        assertThat(later.code()).isEqualTo(2);
        done(run("import", grids("good", 1, 3, ""), "--store", database.url("copied2"), "--layer", "grid"));
        assertThat(run("import", bad, "--store", database.url("copied2"), "--layer", "grid")
                        .code())
                .isEqualTo(2);
        assertThat(schemas()).contains("copied2");
    }

    private static List<String> schemas() throws SQLException {
        return ask("SELECT nspname FROM pg_namespace");
    }

    private static List<String> ask(String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            wrong-password | import FILE.shp --store URL --layer grid | 2 | is not let into database
            wrong-password | serve --store URL                        | 2 | is not let into database
            wrong-password | store copy FILE.gpkg URL                 | 2 | is not let into database
            wrong-password | store copy URL DIR/new.gpkg              | 2 | is not let into database
            wrong-password | store check --store URL                  | 2 | is not let into database
            unreachable    | import FILE.shp --store URL --layer grid | 1 | cannot be reached
            unreachable    | serve --store URL                        | 1 | cannot be reached
            unreachable    | store copy FILE.gpkg URL                 | 1 | cannot be reached
            unreachable    | store copy URL DIR/new.gpkg              | 1 | cannot be reached
            unreachable    | store check --store URL                  | 1 | cannot be reached
            no-rights      | import FILE.shp --store URL --layer grid | 2 | lacks a right in store
            no-rights      | import FILE.shp --store NEW --layer grid | 2 | lacks a right in store
            no-rights      | serve --store URL                        | 2 | lacks a right in store
            no-rights      | store copy FILE.gpkg NEW                 | 2 | lacks a right in store
            no-rights      | store copy URL DIR/new.gpkg              | 2 | lacks a right in store
            no-rights      | store check --store URL                  | 2 | lacks a right in store
            no-database    | import FILE.shp --store URL --layer grid | 2 | createdb nowhere
            no-database    | store check --store URL                  | 2 | createdb nowhere
            """)
    void saysInOneSentenceWhyItIsNotLetIn(String fault, String words, int code, String message) {
        Database stranger = new Database(database.host(), database.port(), database.name(), STRANGER, SECRET);
        String url =
                switch (fault) {
                    case "wrong-password" -> database.url().replace(database.password(), "secret-guess");
                    case "unreachable" -> "postgresql://u:secret-guess@127.0.0.1:1/d";
                    case "no-rights" -> stranger.url();
                    default -> database.url().replaceFirst("/[^/]*$", "/nowhere");
                };
        String line = words.replace("FILE.shp", grids("one", 1, 2, "").toString())
                .replace("FILE.gpkg", file.toString())
                .replace("DIR", folder.toString())
                .replace("URL", url)
                .replace("NEW", stranger.url("mine"));
        Cli.Outcome outcome = run((Object[]) line.split(" "));
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(code);
        assertThat(outcome.err().lines()).as(outcome.err()).hasSize(1);
        assertThat(outcome.err()).startsWith("onemap: ").contains(message).doesNotContain("secret-guess", SECRET);
        assertThat(folder.resolve("new.gpkg")).doesNotExist();
    }

    @Test
    void servesADatabaseUntilItIsToldToStop() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Onemap.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--store",
                        database.url())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null && !line.startsWith("onemap serves ")) {
                line = out.readLine();
            }
            assertThat(line).contains("postgresql://").doesNotContain(database.password());
            String root = line.substring(line.lastIndexOf(" at ") + 4);
            HttpResponse<String> items = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(root + "/collections/grid/items/410172560601004"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(items.statusCode()).isEqualTo(200);
            assertThat(items.body()).contains("新4号");
            process.destroy(); // SIGTERM
            assertThat(process.waitFor()).isIn(0, 143);
        } finally {
            process.destroyForcibly();
        }
    }
}
