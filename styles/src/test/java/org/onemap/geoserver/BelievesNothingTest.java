package org.onemap.geoserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.geoserver.catalog.Catalog;
import org.onemap.geoserver.catalog.Site;
import org.onemap.geoserver.catalog.Wanted;
import org.onemap.geoserver.plan.Change.Action;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.Manifest;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;
import org.onemap.geoserver.standin.StandInOptions;

/** Where GeoServer answers well and has not done it, or badly and has: each is noticed, named or mended. */
class BelievesNothingTest {

    @TempDir
    private Path folder;

    private Publishing publishing;

    @BeforeEach
    void start() {
        publishing = Publishing.in(folder);
    }

    @AfterEach
    void stop() {
        publishing.close();
    }

    private static RestPath workspace(String... names) {
        return RestPath.rest("workspaces", Publishing.WORKSPACE).and(names);
    }

    private Manifest with(ObjectState other) {
        Manifest wanted = publishing.wanted().manifest();
        return new Manifest(
                "changed",
                wanted.objects().stream()
                        .map(object -> object.key().equals(other.key()) ? other : object)
                        .toList());
    }

    private void apply(Manifest manifest) {
        publishing.publisher().apply(new Publication(manifest, 1, since -> java.util.Map.of()), false);
    }

    @Test
    void aStoreThatGeoServerCannotOpenIsNoticedAndExplained() {
        Publication elsewhere = publishing.wanted("/nowhere/town.gpkg", Optional.empty());
        assertThatThrownBy(() -> publishing.publisher().apply(elsewhere, false))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("cannot open the store")
                .hasMessageContaining("Could not load datastore: onemap")
                .hasMessageContaining("--geoserver-db");
        assertThatCode(() -> publishing.apply()).doesNotThrowAnyException();
    }

    @Test
    void aStyleThatGeoServerIgnoredIsNoticed() {
        publishing.apply();
        assertThatThrownBy(() -> apply(with(new Wanted("w", "urn:onemap:w").layer("grid", "nonesuch"))))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("layer grid")
                .hasMessageContaining("'w:grid' instead of 'w:nonesuch'");
    }

    @Test
    void aGroupMemberThatGeoServerDroppedIsNoticed() {
        ObjectState group = publishing.wanted().manifest().list(Kind.GROUP).get(0);
        java.util.Map<String, String> properties = new java.util.LinkedHashMap<>(group.properties());
        properties.computeIfPresent("publishables", (name, value) -> value + ", w:ghost");
        properties.computeIfPresent("styles", (name, value) -> value + ", w:grid");
        assertThatThrownBy(() -> apply(with(ObjectState.of(Kind.GROUP, "one-map", properties))))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("layer group one-map")
                .hasMessageContaining("drops members");
    }

    @Test
    void gridSetsThatGeoServerDoesNotKnowAreNotGivenToIt() {
        publishing.hand.delete(RestPath.tileCache("gridsets", "WebMercatorQuad"));
        publishing.apply();
        assertThat(publishing
                        .hand
                        .get(RestPath.tileCache("layers", "w:grid").xml())
                        .text())
                .contains("EPSG:900913")
                .contains("Tianditu_c")
                .doesNotContain("WebMercatorQuad");
    }

    @Test
    void theGridSetOfTiandituHasItsOriginItsLevelsAndTheirNames() {
        publishing.apply();
        String xml = publishing
                .hand
                .get(RestPath.tileCache("gridsets", "Tianditu_c"), "application/xml")
                .text();
        assertThat(xml)
                .contains("<srs><number>4490</number></srs>")
                .contains("<double>-180.0</double><double>-90.0</double><double>180.0</double><double>90.0</double>")
                .contains("<alignTopLeft>true</alignTopLeft>")
                .contains("<resolutions><double>0.703125</double><double>0.3515625</double>")
                .contains("<double>5.364418029785156E-6</double></resolutions>")
                .contains("<scaleNames><string>1</string><string>2</string>")
                .contains("<string>18</string></scaleNames>")
                .contains("<yCoordinateFirst>true</yCoordinateFirst>");
    }

    @Test
    void aConnectionMapReplacedByHandIsPutBackWhole() {
        publishing.apply();
        publishing.byHand(
                "PUT",
                workspace("datastores", "onemap"),
                "{\"dataStore\":{\"connectionParameters\":{\"entry\":[{\"@key\":\"dbtype\",\"$\":\"geopkg\"}]}}}");
        assertThat(Publishing.say(publishing.publisher().diff()).get(0))
                .startsWith("~ store onemap:")
                .contains("connection.database", "connection.read_only", "connection.namespace", "connection");
        publishing.apply();
        assertThat(publishing.publisher().diff().isEmpty()).isTrue();
    }

