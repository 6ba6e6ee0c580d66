package org.onemap.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is told as RFC 9457 has it, with a sentence that names the way out. */
class ProblemsTest {

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

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                /nowhere                                                        | 404 | nothing is served at /nowhere
                /collections/nowhere                                            | 404 | no layer named 'nowhere'
                /collections/nowhere/items                                      | 404 | no layer named 'nowhere'
                /collections/nowhere/items/1                                    | 404 | no layer named 'nowhere'
                /collections/nowhere/tiles/WebMercatorQuad/0/0/0                | 404 | no layer named 'nowhere'
                /collections/grid/items/999                                     | 404 | has no item '999'
                /collections/grid/items/410172160601001?asOf=2020-01-01         | 404 | valid on 2020-01-01
                /collections/grid/items?bbox=1,2,3                              | 400 | is no box
                /collections/grid/items?bbox=1,2,3,x                            | 400 | is no box
                /collections/grid/items?bbox=                                   | 400 | is no box
                /collections/grid/items?bbox=NaN,1,2,3                          | 400 | is no box
                /collections/grid/items?bbox=34,113,35,114                      | 400 | longitude comes first
                /collections/grid/items?bbox=113,35,114,34                      | 400 | the wrong way round
                /collections/grid/items?bbox=1,2,3,4&bbox=1,2,3,4               | 400 | is given 2 times
                /collections/grid/items?limit=10001                             | 400 | over the maximum
                /collections/grid/items?limit=99999999999                       | 400 | over the maximum
                /collections/grid/items?limit=0                                 | 400 | too small
                /collections/grid/items?limit=-1                                | 400 | too small
                /collections/grid/items?limit=ten                               | 400 | no whole number
                /collections/grid/items?cursor=x                                | 400 | follow the link 'next'
                /collections/grid/items?bbxo=1,2,3,4                            | 400 | no parameter 'bbxo'
                /collections/grid/items?f=xml                                   | 400 | no format 'xml'
                /collections/grid/items?asOf=yesterday                          | 400 | YYYY-MM-DD
                /collections/grid/items?asOf=2024-02-30                         | 400 | YYYY-MM-DD
                /collections/grid/items?datetime=2024-03-01/2024-02-01          | 400 | ends before it starts
                /collections/grid/items?name=%C4%E3                             | 400 | not percent-encoded UTF-8
                /collections/building/items?floors=many                         | 400 | no value for column 'floors'
                /v1/locate?lon=113.55&lat=34.81                                 | 400 | 'coordsys' is missing
                /v1/locate?lon=113.55&lat=34.81&coordsys=                       | 400 | 'coordsys' is missing
                /v1/locate?lon=113.55&lat=34.81&coordsys=mars                   | 400 | wgs84, cgcs2000, gcj02, bd09
                /v1/locate?lat=34.81&coordsys=wgs84                             | 400 | 'lon' is missing
                /v1/locate?lon=NaN&lat=34.81&coordsys=wgs84                     | 400 | no position
                /v1/locate?lon=east&lat=34.81&coordsys=wgs84                    | 400 | no position
                /v1/locate?lon=181&lat=34.81&coordsys=wgs84                     | 400 | not a position
                /v1/locate?lon=34.81&lat=113.55&coordsys=wgs84                  | 400 | the other way round
                /v1/locate?lon=34.805&lat=113.545&coordsys=wgs84                | 400 | and would lie in grid 410172160601001
                /v1/locate?lon=113.55&lat=34.81&coordsys=wgs84&accuracyM=0      | 400 | above 0 and at most 5000 m
                /v1/locate?lon=113.55&lat=34.81&coordsys=wgs84&accuracyM=5001   | 400 | above 0 and at most 5000 m
                /v1/locate?lon=113.55&lat=34.81&coordsys=wgs84&accuracyM=far    | 400 | no length
                /v1/locate?lon=113.55&lat=34.81&coordsys=wgs84&asOf=soon        | 400 | YYYY-MM-DD
                /v1/locate?lon=1e400&lat=34.81&coordsys=wgs84                   | 400 | not a position
                /tiles/WebMercatorQuad/30/0/0                                   | 400 | zoom levels are 0 to 24
                /tiles/WebMercatorQuad/1/2/0                                    | 400 | 0 to 1
                /tiles/WebMercatorQuad/1/0/-1                                   | 400 | 0 to 1
                /tiles/WebMercatorQuad/one/0/0                                  | 400 | no zoom level
                /tiles/Mars/0/0/0                                               | 404 | no tile matrix set 'Mars'
                /tiles/WebMercatorQuad/0/0/0?collections=nowhere                | 404 | no layer named 'nowhere'
                /tiles/WebMercatorQuad/0/0/0?f=png                              | 400 | no format 'png'
                /styles/nothing?f=sld11                                         | 404 | no style named
                /styles/nothing/metadata                                        | 404 | no style named
                /styles/nothing/legend                                          | 404 | no style named
                /styles/one-map?f=css                                           | 400 | no format 'css'
                /styles/one-map?layer=grid                                      | 400 | only SLD can be had for one layer
                /styles/one-map?f=sld10&layer=nowhere                           | 404 | no layer named 'nowhere'
                /styles/one-map?colour=red                                      | 400 | no parameter 'colour'
                /styles/one-map/sprite.gif                                      | 404 | no sprite.gif
                /styles/nothing                                                 | 404 | no style named 'nothing'
                /v1/suggest                                                     | 400 | 'q' is missing
                /v1/suggest?q=x&limit=51                                        | 400 | over the maximum
                /map/../../secret                                               | 400 | cannot be read
                /map/..%2Fsecret                                                | 404 | no file '../secret'
                /webjars/ol/package.jsonx                                       | 404 | no file
                """)
    void saysWhatIsWrong(String path, int status, String part) {
        HttpResponse<byte[]> response = served.get(path);
        assertThat(response.statusCode()).as(Served.text(response)).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Served.json(response);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).contains(part);
        assertThat(problem.path("type").asText()).startsWith("urn:onemap:problem:");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).isNotBlank();
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void looksAsItAlwaysDid() {
        ObjectNode problems = new ObjectMapper().createObjectNode();
        for (String path : List.of(
                "/collections/nowhere",
                "/collections/grid/items/999",
                "/collections/grid/items?bbox=1,2,3",
                "/collections/grid/items?limit=10001",
                "/collections/grid/items?bbxo=1",
                "/v1/locate?lon=113.55&lat=34.81",
                "/v1/locate?lon=34.81&lat=113.55&coordsys=wgs84",
                "/v1/locate?lon=113.55&lat=34.81&coordsys=wgs84&accuracyM=9000",
                "/v1/locate:batch",
                "/tiles/WebMercatorQuad/1/2/0")) {
            problems.set(path, served.json(path));
        }
        Golden.check("problems", problems, served.url());
    }

    @Test
    void onlyReadingIsAllowed() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            HttpResponse<byte[]> response = served.send(method, "/collections/grid/items");
            assertThat(response.statusCode()).as(method).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
            assertThat(Served.json(response).path("status").asInt()).isEqualTo(405);
        }
        assertThat(served.send("POST", "/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesFormsThatAreNotThere() {
        HttpResponse<byte[]> response = served.get("/collections/grid/items", "Accept", "image/png");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(Served.json(response).path("detail").asText()).contains("application/geo+json");
    }

    @Test
    void answersHeadAsGetWithoutBody() {
        for (String path :
                List.of("/", "/collections/grid/items", "/tiles/WebMercatorQuad/14/6500/13359", "/nowhere")) {
            HttpResponse<byte[]> head = served.send("HEAD", path);
            HttpResponse<byte[]> get = served.get(path);
            assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
            assertThat(head.body()).as(path).isEmpty();
            assertThat(head.headers().firstValue("ETag"))
                    .isEqualTo(get.headers().firstValue("ETag"));
            assertThat(head.headers().firstValue("Content-Type"))
                    .isEqualTo(get.headers().firstValue("Content-Type"));
        }
    }

    @Test
    void letsPagesOfOtherSitesRead() {
        HttpResponse<byte[]> preflight =
                served.send("OPTIONS", "/collections/grid/items", "Origin", "http://elsewhere");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET, HEAD, OPTIONS");
        assertThat(served.get("/").headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @Test
    void answersBrokenRequestsWithAProblem() throws IOException {
        URI uri = URI.create(served.url());
        for (String target :
                List.of("/collections/%zz", "/collections/grid/items?name=%zz", "/collections/%C4", "/a%00b")) {
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                socket.getOutputStream()
                        .write(("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).as(target).matches("(?s)HTTP/1.1 40[04] .*application/problem\\+json.*");
            }
        }
    }

    @Test
    void linksFollowTheHostOfTheRequestOnlyIfItIsOne() throws IOException {
        URI uri = URI.create(served.url());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write("GET /?f=html HTTP/1.1\r\nHost: map.example:8080\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("href=\"http://map.example:8080/collections?f=html\"");
        }
    }
}
