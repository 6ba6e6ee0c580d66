package org.onemap.api.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.api.Served;

/** Collections and items over real HTTP, from a real GeoPackage. */
class FeaturesHttpTest {

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
    void landingPageLinksToEverything() {
        JsonNode page = served.json("/");
        assertThat(rels(page)).contains("self", "service-desc", "service-doc", "conformance", "data");
        for (JsonNode link : page.path("links")) {
            assertThat(served.get(link.path("href").asText()).statusCode())
                    .as(link.toString())
                    .isEqualTo(link.path("href").asText().endsWith("/map") ? viewerStatus() : 200);
        }
    }

    private static int viewerStatus() {
        return FeaturesHttpTest.class.getResource("/viewer/index.html") == null ? 404 : 200;
    }

    @Test
    void declaresConformanceToFeaturesCore() {
        assertThat(texts(served.json("/conformance").path("conformsTo")))
                .contains(
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30");
    }

    @Test
    void listsTheLayersInTheOrderOfTheCatalog() {
        List<String> ids = new ArrayList<>();
        served.json("/collections")
                .path("collections")
                .forEach(collection -> ids.add(collection.path("id").asText()));
        assertThat(ids).startsWith("office", "zone", "grid").contains("building", "road", "part", "assignment", "村庄");
    }

    @Test
    void describesACollection() {
        JsonNode grid = served.json("/collections/grid");
        assertThat(grid.path("title").asText()).isEqualTo("网格");
        assertThat(grid.path("itemType").asText()).isEqualTo("feature");
        assertThat(grid.at("/extent/spatial/bbox/0").toString()).isEqualTo("[113.54,34.8,113.56,34.82]");
        assertThat(grid.at("/extent/temporal/interval/0/0").asText()).startsWith("2024-01-01");
        assertThat(texts(grid.path("crs"))).containsExactly("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        assertThat(rels(grid)).contains("self", "items", "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector");
    }

    @Test
    void aLayerWithoutGeometryHasItemsButNoTiles() {
        assertThat(rels(served.json("/collections/assignment"))).noneMatch(rel -> rel.contains("tilesets"));
        JsonNode item = served.json("/collections/assignment/items/A1");
        assertThat(item.path("geometry").isNull()).isTrue();
        assertThat(item.at("/properties/name").asText()).isEqualTo("张三");
        assertThat(served.get("/collections/assignment/tiles").statusCode()).isEqualTo(404);
    }

    @Test
    void givesAnItemAsGeoJson() {
        HttpResponse<byte[]> response = served.get("/collections/building/items/B002");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(response.headers().firstValue("Content-Crs"))
                .hasValue("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
        JsonNode item = Served.json(response);
        assertThat(item.path("id").asText()).isEqualTo("B002");
        assertThat(item.path("geometry").toString())
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":[[[113.5412,34.805],[113.5415,34.805],"
                        + "[113.5415,34.8053],[113.5412,34.8053],[113.5412,34.805]]]}");
        assertThat(item.path("properties").toString())
                .isEqualTo("{\"code\":\"B002\",\"name\":\"2号楼\",\"parent_code\":null,\"valid_from\":\"2024-01-01\","
                        + "\"change_set\":1,\"floors\":2,\"height\":6.2,\"用途\":\"住宅\",\"built\":\"2002-01-01\","
                        + "\"seen\":\"2024-05-01T08:00:00Z\",\"listed\":false}");
        assertThat(rels(item)).contains("self", "collection", "alternate");
    }

    @Test
    void writesPartsAndHolesAsRfc7946HasThem() {
        assertThat(served.json("/collections/%E6%9D%91%E5%BA%84/items/7")
                        .at("/geometry/type")
                        .asText())
                .isEqualTo("MultiPolygon");
        JsonNode rings = served.json("/collections/%E6%9D%91%E5%BA%84/items/8").at("/geometry/coordinates");
        assertThat(rings.get(0).toString())
                .as("counter-clockwise")
                .isEqualTo("[[113.6,34.7],[113.7,34.7],[113.7,34.8],[113.6,34.8],[113.6,34.7]]");
        assertThat(rings.get(1).toString())
                .as("clockwise")
                .isEqualTo("[[113.62,34.72],[113.62,34.74],[113.64,34.74],[113.64,34.72],[113.62,34.72]]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a%2Fb, a/b", "50%25, 50%", "%E8%B7%AF%E7%81%AF%201, 路灯 1"})
    void findsItemsByOddCodes(String encoded, String code) {
        JsonNode item = served.json("/collections/part/items/" + encoded);
        assertThat(item.path("id").asText()).isEqualTo(code);
        String self = item.at("/links/0/href").asText();
        assertThat(served.json(self).path("id").asText())
                .as("its own link leads to it")
                .isEqualTo(code);
    }

    @Test
    void keepsHeights() {
        assertThat(served.json("/collections/part/items/50%25")
                        .at("/geometry/coordinates")
                        .toString())
                .isEqualTo("[113.5451,34.8052,103.5]");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
                /collections/building/items?limit=100                                    | 25
                /collections/building/items?bbox=113.5405,34.80,113.5409,34.81           | 1
                /collections/building/items?bbox=113.5405,34.80,0,113.5409,34.81,100     | 1
                /collections/building/items?bbox=113.53,34,113.539,35                    | 0
                /collections/building/items?bbox=170,-10,-170,10                         | 0
                /collections/building/items?bbox=113.545,34,113.543,35                   | 23
                /collections/building/items?floors=7                                     | 1
                /collections/building/items?FLOORS=7                                     | 1
                /collections/building/items?height=6.2                                   | 1
                /collections/building/items?built=2007-01-01                             | 1
                /collections/building/items?%E7%94%A8%E9%80%94=%E4%BD%8F%E5%AE%85        | 12
                /collections/building/items?listed=true                                  | 1
                /collections/building/items?name=7%E5%8F%B7%E6%A5%BC&floors=7            | 1
                /collections/building/items?name=7%E5%8F%B7%E6%A5%BC&floors=8            | 0
                /collections/grid/items?parent_code=410172160601                         | 4
                /collections/grid/items?asOf=2023-12-31                                  | 0
                /collections/grid/items?asOf=2024-01-01                                  | 4
                /collections/grid/items?datetime=2023-12-31T15:59:59Z                    | 0
                /collections/grid/items?datetime=2023-12-31T16:00:00Z                    | 4
                /collections/grid/items?datetime=../..                                   | 4
                /collections/grid/items?datetime=../2023-12-31                           | 0
                /collections/grid/items?datetime=2023-01-01/2024-01-01                   | 4
                /collections/grid/items?datetime=2023-01-01/2023-12-31T15:59:59Z         | 0
                /collections/grid/items?datetime=2023-01-01/..                           | 4
                /collections/grid/items?f=geojson                                        | 4
                """)
    void selectsItems(String path, int matched) {
        JsonNode page = served.json(path + (path.contains("limit") ? "" : "&limit=100"));
        assertThat(page.path("numberMatched").asInt()).isEqualTo(matched);
        assertThat(page.path("numberReturned").asInt()).isEqualTo(matched);
        assertThat(page.path("features").size()).isEqualTo(matched);
    }

    @Test
    void pagesByLinksOverEveryItemOnce() {
        List<String> ids = new ArrayList<>();
        Optional<String> next = Optional.of("/collections/building/items?limit=7&bbox=113,34,114,35");
        int pages = 0;
        while (next.isPresent()) {
            JsonNode page = served.json(next.get());
            assertThat(page.path("numberMatched").asInt()).isEqualTo(25);
            page.path("features").forEach(feature -> ids.add(feature.path("id").asText()));
            next = link(page, "next");
            pages++;
        }
        assertThat(pages).isEqualTo(4);
        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void theLastPageHasNoNextLink() {
        assertThat(link(served.json("/collections/building/items?limit=25"), "next"))
                .isEmpty();
        assertThat(link(served.json("/collections/building/items?limit=24"), "next"))
                .isPresent();
    }

    @Test
    void defaultPageHasTenItems() {
        JsonNode page = served.json("/collections/building/items");
        assertThat(page.path("numberReturned").asInt()).isEqualTo(10);
        assertThat(page.path("numberMatched").asInt()).isEqualTo(25);
        assertThat(page.path("timeStamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @ParameterizedTest(name = "Accept: {0}, f={1} → {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                -                                                              | -    | application/geo+json
                */*                                                            | -    | application/geo+json
                application/geo+json                                           | -    | application/geo+json
                application/json                                               | -    | application/geo+json
                text/html                                                      | -    | text/html;charset=utf-8
                text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | -   | text/html;charset=utf-8
                text/html;q=0.1,application/geo+json                           | -    | application/geo+json
                text/html                                                      | json | application/geo+json
                application/json                                               | html | text/html;charset=utf-8
                """)
    void negotiatesTheForm(String accept, String format, String mediaType) {
        String path = "/collections/grid/items" + (format == null ? "" : "?f=" + format);
        HttpResponse<byte[]> response = accept == null ? served.get(path) : served.get(path, "Accept", accept);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).isEqualToIgnoringCase(mediaType);
        assertThat(response.headers().firstValue("Vary").orElse("")).contains("Accept", "Accept-Encoding");
    }

    @Test
    void pagesForPeopleAreEscapedAndLinked() {
        HttpResponse<byte[]> response = served.get("/collections/road/items?f=html");
        assertThat(Served.text(response)).contains("科学大道 &lt;东&gt;").doesNotContain("<东>");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        String page = served.text("/collections/building/items?f=html&limit=5");
        assertThat(page).contains("下一页").contains("/collections/building/items/B001?f=html");
        for (String path : List.of(
                "/",
                "/conformance",
                "/api",
                "/collections",
                "/collections/%E6%9D%91%E5%BA%84",
                "/collections/part/items/a%2Fb")) {
            HttpResponse<byte[]> html = served.get(path, "Accept", "text/html");
            assertThat(html.statusCode()).as(path).isEqualTo(200);
            assertThat(Served.text(html)).as(path).startsWith("<!DOCTYPE html>").endsWith("</html>");
        }
    }

    @Test
    void queryablesListTheColumns() {
        JsonNode schema = served.json("/collections/building/queryables");
        assertThat(schema.at("/properties/floors/type").asText()).isEqualTo("integer");
        assertThat(schema.at("/properties/built/format").asText()).isEqualTo("date");
        assertThat(schema.at("/properties").has("用途")).isTrue();
        assertThat(schema.at("/properties/geom/$ref").asText()).contains("geojson.org");
    }

    private static Optional<String> link(JsonNode node, String rel) {
        return StreamSupport.stream(node.path("links").spliterator(), false)
                .filter(link -> link.path("rel").asText().equals(rel))
                .map(link -> link.path("href").asText())
                .findFirst();
    }

    private static List<String> rels(JsonNode node) {
        List<String> rels = new ArrayList<>();
        node.path("links").forEach(link -> rels.add(link.path("rel").asText()));
        return rels;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