    @Test
    void aLayerDeletedWithoutItsFeatureTypeIsMadeAgain() {
        publishing.apply();
        publishing.hand.delete(workspace("layers", "grid"));
        assertThat(Publishing.say(publishing.publisher().diff()))
                .contains("~ feature type grid: layer", "+ layer grid");
        publishing.apply();
        assertThat(publishing
                        .read("layers", "grid")
                        .at("/layer/defaultStyle/name")
                        .asText())
                .isEqualTo("w:grid");
    }

    @Test
    void aHalfCreatedWorkspaceIsTakenAwayAgain() {
        publishing.byHand("POST", RestPath.rest("workspaces"), "{\"workspace\":{\"name\":\"other\"}}");
        publishing.byHand("PUT", RestPath.rest("namespaces", "other"), "{\"namespace\":{\"uri\":\"http://w\"}}");
        assertThatThrownBy(() -> publishing.apply())
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("make the workspace w")
                .hasMessageContaining("already exists");
        assertThat(publishing.hand.get(workspace().json()).status()).isEqualTo(404);
    }

    @Test
    void objectsThatOnemapDidNotMakeAreNeverTouchedWithoutAdopt() {
        publishing.byHand("POST", RestPath.rest("workspaces"), "{\"workspace\":{\"name\":\"w\"}}");
        publishing.hand.post(
                workspace("styles").with("name", "grid"),
                new RestBody(RestBody.SLD_11, "<StyledLayerDescriptor version=\"1.1.0\"/>"));
        String before = publishing.server.dump();
        publishing.server.forget();
        assertThat(Publishing.say(publishing.plan())).contains("! workspace w", "! style grid");
        assertThatThrownBy(() -> publishing.apply())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("workspace w, style grid")
                .hasMessageContaining("--adopt");
        assertThat(publishing.server.writes()).isEmpty();
        assertThat(publishing.server.dump()).isEqualTo(before);
        publishing.publisher().apply(publishing.wanted(), true);
        assertThat(publishing.plan().summary()).isEqualTo("no changes");
    }

    @Test
    void twoWorkspacesShareTheGridSet() {
        publishing.apply();
        Site other = new Site(publishing.hand, "another");
        Publication wanted = new OneMapPublication(
                        new OneMapPublication.Options(
                                "another",
                                "urn:onemap:another",
                                new org.onemap.geoserver.catalog.StoreConnection.GeoPackageFile(
                                        SmallTown.file(folder).toString()),
                                Optional.of("O2"),
                                publishing.publisher().tileGrids()),
                        new ThemeLooks(org.onemap.theme.ThemeStyles.load("one-map")))
                .of(publishing.store);
        Publisher publisher = Publisher.connect(other, Optional.empty(), PublishListener.silent());
        publisher.apply(wanted, false);
        assertThat(publisher.plan(wanted, false).summary()).isEqualTo("no changes");
        assertThat(publishing.plan().summary()).isEqualTo("no changes");
    }

    @Test
    void aGridSetOfThatNameButOtherLevelsIsNotTouchedWithoutAdopt() {
        publishing.hand.put(
                RestPath.tileCache("gridsets", "Tianditu_c"),
                new RestBody(
                        "application/xml",
                        "<gridSet><name>Tianditu_c</name><srs><number>4326</number></srs></gridSet>"));
        assertThatThrownBy(() -> publishing.apply())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("grid set Tianditu_c");
    }

    @Test
    void aServerThatWritesStylesInItsOwnWayIsToleratedAndDriftStillSeen() {
        try (Publishing rewriting =
                Publishing.in(folder.resolve("two"), StandInOptions.usual().rewritingStyles())) {
            rewriting.apply();
            assertThat(rewriting.plan().summary()).isEqualTo("no changes");
            rewriting.hand.put(
                    workspace("styles", "road"),
                    new RestBody(RestBody.SLD_11, "<StyledLayerDescriptor version=\"1.1.0\"/>"));
            assertThat(Publishing.say(rewriting.publisher().diff())).contains("~ style road: content");
        }
    }

