package org.onemap.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.NotFound;

/**
 * The generated documents against golden files. To rewrite them: {@code mvn -pl styles -am test
 * -Dtest=ThemeStylesTest -Donemap.golden=write -Dsurefire.failIfNoSpecifiedTests=false}, then review the diff.
 */
class ThemeStylesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final ThemeStyles styles = ThemeStyles.load("one-map");

    @ParameterizedTest
    @CsvSource({"one-map.ol.json", "one-map.legend.json", "one-map.legend.svg"})
    void agreesWithGoldenFile(String file) throws IOException {
        String document = file.endsWith("ol.json")
                ? styles.openLayers()
                : file.endsWith("svg") ? styles.legendSvg() : styles.legendJson();
        Path golden = GOLDEN.resolve(file);
        if ("write".equals(System.getProperty("onemap.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, document, StandardCharsets.UTF_8);
        }
        assertThat(document).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @Test
    void namesWhatThereIs() {
        assertThat(ThemeStyles.names()).containsExactly("one-map");
        assertThatThrownBy(() -> ThemeStyles.load("night"))
                .isInstanceOf(NotFound.class)
                .hasMessage("no style named 'night'; there are [one-map]");
    }
}
