package org.onemap.geoserver.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The lines of {@code geoserver-rest.md} about stores that open, feature types, layers, groups and tiles, in its order: what a real
 * 2.26.2 was seen to answer, the stand-in answers. The rows build on each other. {@link GeoServerStandInTest} has the general ones.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class CatalogueTest {

    private static final GeoServerStandIn SERVER = GeoServerStandIn.start(StandInOptions.usual());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void fill() throws Exception {
        Path file = folder.resolve("town.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            for (String table : new String[] {"grid", "road"}) {
                statement.execute("CREATE TABLE " + table + " (oid INTEGER PRIMARY KEY, code TEXT, geom BLOB)");
                statement.execute("INSERT INTO gpkg_contents VALUES ('" + table + "', 'features')");
            }
        }
        send("POST", "/rest/workspaces", "application/json", "{\"workspace\":{\"name\":\"w\"}}");
        send(
                "POST",
                "/rest/workspaces/w/datastores",
                "application/json",
                "{\"dataStore\":{\"name\":\"gp\",\"description\":\"d\",\"connectionParameters\":{\"entry\":["
                        + "{\"@key\":\"dbtype\",\"$\":\"geopkg\"},{\"@key\":\"passwd\",\"$\":\"p\"},"
                        + "{\"@key\":\"database\",\"$\":\"file://" + file + "\"}]}}}");
        for (String style : new String[] {"s", "t"}) {
            send("POST", "/rest/workspaces/w/styles?name=" + style, "application/vnd.ogc.se+xml", "<sld/>");
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        String login = path.startsWith("/as/") ? path.split("/")[2] : "admin:geoserver";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(SERVER.url() + path.replaceFirst("^/as/[^/]+", "")))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static void answers(String method, String path, String body, int status, String text) throws Exception {
        String type = body == null ? "" : body.startsWith("<") ? "text/xml" : "application/json";
        HttpResponse<String> answer = send(method, path, type, body == null ? "" : body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (text != null && text.startsWith("not ")) {
            assertThat(answer.body()).doesNotContain(text.substring(4));
        } else if (text != null) {
            assertThat(answer.body()).contains(text);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} → {3} {4}")
    @CsvSource(delimiter = '|', textBlock = """
        GET    | /as/admin:wrong/rest/about/version.json     |                                        | 401 | Bad credentials
        GET    | /as/reader:geoserver/rest/about/version.json |                                       | 403 | Access Denied
        GET    | /rest/about/version.json                    |                                        | 200 | "Version":32.2
        POST   | /rest/workspaces                            | {"workspace":{"name":"中文"}}           | 201 | ??
        GET    | /rest/workspaces/%E4%B8%AD%E6%96%87.json    |                                        | 200 | 中文
        PUT    | /rest/namespaces/w                          | {"namespace":{"uri":"http://v"}}       | 200 |
        POST   | /rest/workspaces                            | {"workspace":{"name":"v"}}             | 500 | already exists
        GET    | /rest/workspaces/v.json                     |                                        | 200 | "v"
        GET    | /rest/namespaces/v.json                     |                                        | 404 |
        DELETE | /rest/workspaces/v?recurse=true             |                                        | 200 |
        GET    | /rest/workspaces/v.json                     |                                        | 404 |
        """)
    void a1GeneralAndWorkspaces(String method, String path, String body, int status, String text) throws Exception {
        answers(method, path, body, status, text);
    }

    @ParameterizedTest(name = "{0} {1} {2} → {3} {4}")
    @CsvSource(delimiter = '|', textBlock = """
        GET    | /rest/workspaces/w/datastores/gp.json                          |                                  | 200 | "namespace"
        GET    | /rest/workspaces/w/datastores/gp/featuretypes.json?list=available |                               | 200 | {"list":{"string":["grid","road"]}}
        PUT    | /rest/workspaces/w/datastores/gp                               | {"dataStore":{"description":"e"}} | 200 |
        GET    | /rest/workspaces/w/datastores/gp.json                          |                                  | 200 | crypt1:
        GET    | /rest/workspaces/w/datastores/none.json                        |                                  | 404 | No such datastore: w,none
        POST   | /rest/workspaces/w/datastores/gp/featuretypes                  | {"featureType":{"name":"none"}}  | 400 | no attributes were specified
        POST   | /rest/workspaces/w/datastores/gp/featuretypes                  | {"featureType":{"name":"grid","srs":"EPSG:99"}} | 500 | mis-configured
        GET    | /rest/layers/w:grid.json                                       |                                  | 404 |
        POST   | /rest/workspaces/w/datastores/gp/featuretypes                  | {"featureType":{"name":"grid","srs":"EPSG:4490","keywords":{"string":["a"]}}} | 201 |
        POST   | /rest/workspaces/w/datastores/gp/featuretypes                  | {"featureType":{"name":"grid"}}  | 500 | Resource named 'grid' already exists in store: 'gp'
        GET    | /rest/workspaces/w/datastores/gp/featuretypes.json?list=available |                               | 200 | {"list":{"string":["road"]}}
        GET    | /rest/workspaces/w/datastores/gp/featuretypes/grid.json        |                                  | 200 | "keywords":{"string":"a"}
        PUT    | /rest/workspaces/w/datastores/gp/featuretypes/grid             | {"featureType":{"title":"网格"}} | 200 |
        GET    | /rest/workspaces/w/datastores/gp/featuretypes/grid.json        |                                  | 200 | EPSG:4490
        PUT    | /rest/workspaces/w/datastores/gp/featuretypes/grid             | {"featureType":{"srs":"EPSG:99"}} | 500 | Error while calculating native bounds
        PUT    | /rest/workspaces/w/datastores/gp/featuretypes/none             | {"featureType":{}}               | 404 |
        DELETE | /rest/workspaces/w/datastores/gp                               |                                  | 403 | Unable to delete non-empty store.
        DELETE | /rest/workspaces/w/datastores/gp/featuretypes/grid             |                                  | 403 | referenced by layer(s)
        """)
    void a2StoresAndFeatureTypes(String method, String path, String body, int status, String text) throws Exception {
        answers(method, path, body, status, text);
    }

    @ParameterizedTest(name = "{0} {1} {2} → {3} {4}")
    @CsvSource(delimiter = '|', textBlock = """
        PUT    | /rest/layers/w:grid      | {"layer":{"defaultStyle":{"name":"w:s"}}}                   | 200 |
        PUT    | /rest/layers/w:grid      | {"layer":{"defaultStyle":{"name":"w:none"}}}                | 200 |
        GET    | /rest/layers/w:grid.json |                                                             | 200 | "name":"w:s"
        PUT    | /rest/layers/w:grid      | {"layer":{"styles":{"style":[{"name":"w:t"}]}}}             | 200 |
        GET    | /rest/layers/w:grid.json |                                                             | 200 | w:t
        PUT    | /rest/layers/w:grid      | {"layer":{"styles":{"style":[]}}}                           | 200 |
        GET    | /rest/layers/w:grid.json |                                                             | 200 | not w:t
        POST   | /rest/layers/w:grid      | {"layer":{}}                                                | 405 |
        DELETE | /rest/workspaces/w/styles/s.json |                                                     | 403 | referenced by existing layers
        """)
    void a3Layers(String method, String path, String body, int status, String text) throws Exception {
        answers(method, path, body, status, text);
    }

    @ParameterizedTest(name = "{0} {1} {2} → {3} {4}")
    @CsvSource(delimiter = '|', textBlock = """
        POST   | /rest/workspaces/w/layergroups      | {"layerGroup":{"name":"g","publishables":{"published":[{"name":"w:grid"},{"name":"w:none"}]},"styles":{"style":["",""]}}} | 201 |
        GET    | /rest/workspaces/w/layergroups/g.json |                                                           | 200 | not w:none
        GET    | /rest/workspaces/w/layergroups/g.json |                                                           | 200 | "published":{"@type":"layer","name":"w:grid"}
        POST   | /rest/workspaces/w/layergroups      | {"layerGroup":{"name":"g"}}                                 | 500 | Layer group named 'g' already exists in workspace w
        PUT    | /rest/workspaces/w/layergroups/g    | {"layerGroup":{"publishables":{"published":[{"name":"w:grid"}]},"styles":{"style":["",""]}}} | 500 | different number of styles
        PUT    | /rest/workspaces/w/layergroups/g    | {"layerGroup":{"name":"h"}}                                 | 403 | change name
        PUT    | /rest/workspaces/w/layergroups/none | {"layerGroup":{}}                                           | 500 | Cannot invoke
        GET    | /rest/workspaces/w/layergroups/none.json |                                                        | 404 | No such layer group none in workspace w
        DELETE | /rest/workspaces/w/datastores/gp/featuretypes/grid?recurse=true |                                 | 500 | Unable to delete layer referenced by layer group 'g'
        """)
    void a4Groups(String method, String path, String body, int status, String text) throws Exception {
        answers(method, path, body, status, text);
    }

    @ParameterizedTest(name = "{0} {1} {2} → {3} {4}")
    @CsvSource(delimiter = '|', textBlock = """
        GET    | /gwc/rest/layers.json               |                                                                | 200 | ["w:g","w:grid"]
        GET    | /gwc/rest/layers/w:grid.xml         |                                                                | 200 | EPSG:900913
        PUT    | /gwc/rest/layers/w:grid             | {"GeoServerLayer":{}}                                          | 500 | defaultValue
        PUT    | /gwc/rest/layers/w:grid             | <GeoServerLayer><gridSubsets><gridSubset><gridSetName>none</gridSetName></gridSubset></gridSubsets></GeoServerLayer> | 200 | layer saved
        GET    | /gwc/rest/layers/w:grid.xml         |                                                                | 200 | not EPSG:900913
        POST   | /gwc/rest/seed/w:grid.json          | {"seedRequest":{"gridSetId":"EPSG:900913"}}                    | 500 | Unknown grid set
        POST   | /gwc/rest/seed/w:grid               | {"seedRequest":{"gridSetId":"none"}}                           | 500 |
        POST   | /gwc/rest/seed/w:grid.json          | {"seedRequest":{"gridSetId":"none"}}                           | 200 |
        GET    | /gwc/rest/seed/w:grid.json          |                                                                | 200 | [-1,-1,-2,1,0]
        POST   | /gwc/rest/masstruncate              | <truncateLayer><layerName>w:grid</layerName></truncateLayer>   | 200 |
        POST   | /gwc/rest/masstruncate              | <truncateLayer><layerName>w:none</layerName></truncateLayer>   | 400 |
        DELETE | /gwc/rest/layers/w:grid             |                                                                | 200 | w:grid deleted
        GET    | /rest/layers/w:grid.json            |                                                                | 200 |
        GET    | /gwc/rest/gridsets/EPSG:900913.xml  |                                                                | 200 | EPSG:900913
        DELETE | /rest/layers/w:grid                 |                                                                | 200 |
        GET    | /rest/workspaces/w/datastores/gp/featuretypes/grid.json |                                            | 200 | grid
        POST   | /rest/workspaces/w/datastores/gp/featuretypes | {"featureType":{"name":"grid"}}                      | 500 | already exists
        DELETE | /rest/workspaces/w/datastores/gp/featuretypes/grid?recurse=true |                                    | 200 |
        """)
    void a5Tiles(String method, String path, String body, int status, String text) throws Exception {
        answers(method, path, body, status, text);
    }
}
