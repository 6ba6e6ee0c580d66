package org.onemap.api.apidoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.api.Served;
import org.onemap.api.ServerOptions;
import org.onemap.api.plans.PlannedTown;

/** The API definition is valid OpenAPI 3.0, and what it says is served. */
class ApiDefinitionTest {

    @TempDir
    static Path folder;

    static Served served;

    @BeforeAll
    static void serve() {
        served = Served.of(PlannedTown.create(folder), ServerOptions.ofPort(0));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void isValidOpenApi() {
        HttpResponse<byte[]> response = served.get("/api");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.oai.openapi+json;version=3.0");
        ParseOptions strict = new ParseOptions();
        strict.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(Served.text(response), null, strict);
        assertThat(result.getMessages()).isEmpty();
        OpenAPI definition = result.getOpenAPI();
        assertThat(definition.getOpenapi()).startsWith("3.0");
        assertThat(definition.getServers().get(0).getUrl()).isEqualTo(served.url());
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingIsDefinedInVain() {
        JsonNode definition = served.json("/api");
        String text = definition.toString();
        Matcher references = Pattern.compile("\"#(/components/[^\"]+)\"").matcher(text);
        while (references.find()) {
            assertThat(definition.at(references.group(1)).isMissingNode())
                    .as(references.group(1))
                    .isFalse();
        }
        for (String kind : new String[] {"parameters", "responses", "headers", "schemas"}) {
            definition.at("/components/" + kind).fieldNames().forEachRemaining(name -> assertThat(text)
                    .as(kind)
                    .contains("\"#/components/" + kind + "/" + name + "\""));
        }
    }

    @Test
    void everyPathIsServed() {
        JsonNode paths = served.json("/api").path("paths");
        paths.fieldNames().forEachRemaining(path -> {
            if (!paths.path(path).has("get")) {
                assertThat(served.get(path).statusCode()).as(path).isEqualTo(405);
                return;
            }
            String filled = path.replace("{collectionId}", "grid")
                    .replace("{featureId}", "410172160601001")
                    .replace("{tileMatrixSetId}", "WebMercatorQuad")
                    .replace("{tileMatrix}", "14")
                    .replace("{tileRow}", "6500")
                    .replace("{tileCol}", "13359")
                    .replace("{styleId}", "one-map")
                    .replace("{size}", ".json")
                    .replace("{code}", "410172160601001")
                    .replace("{planId}", Long.toString(PlannedTown.DRAFT));
            String query = path.equals("/v1/locate")
                    ? "?lon=113.55&lat=34.81&coordsys=wgs84"
                    : path.equals("/v1/suggest") ? "?q=1" : "";
            boolean viewerIsThere = ApiDefinitionTest.class.getResource("/viewer/index.html") != null;
            assertThat(served.get(filled + query).statusCode())
                    .as(path)
                    .isEqualTo(path.equals("/map") && !viewerIsThere ? 404 : 200);
        });
    }

    @Test
    void statesTheLargestPage() {
        JsonNode definition = served.json("/api");
        assertThat(definition.at("/components/parameters/limit/schema/maximum").asInt())
                .isEqualTo(10_000);
        assertThat(served.get("/collections/grid/items?limit=10000").statusCode())
                .isEqualTo(200);
    }

    @Test
    void isAPageToo() {
        String page = served.text("/api", "Accept", "text/html");
        assertThat(page).contains("GET /v1/locate", "coordsys", "application/geo+json");
    }
}
