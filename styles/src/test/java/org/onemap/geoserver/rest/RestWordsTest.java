package org.onemap.geoserver.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;

/** Addresses, paths, versions, and what GeoServer's answers mean. */
class RestWordsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        http://localhost:8080/geoserver      | http://localhost:8080/geoserver
        http://localhost:8080/geoserver/     | http://localhost:8080/geoserver
        https://maps.example/geoserver/web/  | https://maps.example/geoserver
        HTTP://h/geoserver/rest              | http://h/geoserver
        http://127.0.0.1:8080                | http://127.0.0.1:8080
        """)
    void readsAddresses(String given, String root) {
        assertThat(GeoServerAddress.parse(given).root()).isEqualTo(root);
    }

    @ParameterizedTest(name = "refuses {0}")
    @CsvSource({"localhost:8080", "ftp://h/geoserver", "http://", "http://a b/"})
    void refusesWhatIsNoAddress(String given) {
        assertThatThrownBy(() -> GeoServerAddress.parse(given)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesPasswordsInAddressesWithoutShowingThem() {
        assertThatThrownBy(() -> GeoServerAddress.parse("http://admin:s3cret@h/geoserver"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageNotContaining("s3cret");
        assertThat(new Credentials("admin", "s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void encodesNamesInPaths() {
        assertThat(RestPath.rest("workspaces", "高新区", "layers", "a b").json().text())
                .isEqualTo("/rest/workspaces/%E9%AB%98%E6%96%B0%E5%8C%BA/layers/a%20b.json");
        assertThat(RestPath.tileCache("layers", "w:网格").xml().text())
                .isEqualTo("/gwc/rest/layers/w:%E7%BD%91%E6%A0%BC.xml");
        assertThat(RestPath.rest("styles").with("name", "a&b").text()).isEqualTo("/rest/styles?name=a%26b");
    }

    @ParameterizedTest(name = "{0} is {1}.{2}")
    @CsvSource({"2.26.2, 2, 26", "2.22-SNAPSHOT, 2, 22", "3.0.0, 3, 0", "2.3, 2, 3", "main, 0, 0"})
    void readsVersions(String text, int major, int minor) {
        ServerVersion version = ServerVersion.parse(text);
        assertThat(version.major()).isEqualTo(major);
        assertThat(version.minor()).isEqualTo(minor);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        text/plain | No such layer: w:x                                                                     | No such layer: w:x
        text/html  | <html><body><h1>HTTP Status 409</h1><p><b>Message</b> Workspace &#39;w&#39; already exists</p></body></html> | Workspace 'w' already exists
        text/html  | <html><table><tr><th>MESSAGE:</th><td>Not &lt;b&gt; here</td></tr></table></html>     | Not <b> here
        text/html  | <html><head><title>502 Bad Gateway</title></head><body>x</body></html>                 | 502 Bad Gateway
        text/plain | ''                                                                                     | ''
        text/xml   | <ServiceExceptionReport><ServiceException code="a">no &amp; no</ServiceException></ServiceExceptionReport> | no & no
        """)
    void reducesErrorsToOneLine(String type, String body, String line) {
        assertThat(new RestAnswer("GET /x", 500, type, body).message()).isEqualTo(line);
    }

    @Test
    void plainTextIsLatin1AndJsonIsUtf8() {
        byte[] latin = "Münster".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf8 = "{\"a\":\"网格\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(RestAnswer.of("GET /x", 500, "text/plain", latin).text()).isEqualTo("Münster");
        assertThat(RestAnswer.of("GET /x", 200, "application/json", utf8)
                        .json()
                        .path("a")
                        .asText())
                .isEqualTo("网格");
    }

    @Test
    void whatIsNoJsonIsSaid() {
        RestAnswer page = new RestAnswer("GET /x.json", 200, "text/html", "<html><title>Login</title></html>");
        assertThatThrownBy(page::json)
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("GET /x.json")
                .hasMessageContaining("Login");
    }

    @ParameterizedTest(name = "{0} holds {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"layers":""}                                   | 0
        {"layers":{"layer":""}}                         | 0
        {"layers":{"layer":{"name":"a"}}}               | 1
        {"layers":{"layer":[{"name":"a"},{"name":"b"}]}} | 2
        {"layers":{"layer":"a"}}                        | 1
        {}                                              | 0
        """)
    void readsListsHoweverXstreamWritesThem(String json, int size) throws Exception {
        assertThat(Xstream.list(new ObjectMapper().readTree(json), "layers", "layer"))
                .hasSize(size);
    }
}
