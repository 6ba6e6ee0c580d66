package org.onemap.geoserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.onemap.geoserver.catalog.Site;
import org.onemap.geoserver.catalog.StoreConnection;
import org.onemap.geoserver.plan.Change;
import org.onemap.geoserver.plan.Plan;
import org.onemap.geoserver.rest.Credentials;
import org.onemap.geoserver.rest.GeoServerAddress;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestClient;
import org.onemap.geoserver.rest.RestPath;
import org.onemap.geoserver.standin.GeoServerStandIn;
import org.onemap.geoserver.standin.StandInOptions;
import org.onemap.store.Store;
import org.onemap.theme.ThemeStyles;

/** A stand-in for GeoServer and a small town to publish to its workspace {@code w}. */
final class Publishing implements AutoCloseable {

    static final String WORKSPACE = "w";

    final GeoServerStandIn server;
    final Store store;
    final RestClient hand;
    private final Path folder;
    private OneMapPublication.MapLooks looks = new ThemeLooks(ThemeStyles.load("one-map"));

    private Publishing(Path folder, StandInOptions options) {
        this.folder = folder;
        this.server = GeoServerStandIn.start(options);
        this.store = SmallTown.create(folder);
        this.hand = client("admin", "geoserver");
    }

    static Publishing in(Path folder) {
        return new Publishing(folder, StandInOptions.usual());
    }

    static Publishing in(Path folder, StandInOptions options) {
        return new Publishing(folder, options);
    }

    RestClient client(String user, String password) {
        return new RestClient(
                GeoServerAddress.parse(server.url()), new Credentials(user, password), Duration.ofSeconds(10));
    }

    Publisher publisher() {
        return Publisher.connect(new Site(hand, WORKSPACE), Optional.empty(), PublishListener.silent());
    }

    /** To the same workspace of another server. */
    Publisher publisherOf(GeoServerStandIn other) {
        RestClient client = new RestClient(
                GeoServerAddress.parse(other.url()), new Credentials("admin", "geoserver"), Duration.ofSeconds(10));
        return Publisher.connect(new Site(client, WORKSPACE), Optional.empty(), PublishListener.silent());
    }

    /** Publishes in another look from now on. */
    void looks(OneMapPublication.MapLooks other) {
        this.looks = other;
    }

    Publication wanted() {
        return wanted(SmallTown.file(folder).toString(), Optional.empty());
    }

    Publication wanted(String file, Optional<String> office) {
        return new OneMapPublication(
                        new OneMapPublication.Options(
                                WORKSPACE,
                                "urn:onemap:w",
                                new StoreConnection.GeoPackageFile(file),
                                office,
                                publisher().tileGrids()),
                        looks)
                .of(store);
    }

    Plan plan() {
        return publisher().plan(wanted(), false);
    }

    Plan apply() {
        return publisher().apply(wanted(), false);
    }

    /** What a person does by hand in GeoServer's own pages. */
    RestAnswer byHand(String method, RestPath path, String json) {
        RestBody body = new RestBody("application/json", json);
        return method.equals("PUT") ? hand.put(path, body) : hand.post(path, body);
    }

    /** A document of the catalogue. */
    com.fasterxml.jackson.databind.JsonNode read(String... path) {
        try {
            return new ObjectMapper()
                    .readTree(hand.get(RestPath.rest("workspaces", WORKSPACE)
                                    .and(path)
                                    .json())
                            .text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A plan in short: {@code ~ feature type grid: title}. */
    static List<String> say(Plan plan) {
        return plan.changes().stream().map(Publishing::say).toList();
    }

    private static String say(Change change) {
        List<String> properties =
                change.properties().stream().map(Change.PropertyChange::name).toList();
        boolean update = change.action() == Change.Action.UPDATE && !properties.isEmpty();
        return change.action().sign() + " " + change.key().words()
                + (update ? ": " + String.join(", ", properties) : "");
    }

    @Override
    public void close() {
        store.close();
        server.close();
    }
}
