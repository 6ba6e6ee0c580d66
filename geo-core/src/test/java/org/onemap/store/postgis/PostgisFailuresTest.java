package org.onemap.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.postgis.PostgisCluster.Database;

/** What goes wrong before and while a database is used: one clear sentence each, never a password. */
class PostgisFailuresTest {

    private static Database database;

    @BeforeAll
    static void makeDatabase() {
        database = PostgisCluster.shared().newDatabase();
    }

    private static Store open(String url) {
        return PostgisStore.openOrCreate(StoreLocation.parse(url), Clock.systemUTC());
    }

    @Test
    void saysThatAPasswordIsWrongWithoutSayingIt() {
        String url = database.url().replace(database.password(), "secret-guess");
        assertThatThrownBy(() -> open(url))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("user '" + database.user() + "' is not let into database")
                .hasMessageContaining("ONEMAP_PG_PASSWORD")
                .hasMessageNotContaining("secret-guess");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        String url = database.url().replaceFirst("/[^/]*$", "/nowhere");
        assertThatThrownBy(() -> open(url))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("there is no database 'nowhere'")
                .hasMessageContaining("createdb nowhere");
    }

    @Test
    void saysThatNobodyAnswersAtAPort() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> open("postgresql://u:secret@127.0.0.1:" + free + "/x"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("127.0.0.1:" + free)
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysThatTheExtensionIsMissing() {
        assertThatThrownBy(() -> open(PostgisCluster.shared().admin().url()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("has no PostGIS")
                .hasMessageContaining("CREATE EXTENSION postgis");
    }

    @Test
    void saysThatThereIsNoStoreYet() {
        assertThatThrownBy(() -> PostgisStore.open(StoreLocation.parse(database.url("nothing")), Clock.systemUTC()))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("there is no store in schema 'nothing'")
                .hasMessageContaining("onemap import");
    }

    @Test
    void leavesSchemasOfOthersAlone() throws Exception {
        database.execute("CREATE SCHEMA theirs");
        database.execute("CREATE TABLE theirs.orders (id int)");
        assertThatThrownBy(() -> open(database.url("theirs")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("holds tables that onemap did not make");
    }

    @Test
    void refusesAStoreOfANewerVersion() throws Exception {
        open(database.url("newer")).close();
        database.execute("UPDATE newer.onemap_store SET version = 99");
        assertThatThrownBy(() -> open(database.url("newer")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("made by a newer onemap (store version 99");
    }

    @Test
    void refusesServersAndExtensionsThatAreTooOld() {
        PostgisUrl url = PostgisUrl.parse("postgresql://u@h/d", Map.of());
        assertThatThrownBy(() -> StoreSchema.requireServer(url, "110022", "UTF8"))
                .hasMessageContaining("is PostgreSQL 11; onemap needs 12 or newer");
        assertThatThrownBy(() -> StoreSchema.requireServer(url, "150003", "SQL_ASCII"))
                .hasMessageContaining("SQL_ASCII");
        assertThatThrownBy(() -> StoreSchema.requirePostgis(url, "2.5.5")).hasMessageContaining("has PostGIS 2.5.5");
        StoreSchema.requireServer(url, "150003", "UTF8");
        StoreSchema.requirePostgis(url, "3.3.2");
    }

    @Test
    void saysAtOnceThatAllConnectionsAreBusy() {
        try (Store store = open(database.url("spent") + "&pool=1&waitMs=300");
                ReadView only = store.read()) {
            assertThatThrownBy(store::read)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("all 1 connections")
                    .hasMessageContaining("waited 300 ms");
            assertThat(only.changeNumber()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://anna@db.example:5433/map?schema=north     | postgresql://anna@db.example:5433/map?schema=north
            jdbc:postgresql://db.example/map?user=anna&password=pw | postgresql://anna@db.example:5432/map?schema=onemap
            postgresql://anna:p%40ss@db.example/地图                | postgresql://anna@db.example:5432/地图?schema=onemap
            jdbc:postgresql://h/d?currentSchema=s2&sslmode=require | postgresql://h:5432/d?schema=s2
            """)
    void readsUrls(String text, String expected) {
        assertThat(PostgisUrl.parse(text, Map.of()).toString()).isEqualTo(expected);
    }

    @Test
    void takesThePasswordOfTheUrlBeforeThatOfTheEnvironment() {
        Map<String, String> environment = Map.of("ONEMAP_PG_PASSWORD", "ours", "PGPASSWORD", "theirs");
        assertThat(PostgisUrl.parse("postgresql://a:p%40ss+1@h/d", environment).password())
                .contains("p@ss+1");
        assertThat(PostgisUrl.parse("postgresql://a@h/d", environment).password())
                .contains("ours");
        assertThat(PostgisUrl.parse("postgresql://h/d?sslmode=require", Map.of())
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://h:5432/d?sslmode=require");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://h                       | names no database
            postgresql://h/d?schema=pg_temp      | is no schema
            postgresql://h/d?schema=a"b          | cannot be read
            postgresql://h/d?schema=a;drop       | is no schema
            postgresql://h/d?pool=0              | is no value for pool
            postgresql://h/d?waitMs=soon         | is no value for waitMs
            postgresql://u:se cret@h/d           | cannot be read
            jdbc:postgresql:d                    | cannot be read
            """)
    void refusesWhatIsNoUrl(String text, String message) {
        assertThatThrownBy(() -> PostgisUrl.parse(text, Map.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("se cret");
    }
}