    @Test
    void aStyleThatComesBackTranslatedIsLookedUpInItsFile() {
        try (Publishing translating =
                Publishing.in(folder.resolve("two"), StandInOptions.usual().translatingStyles())) {
            translating.apply();
            assertThat(translating.plan().summary()).isEqualTo("no changes");
            translating.hand.put(
                    workspace("styles", "road"),
                    new RestBody(RestBody.SLD_11, "<StyledLayerDescriptor version=\"1.1.0\"/>"));
            assertThat(Publishing.say(translating.publisher().diff())).contains("~ style road: content");
        }
    }

    @Test
    void aSymbolThatGeoServerReplacedByADefaultIsNoticed() {
        try (Publishing rewriting =
                Publishing.in(folder.resolve("two"), StandInOptions.usual().rewritingStyles())) {
            rewriting.byHand("POST", RestPath.rest("workspaces"), "{\"workspace\":{\"name\":\"w\"}}");
            Catalog catalog = new Catalog(new Site(rewriting.hand, "w"), Optional.empty(), java.util.Map.of());
            ObjectState style = new Wanted("w", "urn:w")
                    .style(
                            "odd",
                            "<StyledLayerDescriptor version=\"1.1.0\"><Rule><PointySymbolizer>x</PointySymbolizer></Rule>"
                                    + "</StyledLayerDescriptor>");
            assertThatThrownBy(() -> catalog.write(Action.CREATE, style))
                    .isInstanceOf(CorruptData.class)
                    .hasMessageContaining("PointySymbolizer");
        }
    }

    @Test
    void aBrokenStyleIsRefusedWithGeoServersReason() {
        publishing.apply();
        Catalog catalog = new Catalog(new Site(publishing.hand, "w"), Optional.empty(), java.util.Map.of());
        ObjectState style = new Wanted("w", "urn:w").style("grid", "<StyledLayerDescriptor");
        assertThatThrownBy(() -> catalog.write(Action.UPDATE, style))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("change the style grid")
                .hasMessageContaining("Invalid style")
                .hasMessageNotContaining("<html");
    }

    @Test
    void anOldGeoServerIsRefused() {
        try (Publishing old =
                Publishing.in(folder.resolve("two"), StandInOptions.usual().withVersion("2.21.4"))) {
            assertThatThrownBy(old::publisher)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("2.21.4")
                    .hasMessageContaining("2.22");
        }
    }

    @Test
    void aWrongPasswordIsSaidOnceAndNotTriedAgain() {
        assertThatThrownBy(() -> Publisher.connect(
                        new Site(publishing.client("admin", "s3cret"), "w"),
                        Optional.empty(),
                        PublishListener.silent()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("refuses user 'admin'")
                .hasMessageNotContaining("s3cret");
        assertThat(publishing.server.log()).hasSize(1);
    }

    @Test
    void aUserWithoutRightsIsNamed() {
        assertThatThrownBy(() -> Publisher.connect(
                        new Site(publishing.client("reader", "geoserver"), "w"),
                        Optional.empty(),
                        PublishListener.silent()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("forbids user 'reader'")
                .hasMessageContaining("ROLE_ADMINISTRATOR");
    }

    @Test
    void anAddressWithoutGeoServerIsSaid() {
        org.onemap.geoserver.rest.RestClient client = new org.onemap.geoserver.rest.RestClient(
                org.onemap.geoserver.rest.GeoServerAddress.parse(
                        publishing.server.url().replace("/geoserver", "/gs")),
                new org.onemap.geoserver.rest.Credentials("admin", "geoserver"),
                java.time.Duration.ofSeconds(5));
        assertThatThrownBy(() -> Publisher.connect(new Site(client, "w"), Optional.empty(), PublishListener.silent()))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("no GeoServer at")
                .hasMessageContaining("/geoserver?");
    }

    @Test
    void namesThatGeoServerCannotKeepAreRefusedBeforehand() {
        for (String name : new String[] {"two words", "a.b", "50%", "w:x", ""}) {
            assertThatThrownBy(() -> new Site(publishing.hand, name))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("cannot name a workspace");
        }
        assertThatCode(() -> new Site(publishing.hand, "高新区_2024")).doesNotThrowAnyException();
    }

    @Test
    void neverSendsWhatGeoServerForbids() {
        publishing.apply();
        assertThat(publishing.server.log())
                .noneMatch(line -> line.startsWith("HEAD") || line.startsWith("OPTIONS") || line.startsWith("PATCH"))
                .noneMatch(line -> line.endsWith(" 415") || line.endsWith(" 405") || line.endsWith(" 406"));
    }
}
