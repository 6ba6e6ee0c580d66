package org.onemap.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** MapLibre styles against the reference of their specification, and their sprite. */
class MapLibreStyleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> themes() {
        return ThemeStyles.names();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void agreesWithTheReference(String theme) throws IOException {
        assertThat(reference().faults(style(theme))).isEmpty();
    }

    /** The checker itself is tried. */
    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /layers/1/paint/fill-colour    | "#fff"                       | unknown property
        /layers/1/paint/fill-color     | 7                            | is no color
        /layers/1/paint/fill-color     | ["nosuch", 1]                | is no color
        /layers/1/paint/fill-color     | ["get"]                      | get takes no 0 arguments
        /layers/1/paint/fill-opacity   | 1.5                          | is no number
        /layers/1/layout/visibility    | "hidden"                     | is no enum
        /layers/1/type                 | "area"                       | is no enum
        /layers/1/filter               | ["fits", ["get", "a"]]       | unknown operator fits
        /layers/1/source               | "elsewhere"                  | no source
        /layers/1/id                   | "background"                 | the id stands twice
        /version                       | 7                            | is no enum
        """)
    void noticesWhatIsWrong(String pointer, String value, String sentence) throws IOException {
        ObjectNode style = (ObjectNode) style("one-map");
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) style.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), JSON.readTree(value));
        assertThat(reference().faults(style)).anyMatch(fault -> fault.contains(sentence));
    }

    /** Layers that only some stores have lie below everything that the theme names. */
    @Test
    void drawsOtherCollectionsLowest() throws IOException {
        JsonNode style = JSON.readTree(ThemeStyles.load("one-map").mapLibre("http://here", List.of("flood", "地铁")));
        List<String> outlines = style.get("layers").findValuesAsText("source-layer");
        assertThat(outlines).contains("flood", "地铁");
        assertThat(reference().faults(style)).isEmpty();
    }

    @Test
    void asksForTilesAndSpriteOfThisService() throws IOException {
        JsonNode style = style("night");
        assertThat(style.at("/sources/onemap/tiles/0").asText())
                .isEqualTo("http://here/tiles/WebMercatorQuad/{z}/{y}/{x}");
        assertThat(style.get("sprite").asText()).isEqualTo("http://here/styles/night/sprite");
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void paintsEveryIconWhereTheIndexSays(int ratio) throws IOException {
        SpriteSheet sheet = new SpriteSheet(ratio);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(sheet.png()));
        JsonNode index = JSON.readTree(sheet.json());
        for (String icon : Icons.names()) {
            JsonNode place = index.get(icon);
            int painted = 0;
            for (int x = 0; x < place.get("width").asInt(); x++) {
                for (int y = 0; y < place.get("height").asInt(); y++) {
                    int pixel = picture.getRGB(
                            place.get("x").asInt() + x, place.get("y").asInt() + y);
                    painted += pixel >>> 24 > 0 ? 1 : 0;
                }
            }
            double share = painted / (double) (24 * 24 * ratio * ratio);
            assertThat(share).as(icon).isBetween(0.12, 0.95);
        }
        assertThat(index.size()).isEqualTo(Icons.names().size());
    }

    private static JsonNode style(String theme) throws IOException {
        return JSON.readTree(ThemeStyles.load(theme).mapLibre("http://here", List.of()));
    }

    private static MapLibreReference reference() throws IOException {
        Path file = Path.of(System.getProperty("onemap.shared", "../../shared"), "data/G3-maplibre-style-spec/v8.json");
        Assumptions.assumeTrue(Files.exists(file), () -> "SKIPPED: " + file + " is missing");
        return new MapLibreReference(file);
    }
}
