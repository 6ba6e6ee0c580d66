package org.onemap.api.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemap.api.Served;

/** Vector tiles over real HTTP. */
class TilesHttpTest {

    /** Holds the middle of the town. */
    private static final String TILE = "/tiles/WebMercatorQuad/14/6500/13359";

    private static final String EMPTY = "/tiles/WebMercatorQuad/14/0/0";

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
    void aTileHoldsAllLayersThatLieInIt() {
        HttpResponse<byte[]> response = served.get(TILE);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/vnd.mapbox-vector-tile");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(layers(response.body()))
                .containsExactly("office", "zone", "grid", "community", "dedicated_grid", "road", "building", "part");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid,road", "road,grid", " road , grid"})
    void aTileHoldsTheLayersAskedForInTheOrderOfTheCatalog(String collections) {
        byte[] tile = served.get(TILE + "?f=mvt&collections=" + collections.replace(" ", "%20"))
                .body();
        assertThat(layers(tile)).containsExactly("grid", "road");
    }

    @Test
    void atSmallScalesATileLeavesOutWhatTheMapDoesNotDraw() {
        String far = "/tiles/WebMercatorQuad/9/203/417";
        assertThat(layers(served.get(far).body()))
                .contains("office", "grid", "road")
                .doesNotContain("building", "part");
        assertThat(layers(served.get(far + "?collections=part").body())).containsExactly("part");
        JsonNode json = served.json("/tiles/WebMercatorQuad?f=tilejson");
        for (JsonNode layer : json.path("vector_layers")) {
            assertThat(layer.path("minzoom").asInt() <= 9)
                    .as(layer.path("id").asText())
                    .isEqualTo(!List.of("building", "part", "address")
                            .contains(layer.path("id").asText()));
        }
    }

    @Test
    void aCollectionHasTilesOfItsOwn() {
        assertThat(layers(served.get("/collections/grid" + TILE + "?f=mvt").body()))
                .containsExactly("grid");
        assertThat(served.get("/collections/grid" + TILE).body())
                .isEqualTo(served.get(TILE + "?collections=grid").body());
    }

    @Test
    void anEmptyTileIsNoError() {
        HttpResponse<byte[]> response = served.get(EMPTY);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("ETag")).isPresent();
        assertThat(served.get(EMPTY, "Accept-Encoding", "gzip").statusCode()).isEqualTo(200);
    }

    @Test
    void tagsAreStrongAndQuotedAndDifferForEachCoding() throws IOException {
        HttpResponse<byte[]> plain = served.get(TILE);
        HttpResponse<byte[]> gzip = served.get(TILE, "Accept-Encoding", "gzip, br");
        String plainTag = plain.headers().firstValue("ETag").orElseThrow();
        String gzipTag = gzip.headers().firstValue("ETag").orElseThrow();
        assertThat(plainTag).matches("\"[0-9a-f]{32}\"");
        assertThat(gzipTag).matches("\"[0-9a-f]{32}-gzip\"").isNotEqualTo(plainTag);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(gzip.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(served.get(TILE, "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void whatTheCallerHasIsNotSentAgain() {
        for (String coding : List.of("identity", "gzip")) {
            String tag = served.get(TILE, "Accept-Encoding", coding)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                HttpResponse<byte[]> again = served.get(TILE, "Accept-Encoding", coding, "If-None-Match", known);
                assertThat(again.statusCode()).as(coding + " " + known).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.headers().firstValue("ETag")).hasValue(tag);
                assertThat(again.headers().firstValue("Cache-Control")).hasValue("no-cache");
            }
            assertThat(served.get(TILE, "Accept-Encoding", coding, "If-None-Match", "\"other\"")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void jsonHasTagsToo() {
        String tag = served.get("/collections/grid/items")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(tag).startsWith("W/\"").endsWith("\"");
        assertThat(served.get("/collections/grid/items", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(served.get("/collections/grid/items?limit=2", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void metadataLeadsToTiles() {
        JsonNode sets = served.json("/tiles");
        assertThat(sets.at("/tilesets/0/tileMatrixSetURI").asText()).endsWith("WebMercatorQuad");
        assertThat(sets.at("/tilesets/0/dataType").asText()).isEqualTo("vector");
        JsonNode set = served.json("/collections/building/tiles/WebMercatorQuad");
        assertThat(set.at("/layers/0/id").asText()).isEqualTo("building");
        String template = "";
        for (JsonNode link : set.path("links")) {
            if (link.path("rel").asText().equals("item")) {
                assertThat(link.path("templated").asBoolean()).isTrue();
                template = link.path("href").asText();
            }
        }
        assertThat(layers(served.get(template.replace("{tileMatrix}", "14")
                                .replace("{tileRow}", "6500")
                                .replace("{tileCol}", "13359"))
                        .body()))
                .containsExactly("building");
    }

    @Test
    void tileJsonLeadsToTiles() {
        JsonNode json = served.json("/tiles/WebMercatorQuad?f=tilejson&collections=grid,building");
        assertThat(json.path("tilejson").asText()).isEqualTo("3.0.0");
        assertThat(json.at("/vector_layers/1/fields/floors").asText()).isEqualTo("Number");
        assertThat(json.path("bounds").toString()).isEqualTo("[113.54,34.8,113.56,34.82]");
        String tile = json.at("/tiles/0")
                .asText()
                .replace("{z}", "14")
                .replace("{y}", "6500")
                .replace("{x}", "13359");
        assertThat(layers(served.get(tile).body())).containsExactly("grid", "building");
    }

    @Test
    void theTileMatrixSetIsDefined() {
        JsonNode set = served.json("/tileMatrixSets/WebMercatorQuad");
        assertThat(set.path("tileMatrices")).hasSize(25);
        assertThat(set.at("/tileMatrices/0/scaleDenominator").asDouble()).isBetween(559082264.0, 559082265.0);
        assertThat(served.json("/tileMatrixSets").at("/tileMatrixSets/0/id").asText())
                .isEqualTo("WebMercatorQuad");
    }

    /** The names of the layers of a tile, read from the protobuf by hand. */
    static List<String> layers(byte[] tile) {
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < tile.length) {
            assertThat(tile[at]).as("field 3, length-delimited").isEqualTo((byte) 0x1A);
            int[] length = varint(tile, at + 1);
            names.add(name(tile, length[1]));
            at = length[1] + length[0];
        }
        return names;
    }

    private static String name(byte[] tile, int layer) {
        int at = layer;
        while (tile[at] != 0x0A) { // version and extent come as varints before the name, if they do
            at = varint(tile, at + 1)[1];
        }
        int[] length = varint(tile, at + 1);
        return new String(tile, length[1], length[0], StandardCharsets.UTF_8);
    }

    private static int[] varint(byte[] bytes, int from) {
        int value = 0;
        int at = from;
        for (int shift = 0; ; shift += 7) {
            value |= (bytes[at] & 0x7F) << shift;
            if ((bytes[at++] & 0x80) == 0) {
                return new int[] {value, at};
            }
        }
    }
}
