package org.onemap.geoserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.geoserver.catalog.Site;
import org.onemap.geoserver.catalog.StoreConnection;
import org.onemap.geoserver.rest.Credentials;
import org.onemap.geoserver.rest.GeoServerAddress;
import org.onemap.geoserver.rest.RestClient;
import org.onemap.geoserver.standin.GeoServerStandIn;
import org.onemap.geoserver.standin.StandInOptions;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;
import org.onemap.store.postgis.PostgisCluster;
import org.onemap.theme.ThemeStyles;

/** A store in a real PostGIS, read by GeoServer with a role that only reads. */
class PostgisPublishTest {

    private static final String PASSWORD = "read-0nly";

    private static Publisher publisher(GeoServerStandIn server, Optional<String> password) {
        RestClient client = new RestClient(
                GeoServerAddress.parse(server.url()), new Credentials("admin", "geoserver"), Duration.ofSeconds(20));
        return Publisher.connect(new Site(client, "w"), password, PublishListener.silent());
    }

    @Test
    void publishesTheTablesOfADatabaseWithTheReadersRole() throws Exception {
        PostgisCluster.Database database = PostgisCluster.shared().newDatabase();
        String reader = "gs_" + database.name();
        try (Store store = Stores.openOrCreate(StoreLocation.parse(database.url()));
                GeoServerStandIn server = GeoServerStandIn.start(StandInOptions.usual())) {
            SmallTown.fill(store);
            database.execute("CREATE ROLE " + reader + " LOGIN PASSWORD '" + PASSWORD + "' IN ROLE onemap_reader");
            Publication wanted = new OneMapPublication(
                            new OneMapPublication.Options(
                                    "w",
                                    "urn:onemap:w",
                                    new StoreConnection.PostgisDatabase(
                                            database.host(), database.port(), database.name(), "onemap", reader),
                                    Optional.empty(),
                                    publisher(server, Optional.empty()).tileGrids()),
                            new ThemeLooks(ThemeStyles.load("one-map")))
                    .of(store);

            assertThatThrownBy(() -> publisher(server, Optional.empty()).apply(wanted, false))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("ONEMAP_GEOSERVER_DB_PASSWORD")
                    .hasMessageContaining(reader);
            assertThatThrownBy(() -> publisher(server, Optional.of("wr0ng")).apply(wanted, false))
                    .isInstanceOf(CorruptData.class)
                    .hasMessageContaining("cannot open the store")
                    .hasMessageNotContaining("wr0ng");

            publisher(server, Optional.of(PASSWORD)).apply(wanted, false);
            server.forget();
            assertThat(publisher(server, Optional.empty()).apply(wanted, false).summary())
                    .isEqualTo("no changes");
            assertThat(server.writes()).isEmpty();
            assertThat(server.file("workspaces/w/onemap/state.json"))
                    .isNotEmpty()
                    .doesNotContain(PASSWORD);

            // a password that was lost with a replaced map is noticed and put back
            publisher(server, Optional.empty());
            server.loseParameter("w", "onemap", "passwd");
            List<String> drift =
                    Publishing.say(publisher(server, Optional.empty()).diff());
            assertThat(drift.get(0)).startsWith("~ store onemap:").contains("connection.passwd");
            publisher(server, Optional.of(PASSWORD)).apply(wanted, false);
            assertThat(publisher(server, Optional.empty()).diff().isEmpty()).isTrue();
        }
    }
}
