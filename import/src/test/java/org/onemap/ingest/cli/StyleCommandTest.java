package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code onemap style export}, as people type it. */
class StyleCommandTest {

    private static final String OWN = """
        name: mine
        title: 我的地图
        font: sans-serif
        background: "#fff"
        layers:
          - {id: river, title: 河流, geometry: line, rules: [{stroke: {color: "#08f", width: 2}}]}
        other: {id: other, title: 其他, geometry: any, tints: ["#000"], rules: [{fill: "@"}]}
        """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        one-map | maplibre | "version" : 8
        night   | maplibre | http://localhost:7070/styles/night/sprite
        one-map | ol       | "z-index"
        print   | legend   | <svg
        one-map | sld10    | version="1.0.0"
        night   | sld11    | version="1.1.0"
        """)
    void writesEveryFormatOfEveryTheme(String theme, String format, String part) {
        Cli.Outcome outcome = Cli.run("style", "export", "--theme", theme, "--format", format);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).contains(part);
    }

    @Test
    void writesTheSldOfOneLayerIntoAFile() throws IOException {
        Path file = folder.resolve("grid.sld");
        Cli.Outcome outcome = Cli.run("style", "export", "--format", "sld11", "--layer", "grid", "--output", file);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(Files.readString(file))
                .contains("<se:Name>grid</se:Name>")
                .doesNotContain("<se:Name>road</se:Name>");
    }

    @Test
    void readsAThemeOfYourOwn() throws IOException {
        Path own = Files.writeString(folder.resolve("mine.yaml"), OWN);
        assertThat(Cli.run("style", "export", "--theme", own, "--format", "sld10")
                        .out())
                .contains("<Name>river</Name>", "#0088ff");
    }

    @Test
    void writesIconsAsFiles() {
        Cli.Outcome outcome = Cli.run("style", "export", "--format", "icons", "--output", folder.resolve("icons"));
        assertThat(outcome.code()).isZero();
        assertThat(folder.resolve("icons/part-traffic.svg")).isRegularFile();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        --theme evening --format ol             | 2  | no style named 'evening'; there are [one-map, night, print]
        --format css                            | 64 | no format 'css'; there are maplibre, sld10
        --format ol --layer grid                | 64 | --layer goes with --format sld10 or sld11
        --format sld10 --layer river            | 2  | has no layer 'river'; it has [building
        --theme nowhere.yaml --format ol        | 2  | nowhere.yaml cannot be read
        --format icons                          | 64 | say --output FOLDER
        """)
    void saysWhatIsWrong(String words, int code, String sentence) {
        Cli.Outcome outcome = Cli.run((Object[]) ("style export " + words).split(" "));
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(code);
        assertThat(outcome.err()).contains(sentence);
    }

    @Test
    void namesFileAndLineOfAFault() throws IOException {
        Path own = Files.writeString(folder.resolve("mine.yaml"), OWN.replace("\"#08f\"", "blue"));
        Cli.Outcome outcome = Cli.run("style", "export", "--theme", own, "--format", "ol");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("mine.yaml line 6: 'blue' is no colour; write \"#rgb\"");
    }
}
