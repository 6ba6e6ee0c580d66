package org.onemap.geoserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.geoserver.plan.Plan;
import org.onemap.geoserver.rest.RestPath;

/** Plan, apply, diff and rollback against a GeoServer. */
class PublisherTest {

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

    private RestPath workspace(String... names) {
        return RestPath.rest("workspaces", Publishing.WORKSPACE).and(names);
    }

    private RestPath featureType(String name) {
        return workspace("datastores", "onemap", "featuretypes", name);
    }

    @Test
    void planNamesEverythingAndWritesNothing() {
        Plan plan = publishing.plan();
        assertThat(Publishing.say(plan))
                .contains(
                        "+ workspace w",
                        "+ store onemap",
                        "+ style grid",
                        "+ feature type grid",
                        "+ layer grid",
                        "+ layer group one-map",
                        "+ grid set Tianditu_c",
                        "+ tile layer one-map")
                .noneMatch(line -> line.contains("assignment"));
        assertThat(plan.summary()).isEqualTo(plan.changes().size() + " changes");
        assertThat(publishing.server.writes()).isEmpty();
    }

    @Test
    void secondApplyWritesNothing() {
        publishing.apply();
        publishing.server.forget();
        assertThat(publishing.apply().summary()).isEqualTo("no changes");
        assertThat(publishing.server.writes()).isEmpty();
    }

    @Test
    void featureTypesHaveChineseTitlesKeywordsReferenceSystemAndBoxes() {
        publishing.apply();
        JsonNode type =
                publishing.read("datastores", "onemap", "featuretypes", "grid").path("featureType");
        assertThat(type.path("title").asText()).isEqualTo("网格");
        assertThat(type.path("abstract").asText()).contains("网格").contains("CGCS2000");
        assertThat(type.path("keywords").path("string").toString()).contains("要素一张图");
        assertThat(type.path("srs").asText()).isEqualTo("EPSG:4490");
        assertThat(type.path("projectionPolicy").asText()).isEqualTo("FORCE_DECLARED");
        assertThat(type.path("nativeBoundingBox").path("crs").asText()).isEqualTo("EPSG:4490");
        assertThat(type.path("nativeBoundingBox").path("minx").asDouble()).isEqualTo(113.54);
        assertThat(type.path("latLonBoundingBox").path("maxy").asDouble()).isEqualTo(34.82);
    }

    @Test
    void anEmptyTableGetsTheBoxOfTheOthers() {
        publishing.apply();
        JsonNode box = publishing
                .read("datastores", "onemap", "featuretypes", "address")
                .path("featureType")
                .path("nativeBoundingBox");
        assertThat(box.path("minx").asDouble()).isEqualTo(113.54);
        assertThat(box.path("maxx").asDouble()).isEqualTo(113.58);
    }

    @Test
    void layersHaveTheirStylesAndTheGroupItsOrderFromTheTheme() {
        publishing.apply();
        assertThat(publishing
                        .read("layers", "grid")
                        .at("/layer/defaultStyle/name")
                        .asText())
                .isEqualTo("w:grid");
        assertThat(publishing
                        .read("styles", "grid")
                        .at("/style/languageVersion/version")
                        .asText())
                .isEqualTo("1.1.0");
        JsonNode group = publishing.read("layergroups", "one-map").path("layerGroup");
        List<String> order = new ArrayList<>();
        group.path("styles")
                .path("style")
                .forEach(style -> order.add(style.path("name").asText()));
        assertThat(order)
                .containsExactly("w:office--area", "w:building", "w:road", "w:grid", "w:office--boundary", "w:address");
        assertThat(group.path("title").asText()).isEqualTo("要素一张图");
        assertThat(group.path("bounds").path("minx").asDouble()).isEqualTo(113.54);
    }

    @Test
    void diffShowsWhatWasChangedByHandAndApplyPutsItBack() {
        publishing.apply();
        publishing.byHand("PUT", featureType("grid"), "{\"featureType\":{\"title\":\"别名\",\"enabled\":false}}");
        publishing.byHand("PUT", workspace("layers", "office"), "{\"layer\":{\"defaultStyle\":{\"name\":\"w:grid\"}}}");
        publishing.hand.delete(workspace("styles", "road").with("recurse", "true"));
        assertThat(Publishing.say(publishing.publisher().diff()))
                .contains(
                        "~ feature type grid: title, enabled",
                        "~ layer office: defaultStyle",
                        "+ style road",
                        "~ layer road: defaultStyle");
        publishing.apply();
        assertThat(publishing.publisher().diff().isEmpty()).isTrue();
        assertThat(publishing
                        .read("layers", "road")
                        .at("/layer/defaultStyle/name")
                        .asText())
                .isEqualTo("w:road");
    }

