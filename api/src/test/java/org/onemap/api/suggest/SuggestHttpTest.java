package org.onemap.api.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.api.Served;

/** {@code /v1/suggest} over real HTTP. */
class SuggestHttpTest {

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
    @CsvSource(delimiter = '|', textBlock = """
                410172160601002 | [grid 410172160601002]
                41017216060100  | [grid 410172160601001, grid 410172160601002, grid 410172160601003, grid 410172160601004]
                410172160       | [office 410172160, zone 410172160601, grid 410172160601001, grid 410172160601002, grid 410172160601003, grid 410172160601004, community 410172160001]
                瑞达            | [community 410172160001, road R01]
                达路            | [road R01]
                第三            | [grid 410172160601003]
                ｂ００１        | [building B001]
                张三            | [assignment A1]
                村7             | [村庄 7]
                没有            | []
                """)
    void findsByCodeAndName(String text, String expected) {
        assertThat(found(text, 10)).hasToString(expected);
    }

    @Test
    void exactBeforeBeginningBeforeAnywhere() {
        assertThat(found("1号楼", 50)).startsWith("building B001").hasSize(3).contains("building B011", "building B021");
        assertThat(found("号楼", 5)).hasSize(5);
    }

    @Test
    void tellsWhereItIs() {
        JsonNode road = served.json("/v1/suggest?q=" + encode("瑞达路")).at("/items/0");
        assertThat(road.path("title").asText()).isEqualTo("道路");
        assertThat(road.path("bbox").toString()).as("of both pieces").isEqualTo("[113.55,34.8,113.55,34.82]");
        assertThat(road.at("/center/lat").asDouble()).isEqualTo(34.81);
    }

    private static List<String> found(String text, int limit) {
        List<String> found = new ArrayList<>();
        for (JsonNode item :
                served.json("/v1/suggest?q=" + encode(text) + "&limit=" + limit).path("items")) {
            found.add(item.path("layer").asText() + " " + item.path("id").asText());
        }
        return found;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
