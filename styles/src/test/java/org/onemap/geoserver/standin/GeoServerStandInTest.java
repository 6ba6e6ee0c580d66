package org.onemap.geoserver.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in answers as a real 2.26.2 was seen to answer. The rows build on each other. */
class GeoServerStandInTest {

    private static final GeoServerStandIn SERVER = GeoServerStandIn.start(StandInOptions.usual());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void fill() throws Exception {
        send("POST", "/rest/workspaces", "application/json", "{\"workspace\":{\"name\":\"w\"}}");
        send(
                "POST",
                "/rest/workspaces/w/datastores",
                "application/json",
                "{\"dataStore\":{\"name\":\"dead\","
                        + "\"connectionParameters\":{\"entry\":[{\"@key\":\"dbtype\",\"$\":\"postgis\"},"
                        + "{\"@key\":\"host\",\"$\":\"127.0.0.1\"},{\"@key\":\"port\",\"$\":\"1\"},"
                        + "{\"@key\":\"passwd\",\"$\":\"p\"}]}}}");
        send("POST", "/rest/workspaces/w/styles?name=s", "application/vnd.ogc.se+xml", "<sld/>");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SERVER.url() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("admin:geoserver".getBytes()))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest(name = "{0} {1} {3} → {4} {5}")
    @CsvSource(delimiter = '|', textBlock = """
        HEAD    | /rest/workspaces/w.json                 |      |                                          | 403 |
        OPTIONS | /rest/workspaces/w.json                 |      |                                          | 403 |
        GET     | /rest/workspaces/w                      |      |                                          | 200 | <html>
        GET     | /rest/workspaces/no.json                |      |                                          | 404 | No such workspace: 'no' found
        POST    | /rest/workspaces                        | json | {"workspace":{"name":"w"}}               | 409 | Workspace &#39;w&#39; already exists
        POST    | /rest/workspaces                        |      | {"workspace":{"name":"x"}}               | 415 |
        POST    | /rest/workspaces                        | json | {"workspace":{"name":"a b"}}             | 500 |
        GET     | /rest/workspaces/a%20b.json             |      |                                          | 200 | a b
        GET     | /rest/namespaces/a%20b.json             |      |                                          | 404 |
        PUT     | /rest/workspaces                        | json | {}                                       | 405 |
        GET     | /rest/workspaces/50%25.json             |      |                                          | 500 | malicious
        GET     | /rest/workspaces/w/layers.json          |      |                                          | 200 | {"layers":""}
        GET     | /rest/workspaces/w/datastores.json      |      |                                          | 200 | {"dataStores":{"dataStore":{"name":"dead"}}}
        GET     | /rest/workspaces/w/datastores/dead.json |      |                                          | 200 | crypt1:
        GET     | /rest/workspaces/w/datastores/dead/featuretypes.json?list=available | |                   | 404 | Could not load datastore: dead
        POST    | /rest/workspaces/w/datastores           | json | {"dataStore":{"name":"dead"}}            | 500 | Store 'dead' already exists in workspace 'w'
        POST    | /rest/workspaces/no/datastores          | json | {"dataStore":{"name":"d"}}               | 500 | Cannot invoke
        POST    | /rest/workspaces/w/datastores/dead/featuretypes | json | {"featureType":{"name":"t"}}     | 500 |
        POST    | /rest/workspaces/w/styles?name=s        | se   | <sld/>                                   | 403 | Style s already exists.
        PUT     | /rest/workspaces/w/styles/none          | se   | <sld/>                                   | 400 | Invalid style
        PUT     | /rest/workspaces/w/styles/s             | se   | <sld                                     | 400 | SAXParseException
        PUT     | /rest/workspaces/w/styles/s             | xml  | <sld/>                                   | 500 | StyledLayerDescriptor
        PUT     | /rest/workspaces/w/styles/s             | sld  | <sld version='1.1.0'/>                   | 200 |
        GET     | /rest/workspaces/w/styles/s.json        |      |                                          | 200 | "version":"1.0.0"
        PUT     | /rest/layers/w:none                     | json | {"layer":{}}                             | 500 | Cannot invoke
        GET     | /rest/layers/w:none.json                |      |                                          | 404 | No such layer: w:none
        POST    | /rest/workspaces/w/layergroups          | json | {"layerGroup":{"name":"g"}}              | 400 | layer group must not be empty
        DELETE  | /rest/workspaces/w/layergroups/g        |      |                                          | 500 | Cannot invoke
        DELETE  | /rest/workspaces/w/styles/s.dot         |      |                                          | 406 |
        PUT     | /gwc/rest/layers/w:none                 | xml  | <GeoServerLayer/>                        | 404 |
        PUT     | /gwc/rest/gridsets/one                  | appxml | <gridSet><name>two</name></gridSet>    | 500 |
        PUT     | /gwc/rest/gridsets/one                  | appxml | <gridSet><name>one</name></gridSet>    | 201 |
        PUT     | /gwc/rest/gridsets/one                  | appxml | <gridSet><name>one</name></gridSet>    | 200 |
        POST    | /gwc/rest/seed/w:none.json              | json | {"seedRequest":{"name":"w:none"}}        | 500 | Unknown layer: w:none
        POST    | /gwc/rest/masstruncate                  | json | {"truncateLayer":{}}                     | 400 |
        PUT     | /rest/resource/workspaces/w/styles/i.svg | json | <svg/>                                  | 201 |
        PUT     | /rest/resource/workspaces/w/styles/i.svg | json | <svg/>                                  | 201 |
        DELETE  | /rest/workspaces/w                      |      |                                          | 403 | Workspace not empty
        """)
    void answersAsARealOne(String method, String path, String type, String body, int status, String text)
            throws Exception {
        String mediaType = type == null
                ? ""
                : switch (type) {
                    case "json" -> "application/json";
                    case "se" -> "application/vnd.ogc.se+xml";
                    case "sld" -> "application/vnd.ogc.sld+xml";
                    case "appxml" -> "application/xml";
                    default -> "text/xml";
                };
        HttpResponse<String> answer = send(method, path, mediaType, body == null ? "" : body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (text != null) {
            assertThat(answer.body()).contains(text);
        }
    }
}