    @Test
    void aStyleChangedByHandIsDrift() {
        publishing.apply();
        publishing.hand.put(
                workspace("styles", "road"),
                new org.onemap.geoserver.rest.RestBody(
                        org.onemap.geoserver.rest.RestBody.SLD_11, "<StyledLayerDescriptor version=\"1.1.0\"/>"));
        assertThat(Publishing.say(publishing.publisher().diff()))
                .containsExactly("~ style road: content", "~ tiles road", "~ tiles one-map");
    }

    @Test
    void rollbackReturnsToTheLastAppliedState() {
        publishing.apply();
        String applied = publishing.server.dump();
        publishing.byHand("PUT", featureType("grid"), "{\"featureType\":{\"title\":\"别名\"}}");
        publishing.publisher().rollback();
        assertThat(publishing.server.dump()).isEqualTo(applied);
    }

    @Test
    void rollbackWithoutDriftReturnsToTheStateBefore() {
        publishing.apply();
        String before = publishing.server.dump();
        SmallTown.addLayer(publishing.store, "camera", "探头");
        OneMapPublication.MapLooks plain = new ThemeLooks(org.onemap.theme.ThemeStyles.load("one-map"));
        publishing.looks(layers -> {
            MapLook look = plain.of(layers);
            java.util.Map<String, String> styles = new java.util.LinkedHashMap<>(look.styles());
            styles.replaceAll((name, sld) -> sld.replace("</sld:UserStyle>", "<!-- 夜 --></sld:UserStyle>")
                    .replace("</UserStyle>", "<!-- 夜 --></UserStyle>"));
            return new MapLook("夜间一张图", styles, look.drawings(), look.icons());
        });
        publishing.apply();
        assertThat(publishing.server.dump())
                .isNotEqualTo(before)
                .contains("camera")
                .contains("夜间一张图");
        Plan back = publishing.publisher().rollback();
        assertThat(Publishing.say(back)).contains("- feature type camera", "- style camera");
        assertThat(publishing.server.dump()).isEqualTo(before);
        assertThat(publishing.publisher().diff().isEmpty()).isTrue();
    }

    @Test
    void rollbackOfTheFirstApplyHasNowhereToGo() {
        assertThatThrownBy(() -> publishing.publisher().rollback()).isInstanceOf(NotFound.class);
        publishing.apply();
        publishing.server.forget();
        assertThatThrownBy(() -> publishing.publisher().rollback())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("nothing to go back to");
        assertThat(publishing.server.writes()).isEmpty();
    }

    @Test
    void tablesWithChineseNamesAreLayersLikeOthers() {
        SmallTown.addLayer(publishing.store, "探头", "监控探头");
        publishing.apply();
        assertThat(publishing
                        .read("layers", "探头")
                        .at("/layer/defaultStyle/name")
                        .asText())
                .isEqualTo("w:探头");
        assertThat(publishing.plan().summary()).isEqualTo("no changes");
    }

    @Test
    void aLayerThatIsGoneFromTheStoreGoesFromGeoServer() {
        SmallTown.addLayer(publishing.store, "camera", "探头");
        publishing.apply();
        Publication with = publishing.wanted();
        Publication without = new Publication(
                new org.onemap.geoserver.plan.Manifest(
                        "ohne",
                        with.manifest().objects().stream()
                                .filter(object -> !object.key().name().startsWith("camera"))
                                .map(object -> object.key().name().equals("one-map")
                                                && object.key().kind() == org.onemap.geoserver.plan.Kind.GROUP
                                        ? withoutMember(object)
                                        : object)
                                .toList()),
                with.change(),
                with.changes());
        Plan plan = publishing.publisher().apply(without, false);
        assertThat(Publishing.say(plan)).contains("- feature type camera", "- style camera");
        assertThat(publishing.hand.get(featureType("camera").json()).status()).isEqualTo(404);
    }

