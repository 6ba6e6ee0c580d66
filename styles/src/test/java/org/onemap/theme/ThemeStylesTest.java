package org.onemap.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemap.NotFound;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;

/**
 * The generated documents against golden files. To rewrite them: {@code mvn -pl styles -am test
 * -Dtest=ThemeStylesTest -Donemap.golden=write -Dsurefire.failIfNoSpecifiedTests=false}, then review the diff.
 */
class ThemeStylesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<String> files() {
        return ThemeStyles.names().stream()
                .flatMap(theme -> Stream.of(
                                "ol.json", "maplibre.json", "legend.json", "legend.svg", "sld10.txt", "sld11.txt")
                        .map(ending -> theme + "." + ending))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void agreesWithGoldenFile(String file) throws IOException {
        agrees(file, document(file));
    }

    /** The outlines of whole maps do not show how an SLD is written: these do. */
    @ParameterizedTest
    @EnumSource
    void writesSldAsInGoldenFile(SldVersion version) throws IOException {
        Layer part = StandardLayers.find("part").orElseThrow().toBuilder()
                .geometry(GeometryKind.POINT)
                .build();
        Layer zone = StandardLayers.find("zone").orElseThrow();
        SldStyles sld = ThemeStyles.load("one-map").sld(version);
        agrees("one-map.part." + version.number() + ".sld", sld.layer(part, 0));
        agrees("one-map.zone." + version.number() + ".sld", sld.layer(zone, 0));
    }

    private static String document(String file) {
        int dot = file.indexOf('.');
        ThemeStyles styles = ThemeStyles.load(file.substring(0, dot));
        return switch (file.substring(dot + 1)) {
            case "ol.json" -> styles.openLayers();
            case "maplibre.json" -> styles.mapLibre("http://localhost:7070", List.of());
            case "legend.json" -> styles.legendJson();
            case "legend.svg" -> styles.legendSvg();
            case "sld10.txt" -> outline(styles, SldVersion.V1_0);
            default -> outline(styles, SldVersion.V1_1);
        };
    }

    /** A whole map in SLD is 20,000 lines; one line a rule is what people can review. */
    private static String outline(ThemeStyles styles, SldVersion version) {
        return SldOutline.read(styles.sld(version).map()).stream()
                .map(rule -> rule + "\n")
                .collect(Collectors.joining());
    }

    private static void agrees(String file, String document) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if ("write".equals(System.getProperty("onemap.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, document, StandardCharsets.UTF_8);
        }
        assertThat(document).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @Test
    void namesWhatThereIs() {
        assertThat(ThemeStyles.names()).containsExactly("one-map", "night", "print");
        assertThatThrownBy(() -> ThemeStyles.load("evening"))
                .isInstanceOf(NotFound.class)
                .hasMessage("no style named 'evening'; there are [one-map, night, print]");
    }
}
