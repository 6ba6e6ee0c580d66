package org.onemap.api.styles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.api.Served;

/** OGC API Styles over real HTTP. */
class StylesHttpTest {

    @TempDir
    static Path folder;

    static Served served;

    @BeforeAll
    static void serve() {
        served = Served.town(folder);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void listsAStyleForEachTheme() {
        JsonNode styles = served.json("/styles");
        assertThat(styles.get("default").asText()).isEqualTo("one-map");
        assertThat(styles.get("styles").findValuesAsText("id")).containsExactly("one-map", "night", "print");
    }

    /** Whatever a document links to is there, in the media type that the link says. */
    @ParameterizedTest
    @CsvSource({"/styles", "/styles/night/metadata"})
    void linksLeadToWhatTheySay(String document) {
        List<JsonNode> links = new ArrayList<>();
        for (JsonNode list : served.json(document).findValues("links")) {
            list.forEach(links::add);
        }
        assertThat(links).hasSizeGreaterThan(7);
        for (JsonNode link : links) {
            HttpResponse<byte[]> response = served.get(link.get("href").asText(), "Accept", "*/*");
            assertThat(response.statusCode()).as(link.toString()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse(""))
                    .as(link.toString())
                    .startsWith(link.get("type").asText());
        }
    }

    @ParameterizedTest(name = "Accept {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        */*                                                      | application/vnd.mapbox.style+json
        application/json                                         | application/vnd.mapbox.style+json
        application/vnd.mapbox.style+json                        | application/vnd.mapbox.style+json
        application/vnd.ogc.sld+xml                              | application/vnd.ogc.sld+xml;version=1.0
        application/vnd.ogc.sld+xml;version=1.0                  | application/vnd.ogc.sld+xml;version=1.0
        application/vnd.ogc.sld+xml; version=1.1                 | application/vnd.ogc.sld+xml;version=1.1
        application/vnd.ogc.sld+xml;version="1.1.0"              | application/vnd.ogc.sld+xml;version=1.1
        application/vnd.ogc.se+xml                               | application/vnd.ogc.sld+xml;version=1.1
        application/vnd.openlayers.flat-style+json               | application/vnd.openlayers.flat-style+json
        application/vnd.ogc.sld+xml;version=1.1;q=0.9, */*;q=0.1 | application/vnd.ogc.sld+xml;version=1.1
        """)
    void answersInTheLanguageThatIsAskedFor(String accept, String mediaType) {
        HttpResponse<byte[]> response = served.get("/styles/one-map", "Accept", accept);
        assertThat(response.statusCode()).as(Served.text(response)).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(mediaType);
        assertThat(response.headers().firstValue("Vary").orElse("")).contains("Accept");
    }

    @Test
    void refusesAVersionThatThereIsNot() {
        HttpResponse<byte[]> response =
                served.get("/styles/one-map", "Accept", "application/vnd.ogc.sld+xml;version=2.0");
        assertThat(response.statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({
        "/styles/night?f=mapbox",
        "/styles/night?f=sld10",
        "/styles/night?f=sld11&layer=grid",
        "/styles/night?f=ol",
        "/styles/night/metadata",
        "/styles/night/legend?f=svg",
        "/styles/night/sprite@2x.png"
    })
    void answersThatNothingChanged(String path) {
        HttpResponse<byte[]> first = served.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(served.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    /** A style speaks of what this store has: its columns in SLD, its unnamed layers lowest. */
    @Test
    void drawsTheLayersOfTheStore() {
        String sld = served.text("/styles/one-map?f=sld11");
        assertThat(sld).contains("<se:Name>grid</se:Name>").doesNotContain("road_class");
        JsonNode mapbox = served.json("/styles/one-map?f=mapbox");
        assertThat(mapbox.at("/sources/onemap/tiles/0").asText())
                .isEqualTo(served.url() + "/tiles/WebMercatorQuad/{z}/{y}/{x}");
        String tile = mapbox.at("/sources/onemap/tiles/0")
                .asText()
                .replace("{z}", "14")
                .replace("{y}", "6500")
                .replace("{x}", "13359");
        assertThat(served.get(tile).statusCode()).isIn(200, 204);
    }

    @Test
    void sendsTheSpriteThatTheStyleNames() throws IOException {
        String sprite = served.json("/styles/one-map?f=mapbox").get("sprite").asText();
        JsonNode index = served.json(sprite + "@2x.json");
        int width = ImageIO.read(
                        new ByteArrayInputStream(served.get(sprite + "@2x.png").body()))
                .getWidth();
        assertThat(index.at("/part-other/x").asInt() + 48).isLessThanOrEqualTo(width);
        assertThat(served.get("/icons/part-other.svg").headers().firstValue("Content-Type"))
                .hasValue("image/svg+xml");
    }

    @Test
    void tellsOfSheetsAndLayers() {
        JsonNode metadata = served.json("/styles/print/metadata");
        assertThat(metadata.get("title").asText()).isEqualTo("要素一张图（打印）");
        assertThat(metadata.get("stylesheets").findValuesAsText("version"))
                .containsExactly("8", "1.0.0", "1.1.0", "10");
        assertThat(metadata.get("layers").findValuesAsText("type")).contains("polygon");
        for (JsonNode layer : metadata.get("layers")) {
            String sample = layer.at("/sampleData/href").asText();
            assertThat(served.get(sample).statusCode()).as(sample).isEqualTo(200);
        }
    }

    @Test
    void isFoundFromEverywhere() {
        String rel = "http://www.opengis.net/def/rel/ogc/1.0/styles";
        assertThat(served.text("/")).contains(rel);
        assertThat(served.text("/collections/grid")).contains(rel);
        assertThat(served.text("/conformance"))
                .contains("ogcapi-styles-1/1.0/conf/core", "conf/mapbox-styles", "conf/sld-10", "conf/sld-11");
        assertThat(served.text("/styles?f=html")).contains("要素一张图（夜间）", "/map?theme=night");
    }
}