    private static org.onemap.geoserver.plan.ObjectState withoutMember(org.onemap.geoserver.plan.ObjectState group) {
        java.util.Map<String, String> properties = new java.util.LinkedHashMap<>(group.properties());
        properties.replaceAll((name, value) -> value.replace("w:camera, ", "").replace(", w:camera", ""));
        return org.onemap.geoserver.plan.ObjectState.of(
                group.key().kind(), group.key().name(), properties);
    }

    @Test
    void onlyTilesThatShowAChangeAreThrownAway() {
        publishing.apply();
        int before = publishing.server.tileWork().size();
        SmallTown.build(publishing.store, "B3", "G1", 113.551);
        assertThat(Publishing.say(publishing.plan())).containsExactly("~ tiles building", "~ tiles one-map");
        publishing.apply();
        List<String> work = publishing.server.tileWork();
        List<String> since = work.subList(before, work.size());
        assertThat(since)
                .isNotEmpty()
                .allMatch(request -> request.contains("\"type\":\"truncate\"")
                        && request.contains("\"bounds\"")
                        && (request.contains("w:building") || request.contains("w:one-map")));
        assertThat(since).anyMatch(request -> request.contains("Tianditu_c"));
        assertThat(publishing.plan().summary()).isEqualTo("no changes");
    }

    @Test
    void everyTileGoesWhereTheWayOfDrawingChanged() {
        publishing.apply();
        int before = publishing.server.tileWork().size();
        publishing.byHand("PUT", workspace("layers", "office"), "{\"layer\":{\"defaultStyle\":{\"name\":\"w:grid\"}}}");
        publishing.apply();
        List<String> work = publishing.server.tileWork();
        assertThat(work.subList(before, work.size()))
                .containsExactly("masstruncate w:office", "masstruncate w:one-map");
    }

    @Test
    void seedsOnRequestInEveryGridSetAndWaits() {
        publishing.apply();
        List<String> heard = new ArrayList<>();
        Publisher publisher = Publisher.connect(
                new org.onemap.geoserver.catalog.Site(publishing.hand, Publishing.WORKSPACE),
                Optional.empty(),
                new PublishListener() {
                    @Override
                    public void done(org.onemap.geoserver.plan.Change change) {}

                    @Override
                    public void seeding(String layer, org.onemap.geoserver.tiles.TileJobs.Progress progress) {
                        heard.add(progress.tasks() + " tasks, " + progress.done() + " of " + progress.total());
                    }
                });
        publisher.seed("one-map", 8, 12);
        assertThat(publishing.server.tileWork())
                .anyMatch(work -> work.contains("EPSG:900913")
                        && work.contains("\"zoomStart\":8")
                        && work.contains("\"zoomStop\":12")
                        && work.contains("seed"))
                .anyMatch(work -> work.contains("Tianditu_c")
                        && work.contains("\"zoomStart\":7")
                        && work.contains("\"zoomStop\":11"));
        assertThat(heard).startsWith("3 tasks, 0 of 0").endsWith("0 tasks, 0 of 0");
        assertThat(heard).contains("3 tasks, 90 of 270");
    }

    @Test
    void anOfficeSeesItsRowsAndLayersWithoutDivisionsAreLeftOut() {
        Publication office = publishing.wanted(SmallTown.file(folder).toString(), Optional.of("O1"));
        publishing.publisher().apply(office, false);
        assertThat(filter("office")).isEqualTo("code IN ('O1')");
        assertThat(filter("grid")).isEqualTo("code IN ('G1')");
        assertThat(filter("building")).isEqualTo("parent_code IN ('G1','O1')");
        assertThat(publishing.hand.get(featureType("road").json()).status()).isEqualTo(404);
        JsonNode box = publishing
                .read("datastores", "onemap", "featuretypes", "office")
                .at("/featureType/nativeBoundingBox");
        assertThat(box.path("maxx").asDouble()).isEqualTo(113.56);
        assertThatThrownBy(() -> publishing.wanted(SmallTown.file(folder).toString(), Optional.of("O9")))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("O9")
                .hasMessageContaining("O1");
    }

    private String filter(String layer) {
        return publishing
                .read("datastores", "onemap", "featuretypes", layer)
                .at("/featureType/cqlFilter")
                .asText();
    }
}
