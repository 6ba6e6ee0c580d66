package org.onemap.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.feature.GeometryKind;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.Store;
import org.onemap.store.sql.Session;
import org.onemap.store.sql.SqlStore;

/** The file itself: valid by the GeoPackage standard after every kind of change, told apart from other files. */
class GeoPackageFileTest {

    @TempDir
    static Path shared;

    private static Path eventful;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("store.gpkg");
    }

    private Store open() {
        return GeoPackageStore.openOrCreate(file, Clock.systemUTC());
    }

    private List<String> sql(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    /** Fresh load of 3,000 rows (three levels of index), merge, upsert and its undo, a layer of each kind. */
    @BeforeAll
    static void makeEventfulStore() {
        eventful = shared.resolve("eventful.gpkg");
        try (Store store = GeoPackageStore.openOrCreate(eventful, Clock.systemUTC())) {
            for (GeometryKind kind : GeometryKind.values()) {
                Samples.load(store, Samples.layer(kind), Mode.REPLACE, 0, 3000);
                Samples.load(store, Samples.layer(kind), Mode.REPLACE, 500, 3200);
                Samples.load(store, Samples.layer(kind), Mode.UPSERT, 3100, 3300);
                store.undo(store.changeNumber(), "tester");
            }
        }
    }

    private void copyEventfulStore() throws IOException {
        assertThat(shared.resolve("eventful.gpkg-wal")).doesNotExist();
        Files.copy(eventful, file);
    }

    @Test
    void isWhatTheStandardAsksFor() throws Exception {
        copyEventfulStore();
        assertThat(sql("PRAGMA application_id")).containsExactly("1196444487");
        assertThat(sql("PRAGMA user_version")).containsExactly("10300");
        assertThat(sql("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(sql("PRAGMA foreign_key_check")).isEmpty();
        assertThat(sql("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1"))
                .containsExactly("-1", "0", "4326", "4490");
        assertThat(sql("SELECT c.table_name FROM gpkg_contents c LEFT JOIN sqlite_master m"
                        + " ON m.type = 'table' AND m.name = c.table_name WHERE m.name IS NULL"))
                .isEmpty();
        assertThat(sql("SELECT last_change FROM gpkg_contents"))
                .allMatch(t -> t.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        assertThat(sql("SELECT table_name, geometry_type_name, z, m FROM gpkg_geometry_columns WHERE table_name"
                        + " NOT LIKE '%_history' ORDER BY 1"))
                .containsExactly(
                        "any|GEOMETRY|2|2",
                        "line|MULTILINESTRING|2|0",
                        "multipoint|MULTIPOINT|0|2",
                        "point|POINT|0|0",
                        "polygon|MULTIPOLYGON|0|0");
        assertThat(sql("SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'"))
                .containsExactly("5");
    }

    @Test
    void keepsExtentsAndIndexRight() throws Exception {
        copyEventfulStore();
        for (String table : sql("SELECT table_name FROM gpkg_geometry_columns")) {
            Envelope extent = new Envelope();
            List<String> expected = new ArrayList<>();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT oid, geom FROM \"" + table + "\" ORDER BY oid")) {
                while (rows.next()) {
                    byte[] blob = rows.getBytes(2);
                    Envelope box = blob == null ? null : GeometryBlob.envelope(blob);
                    if (box != null) {
                        extent.expandToInclude(box);
                        expected.add(rows.getLong(1) + "|" + floats(box));
                    }
                }
            }
            assertThat(sql("SELECT min_x, max_x, min_y, max_y FROM gpkg_contents WHERE table_name = '" + table + "'"))
                    .containsExactly(extent.getMinX() + "|" + extent.getMaxX() + "|" + extent.getMinY() + "|"
                            + extent.getMaxY());
            if (!table.endsWith("_history")) {
                List<String> found = new ArrayList<>();
                try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                        Statement statement = connection.createStatement();
                        ResultSet rows =
                                statement.executeQuery("SELECT * FROM \"rtree_" + table + "_geom\" ORDER BY id")) {
                    while (rows.next()) {
                        found.add(rows.getLong(1) + "|" + rows.getFloat(2) + " " + rows.getFloat(3) + " "
                                + rows.getFloat(4) + " " + rows.getFloat(5));
                    }
                }
                assertThat(found).as(table).isEqualTo(expected);
            }
        }
    }

    /** Rounded outwards to 32 bits, as the index must keep it. */
    private static String floats(Envelope box) {
        return down(box.getMinX()) + " " + up(box.getMaxX()) + " " + down(box.getMinY()) + " " + up(box.getMaxY());
    }

    private static float down(double value) {
        float f = (float) value;
        return f > value ? Math.nextDown(f) : f;
    }

    private static float up(double value) {
        float f = (float) value;
        return f < value ? Math.nextUp(f) : f;
    }

    @Test
    void hasTheTriggersOfTheStandardAfterEveryChange() throws Exception {
        copyEventfulStore();
        for (String table : List.of("any", "line", "point")) {
            assertThat(sql("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '" + table
                            + "' ORDER BY name"))
                    .containsExactly(
                            "rtree_" + table + "_geom_delete",
                            "rtree_" + table + "_geom_insert",
                            "rtree_" + table + "_geom_update1",
                            "rtree_" + table + "_geom_update2",
                            "rtree_" + table + "_geom_update3",
                            "rtree_" + table + "_geom_update4");
        }
        String insert = sql("SELECT sql FROM sqlite_master WHERE name = 'rtree_line_geom_insert'")
                .get(0);
        assertThat(insert)
                .isEqualTo("CREATE TRIGGER \"rtree_line_geom_insert\" AFTER INSERT ON \"line\""
                        + " WHEN (NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))"
                        + " BEGIN INSERT OR REPLACE INTO \"rtree_line_geom\" VALUES (NEW.\"oid\","
                        + " ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"),"
                        + " ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\")); END");
    }

    @Test
    void opensInOgr() throws IOException, InterruptedException {
        assumeGdal();
        copyEventfulStore();
        String summary = Commands.run("ogrinfo", "-ro", "-al", "-so", file.toString());
        assertThat(summary).doesNotContain("Warning").doesNotContain("ERROR");
        assertThat(summary)
                .contains("Layer name: polygon\n")
                .contains("Geometry: Multi Polygon")
                .contains("Feature Count: 2700")
                .contains("China Geodetic Coordinate System 2000")
                .contains("FID Column = oid")
                .contains("Geometry Column = geom")
                .contains("名称: String")
                .contains("Layer name: none_history")
                .contains("Layer name: onemap_change_set")
                .doesNotContain("Layer name: onemap_change_log")
                .doesNotContain("Layer name: onemap_layer");
        String inBox =
                Commands.run("ogrinfo", "-ro", "-so", "-spat", "113", "34", "113.1", "34.1", file.toString(), "point");
        assertThat(inBox).containsPattern("Feature Count: [1-9][0-9]*");
    }

    @Test
    void letsOgrWriteThroughTheTriggers() throws Exception {
        assumeGdal();
        copyEventfulStore();
        Commands.run("ogrinfo", file.toString(), "-sql", "DELETE FROM point WHERE oid > 3100");
        Commands.run("ogrinfo", file.toString(), "-sql", "UPDATE polygon SET geom = NULL WHERE oid % 7 = 0");
        assertThat(sql("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(sql("SELECT count(*) FROM point WHERE geom IS NOT NULL AND oid NOT IN (SELECT id FROM"
                        + " rtree_point_geom)"))
                .containsExactly("0");
        assertThat(sql("SELECT count(*) FROM rtree_polygon_geom WHERE id % 7 = 0"))
                .containsExactly("0");
    }

    @Test
    void goesOnAfterRowsOfAnotherProgram() throws SQLException {
        try (Store store = open()) {
            Samples.load(store, Samples.layer(GeometryKind.NONE), Mode.REPLACE, 0, 10);
            Samples.load(store, Samples.layer(GeometryKind.NONE), Mode.REPLACE, 0, 5);
        }
        execute("INSERT INTO none (code, valid_from, change_set) VALUES ('X', '2024-01-01', 1)");
        assertThat(sql("SELECT oid > (SELECT max(oid) FROM none_history) FROM none WHERE code = 'X'"))
                .as("the oids of retired rows are not given again")
                .containsExactly("1");
        try (Store store = open()) {
            Samples.load(store, Samples.layer(GeometryKind.NONE), Mode.UPSERT, 20, 25);
            Samples.load(store, Samples.layer(GeometryKind.POINT), Mode.REPLACE, 0, 5);
        }
        assertThat(
                        sql(
                                "SELECT count(*), count(DISTINCT oid) FROM (SELECT oid FROM none UNION ALL SELECT oid FROM point)"))
                .containsExactly("16|16");
    }

    @Test
    void leavesOneFileWhenClosed() throws IOException {
        try (Store store = open()) {
            Samples.load(store, Samples.layer(GeometryKind.POINT), Mode.REPLACE, 0, 100);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void makesTheLastFolderOnly() {
        file = folder.resolve("new/store.gpkg");
        open().close();
        assertThat(file).exists();
        file = folder.resolve("a/b/store.gpkg");
        assertThatThrownBy(this::open).isInstanceOf(NotFound.class).hasMessageContaining("a");
    }

    @Test
    void saysWhereThereIsNoStore() {
        assertThatThrownBy(() -> GeoPackageStore.open(file, Clock.systemUTC()))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("onemap import");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\3\4 a zip", "SQLite format 3", "{\"type\": \"FeatureCollection\"}"})
    void refusesFilesOfAnotherKind(String content) throws IOException {
        Files.writeString(file, content, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> GeoPackageStore.open(file, Clock.systemUTC()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not a GeoPackage");
        assertThatThrownBy(() -> GeoPackageStore.open(folder, Clock.systemUTC()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("folder");
    }

    @Test
    void refusesForeignDatabases() throws SQLException {
        execute("CREATE TABLE t (a)");
        assertThatThrownBy(this::open).isInstanceOf(InvalidInput.class).hasMessageContaining("not a GeoPackage");
        execute("CREATE TABLE gpkg_contents (table_name)");
        assertThatThrownBy(this::open)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("onemap did not make")
                .hasMessageContaining("onemap import");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Session.execute(connection, sql);
        }
    }

    @Test
    void finishesAStoreWhoseMakingWasCutShort() throws SQLException {
        execute("PRAGMA journal_mode=WAL");
        assertThat(file).isNotEmptyFile();
        try (Store store = open()) {
            assertThat(store.changeNumber()).isZero();
        }
    }

    @Test
    void refusesANewerVersion() throws SQLException {
        open().close();
        execute("UPDATE onemap_store SET version = 2");
        assertThatThrownBy(this::open)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("newer onemap")
                .hasMessageContaining("version 2");
    }

    @Test
    void namesDamage() throws IOException {
        copyEventfulStore();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> {
                    try (Store store = open();
                            var view = store.read()) {
                        view.count(
                                org.onemap.rights.Principal.anonymous(), org.onemap.store.FeatureQuery.of("polygon"));
                    }
                })
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void isMadeOnceByManyAtTheSameTime() throws Exception {
        int many = 8;
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                tasks.add(() -> {
                    try (Store store = open()) {
                        return store.changeNumber();
                    }
                });
            }
            for (Future<Long> made : threads.invokeAll(tasks)) {
                assertThat(made.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(sql("SELECT count(*) FROM onemap_store")).containsExactly("1");
    }

    @Test
    void givesUpOnALockAfterABoundedWait() throws SQLException {
        try (Store store = open();
                ChangeSetWriter writer = Samples.begin(store)) {
            Store impatient = new SqlStore(new GeoPackageEngine(new Sqlite(file, 50)), Clock.systemUTC());
            assertThatThrownBy(() -> Samples.begin(impatient))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("being written by another");
        }
    }

    private static void assumeGdal() {
        boolean there = Commands.exists("ogrinfo");
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("CI needs gdal-bin")
                .isTrue();
        assumeTrue(there, "SKIPPED: ogrinfo is missing, install gdal-bin");
    }
}
