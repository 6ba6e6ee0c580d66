package org.onemap.ingest.read.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.Reading;
import org.onemap.ingest.read.Reading.Layer;

/** GeoPackages, made here by hand. */
class GeoPackageSourceTest {

    @TempDir
    Path folder;

    private Path make(String... statements) throws Exception {
        Path file = folder.resolve("网格 #1?.gpkg");
        Files.deleteIfExists(file);
        Path plain = folder.resolve("plain.gpkg");
        Files.deleteIfExists(plain);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + plain);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            sql.execute(
                    "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT,"
                            + " srs_id INTEGER, z INTEGER, m INTEGER)");
            sql.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT,"
                    + " organization_coordsys_id INTEGER, definition TEXT)");
            sql.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 104490, 'epsg', 4490, 'GEOGCS[\"CGCS\"]')");
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
        return Files.move(plain, file);
    }

    private static String blob(int flags, int envelopeBytes, String wkt) throws Exception {
        byte[] wkb = new WKBWriter(2, 2).write(new WKTReader().read(wkt));
        ByteBuffer blob = ByteBuffer.allocate(8 + envelopeBytes + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) flags).putInt(104490);
        blob.position(8 + envelopeBytes);
        blob.put(wkb);
        return "x'" + java.util.HexFormat.of().formatHex(blob.array()) + "'";
    }

    @Test
    void readsEachTableOfTheContentsWithItsTypes() throws Exception {
        Path file = make(
                "CREATE TABLE grid (fid INTEGER PRIMARY KEY, geom POLYGON, 名称 TEXT(20), n MEDIUMINT, r DOUBLE, b BOOLEAN,"
                        + " d DATE, t DATETIME, x BLOB)",
                "INSERT INTO grid VALUES (7, " + blob(1, 0, "POLYGON ((0 0, 0 1, 1 1, 0 0))")
                        + ", '一', 5, 1.5, 1, '2024-02-29', '2024-02-29T01:02:03.5Z', x'00')",
                "INSERT INTO gpkg_contents VALUES ('grid', 'features'), ('notes', 'attributes'), ('tiles', 'tiles'),"
                        + " ('grid_history', 'attributes'), ('missing', 'attributes')",
                "INSERT INTO gpkg_geometry_columns VALUES ('grid', 'geom', 'POLYGON', 104490, 0, 0)",
                "CREATE TABLE notes (id INTEGER PRIMARY KEY, note TEXT)",
                "CREATE TABLE grid_history (id INTEGER PRIMARY KEY)",
                "INSERT INTO notes VALUES (1, 'x'), (2, NULL)");
        Reading reading = Reading.of(file);
        assertThat(reading.layers().stream().map(Layer::name)).containsExactly("grid", "notes");
        Layer grid = reading.layers().get(0);
        assertThat(grid.displayName()).isEqualTo("网格 #1?.gpkg:grid");
        assertThat(grid.kind()).isEqualTo(GeometryKind.POLYGON);
        assertThat(grid.crs().authority()).contains("EPSG:4490");
        assertThat(grid.crs().wkt()).contains("GEOGCS[\"CGCS\"]");
        assertThat(grid.wkt(0)).isEqualTo("POLYGON ((0 0, 0 1, 1 1, 0 0))");
        assertThat(grid.rows().get(0).values())
                .containsExactly(
                        7L, "一", 5L, 1.5, true, LocalDate.of(2024, 2, 29), Instant.parse("2024-02-29T01:02:03.5Z"));
        assertThat(reading.layers().get(1).column("note")).containsExactly("x", null);
        assertThat(reading.rules(Severity.WARNING)).containsExactly("binary-column");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void readsEachKindOfEnvelope(int kind) throws Exception {
        int[] bytes = {0, 32, 48, 48, 64};
        Layer layer = Reading.of(withBlob(blob(1 | kind << 1, bytes[kind], "POINT (1 2)"), "GEOMETRY"))
                .layer();
        assertThat(layer.wkt(0)).isEqualTo("POINT (1 2)");
        assertThat(layer.kind()).isEqualTo(GeometryKind.POINT);
    }

    private Path withBlob(String blob, String type) throws Exception {
        return make(
                "CREATE TABLE p (fid INTEGER PRIMARY KEY, geom GEOMETRY)",
                "INSERT INTO p VALUES (1, " + blob + ")",
                "INSERT INTO gpkg_contents VALUES ('p', 'features')",
                "INSERT INTO gpkg_geometry_columns VALUES ('p', 'geom', '" + type + "', 104490, 0, 0)");
    }

    @Test
    void readsEmptyGeometriesAsNone() throws Exception {
        Reading reading = Reading.of(withBlob(blob(1 | 0x10, 0, "POINT (1 2)"), "POINT"));
        assertThat(reading.layer().rows().get(0).geometry()).isNull();
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void saysWhichGeometryIsNone() throws Exception {
        for (String blob :
                List.of(blob(1 | 0x20, 0, "POINT (1 2)"), "x'4750'", "'text'", "x'47500001" + "00".repeat(9) + "'")) {
            Reading reading = Reading.of(withBlob(blob, "POINT"));
            assertThat(reading.issue("shape-unreadable").place().row()).isEqualTo(1);
            assertThat(reading.issue("shape-unreadable").severity()).isEqualTo(Severity.ERROR);
        }
    }

    @Test
    void saysWhichValueIsNotOfItsType() throws Exception {
        Reading reading = Reading.of(make(
                "CREATE TABLE a (n INTEGER, d DATE)",
                "INSERT INTO a VALUES ('many', 'soon')",
                "INSERT INTO gpkg_contents VALUES ('a', 'attributes')"));
        assertThat(reading.issues()).hasSize(2).allMatch(issue -> issue.rule().equals("value-type"));
    }

    @Test
    void leavesOutTheSystemColumnsOfOurStores() throws Exception {
        Layer layer = Reading.of(make(
                        "CREATE TABLE onemap_layer (id INTEGER)",
                        "CREATE TABLE zone (oid INTEGER PRIMARY KEY, code TEXT, name TEXT, parent_code TEXT,"
                                + " valid_from TEXT, change_set INTEGER, 面积 REAL)",
                        "INSERT INTO gpkg_contents VALUES ('zone', 'attributes'), ('onemap_layer', 'attributes')"))
                .layer();
        assertThat(layer.columns()).containsExactly("code:TEXT", "name:TEXT", "parent_code:TEXT", "面积:REAL");
    }

    @Test
    void seesRowsThatAreOnlyInTheLog() throws Exception {
        Path file = folder.resolve("live.gpkg");
        Files.move(make("CREATE TABLE a (n INTEGER)", "INSERT INTO gpkg_contents VALUES ('a', 'attributes')"), file);
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement sql = writer.createStatement()) {
                sql.execute("PRAGMA journal_mode = WAL");
            }
            try (Statement sql = writer.createStatement()) {
                sql.execute("INSERT INTO a VALUES (1)");
            }
            assertThat(Reading.of(file).layer().rows()).hasSize(1);
        }
    }

    @Test
    void refusesWhatIsNoGeoPackage() throws Exception {
        Path file = Files.writeString(folder.resolve("no.gpkg"), "this is no database at all, not in the least");
        assertThat(Reading.of(file).failure().orElseThrow()).hasMessageContaining("no.gpkg");
        assertThat(Reading.of(make()).failure().orElseThrow()).hasMessageContaining("no table");
    }
}
