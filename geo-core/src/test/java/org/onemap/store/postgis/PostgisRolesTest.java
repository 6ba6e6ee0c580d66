package org.onemap.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.InvalidInput;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSet.State;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.postgis.PostgisCluster.Database;

/** Owner, writer and reader may do what they are for, and nothing else. */
class PostgisRolesTest {

    private static final Layer PLOT = Layer.builder("plot")
            .geometry(GeometryKind.POINT)
            .schema(Schema.of(List.of(Field.of("value", FieldType.INTEGER))))
            .build();

    private static final String SCHEMA = "roles" + ProcessHandle.current().pid();
    private static final String SECRET = "for-this-test-only";

    private static Database database;

    @BeforeAll
    static void makeStoreAndPeople() throws SQLException {
        database = PostgisCluster.shared().newDatabase();
        try (Store store = PostgisStore.openOrCreate(StoreLocation.parse(database.url(SCHEMA)), Clock.systemUTC())) {
            load(store, Effective.today(), "A", "B");
            load(store, Effective.from(LocalDate.of(2999, 1, 1)), "C");
        }
        for (String role : List.of("reader", "writer", "owner")) {
            database.execute(
                    "CREATE ROLE " + person(role) + " LOGIN PASSWORD '" + SECRET + "' IN ROLE " + SCHEMA + "_" + role);
        }
        database.execute("CREATE ROLE " + person("nobody") + " LOGIN PASSWORD '" + SECRET + "'");
    }

    @AfterAll
    static void forgetPeople() throws SQLException {
        for (String role : List.of("reader", "writer", "owner", "nobody")) {
            database.execute("DROP OWNED BY " + person(role));
            database.execute("DROP ROLE " + person(role));
        }
        for (String role : List.of("owner", "writer", "reader")) {
            database.execute("REASSIGN OWNED BY " + SCHEMA + "_" + role + " TO " + database.user());
            database.execute("DROP OWNED BY " + SCHEMA + "_" + role);
            database.execute("DROP ROLE " + SCHEMA + "_" + role);
        }
    }

    private static String person(String role) {
        return SCHEMA + "_" + role + "_person";
    }

    private static Database as(String role) {
        return new Database(database.host(), database.port(), database.name(), person(role), SECRET);
    }

    private static ChangeSet load(Store store, Effective effective, String... codes) {
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.IMPORT, "tester", effective, ""))) {
            writer.load(PLOT, Mode.REPLACE);
            for (String code : codes) {
                writer.put(Content.builder(PLOT.schema())
                        .code(code)
                        .value(0, 1L)
                        .geometry(new GeometryFactory().createPoint(new Coordinate(113, 34)))
                        .build());
            }
            writer.finishLayer();
            return writer.commit();
        }
    }

    private static String ask(String role, String sql) throws SQLException {
        Database who = as(role);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + who.host() + ":" + who.port() + "/" + who.name() + "?currentSchema="
                                + SCHEMA + ",public",
                        who.user(),
                        who.password());
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql.replace("{schema}", SCHEMA));
            if (!rows) {
                return "done";
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : "none";
            }
        }
    }

    @Test
    void aReaderReadsTheRowsOfLayers() throws SQLException {
        assertThat(ask("reader", "SELECT count(*) FROM plot")).isEqualTo("2");
        assertThat(ask(
                        "reader",
                        "SELECT type || ' ' || srid FROM geometry_columns WHERE f_table_schema = '{schema}'"
                                + " AND f_table_name = 'plot'"))
                .isEqualTo("POINT 4490");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM plot",
                "INSERT INTO plot (oid, valid_from, change_set) VALUES (99, '2024-01-01', 1)",
                "UPDATE plot SET name = 'x'",
                "SELECT * FROM plot_history",
                "SELECT * FROM onemap_change_set",
                "SELECT * FROM onemap_change_log",
                "SELECT * FROM onemap_layer",
                "SELECT * FROM onemap_sequence",
                "SELECT * FROM onemap_migration",
                "SELECT * FROM onemap_staged_2",
                "ALTER TABLE plot ADD COLUMN mine int",
                "CREATE INDEX mine ON plot (name)",
                "CREATE TABLE {schema}.mine (id int)",
                "DROP TABLE plot"
            })
    void aReaderMayNothingElse(String sql) {
        assertThatThrownBy(() -> ask("reader", sql)).hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE plot",
                "DROP TABLE plot_history",
                "DROP TABLE onemap_change_log",
                "TRUNCATE plot",
                "ALTER TABLE plot DROP COLUMN name",
                "ALTER TABLE plot ADD COLUMN mine int",
                "ALTER TABLE plot OWNER TO CURRENT_USER",
                "CREATE INDEX mine ON plot (name)",
                "INSERT INTO onemap_sequence VALUES ('mine', 1)",
                "UPDATE onemap_migration SET success = false",
                "DROP SCHEMA {schema} CASCADE",
                "UPDATE onemap_store SET version = 2"
            })
    void aWriterDropsNothing(String sql) {
        assertThatThrownBy(() -> ask("writer", sql)).hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void anOwnerChangesTheTables() throws SQLException {
        for (String sql : List.of(
                "ALTER TABLE plot ADD COLUMN mine int",
                "ALTER TABLE plot DROP COLUMN mine",
                "CREATE INDEX mine ON plot (name)",
                "DROP INDEX mine")) {
            assertThat(ask("owner", sql)).as(sql).isEqualTo("done");
        }
    }

    @Test
    void aWriterChangesRowsSchedulesAndUndoes() {
        try (Store store = PostgisStore.open(StoreLocation.parse(as("writer").url(SCHEMA)), Clock.systemUTC())) {
            ChangeSet change = load(store, Effective.today(), "A", "D");
            assertThat(change.counts().get("plot")).isEqualTo(new ChangeSet.Counts(1, 0, 1, 1));
            ChangeSet draft = load(store, Effective.draft(), "E");
            assertThat(store.undo(draft.number(), "tester").state()).isEqualTo(State.UNDONE);
            store.undo(change.number(), "tester");
        }
    }

    @Test
    void somebodyWithoutARoleIsToldSo() {
        assertThatThrownBy(
                        () -> PostgisStore.open(StoreLocation.parse(as("nobody").url(SCHEMA)), Clock.systemUTC()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("lacks a right")
                .hasMessageContaining("docs/postgis.md");
    }

    @Test
    void goesOnWithoutRolesWhereTheyCannotBeMade() throws SQLException {
        database.execute("CREATE SCHEMA plain AUTHORIZATION " + person("nobody"));
        try (Store store =
                PostgisStore.openOrCreate(StoreLocation.parse(as("nobody").url("plain")), Clock.systemUTC())) {
            assertThat(load(store, Effective.today(), "A").number()).isEqualTo(1);
        }
        database.execute("DROP SCHEMA plain CASCADE");
    }
}
