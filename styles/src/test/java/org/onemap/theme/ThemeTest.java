package org.onemap.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.StandardLayers;

class ThemeTest {

    /** Line 7 is where a rule of a test begins. */
    private static final String HEAD = """
            name: test
            title: 测试
            font: sans-serif
            background: "#fff"
            layers:
              - {id: road, title: 道路, geometry: line, rules: [
            """;

    private static final String TAIL = """
                ]}
            other: {id: other, title: 其他, geometry: any, tints: ["#000"], rules: [{fill: "@"}]}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '→', textBlock = """
        {zoom: 12-, stroke: {color: "#12345", width: 1}}       → '#12345' is no colour; write "#rgb", "#rrggbb" or "#rrggbbaa" in quotes
        {zoom: 12-, stroke: {color: "#123456"}}                → 'width' is missing here
        {zoom: 15-12, fill: "#123"}                            → '15-12' are no zoom levels; write 12, 12- or 12-15, from 0 to 24
        {zoom: 12-25, fill: "#123"}                            → '12-25' are no zoom levels; write 12, 12- or 12-15, from 0 to 24
        {zoom: high, fill: "#123"}                             → 'high' are no zoom levels; write 12, 12- or 12-15, from 0 to 24
        {zoom: 12-}                                            → a rule draws something: fill, stroke, circle, icon or label
        {fill: "@1a"}                                          → '@1a' is no colour; write "#rgb", "#rrggbb" or "#rrggbbaa" in quotes
        {colour: "#123"}                                       → 'colour' is unknown here; known are [circle, fill, icon, label, legend, stage, stroke, when, zoom]
        {stage: top, fill: "#123"}                             → 'top' is unknown; known are [area, body, boundary, point]
        {fill: {by: code, digits: 8-9, palette: ["#123"]}}     → a palette has two colours or more
        {stroke: {color: "#123", width: wide}}                 → 'wide' is not a number
        {stroke: {color: "#123", width: 101}}                  → '101' lies outside 0.0 to 100.0
        {stroke: {color: "#123", width: {z: 3}}}               → 'z' is no zoom level from 0 to 24
        {when: sometimes, fill: "#123"}                        → 'sometimes' is no condition; write otherwise or {field: [values]}
        {when: {a: [1], b: [2]}, fill: "#123"}                 → a condition looks at one field, not 2
        {when: {code: {digits: 7-17, is: [1]}}, fill: "#123"}  → digits lie between 1 and 16
        {when: {code: {digits: 7, is: [1]}}, fill: "#123"}     → digits are written 7-8
        {label: {text: "{name", size: 1, color: "#123"}}       → '{name' has a brace without its partner; write {field} or {field|other}
        {icon: {name: dragon, size: 12}}                       → there is no icon 'dragon'; there are [part-utility, part-traffic, part-environment, part-greening, part-property, part-other, division-office, division-zone, division-grid, division-community]
        {icon: {name: part-other}}                             → 'size' is missing here
        {fill: {by: code, digits: 6-9, palette: ["#123", "#456"]}} → a palette takes one to three digits, such as 7-9, not 4
        {fill: {by: code, palette: ["#123", "#456"]}}          → 'digits' is missing here
        {classes: [{is: [1], fill: "#123"}, {fill: "#456"}]}   → 'by' is missing here
        {by: a, classes: [{below: 1, fill: "#123"}]}           → there are two classes or more; for one write when: {a: …}
        {by: a, classes: [{below: 2, fill: "#123"}, {below: 1, fill: "#456"}]} → classes ascend: 1 does not lie above the class before
        {by: a, classes: [{below: 2, fill: "#123"}, {is: [1], fill: "#456"}]} → the first class says 'below', so all do
        {by: a, classes: [{is: [2], fill: "#123"}, {below: 1, fill: "#456"}]} → the first class says 'is', so all do
        {by: a, classes: [{fill: "#123"}, {below: 1, fill: "#456"}]} → 'is' is missing here; only the last class takes what is left
        {by: a, classes: [{below: 1}, {fill: "#456"}]}         → a rule draws something: fill, stroke, circle, icon or label
        {by: a, digits: 7-8, classes: [{below: 1, fill: "#123"}, {fill: "#456"}]} → digits go with 'is', not with 'below'
        {by: a, digits: 7-8, classes: [{is: [100], fill: "#123"}, {fill: "#456"}]} → '100' lies outside 0.0 to 99.0
        {by: a, when: otherwise, classes: [{below: 1, fill: "#123"}, {fill: "#456"}]} → 'when' is unknown here; known are [by, classes, digits, stage, zoom]
        {fill: [1, 2]}                                         → 'key: value' pairs are expected here, not a list
        {fill: "#123", fill: "#456"}                           → 'fill' stands here twice
        """, quoteCharacter = '`')
    void refusesFaultWithFileAndLine(String rule, String sentence) {
        assertThatThrownBy(() -> Theme.parse("test.yaml", HEAD + rule + "\n" + TAIL))
                .isInstanceOf(InvalidInput.class)
                .message()
                .satisfies(message -> assertThat(message)
                        .matches("(?s)theme test\\.yaml line 7: .*")
                        .satisfiesAnyOf(
                                m -> assertThat(m).endsWith(": " + sentence),
                                // Jackson itself notices a key that stands twice
                                m -> assertThat(m).containsIgnoringCase("duplicate")));
    }

    @Test
    void namesLineOfWhatIsNoYaml() {
        assertThatThrownBy(() -> Theme.parse("test.yaml", "name: test\ntitle: [a\nfont: b\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageMatching("theme test\\.yaml line [34]: .*");
        assertThatThrownBy(() -> Theme.parse("test.yaml", ""))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("theme test.yaml line 1: the file is empty");
    }

    @ParameterizedTest(name = "at zoom {0}: {1}")
    @CsvSource({"0, 1", "12, 1", "13, 2", "14, 3", "14.5, 4.5", "16, 9", "20, 9"})
    void growsWithZoom(double zoom, double expected) {
        ByZoom width = new ByZoom(new TreeMap<>(java.util.Map.of(12, 1.0, 14, 3.0, 16, 9.0)));
        assertThat(width.at(zoom)).isEqualTo(expected);
    }

    @Test
    void takesLabelsApart() {
        assertThat(LabelText.pieces("{name|code}第{n}号"))
                .containsExactly(
                        new LabelText.Piece("", List.of("name", "code")),
                        new LabelText.Piece("第", List.of()),
                        new LabelText.Piece("", List.of("n")),
                        new LabelText.Piece("号", List.of()));
    }

    @Test
    void drawsEveryStandardLayerThatHasGeometry() throws IOException {
        Set<String> themed = new HashSet<>();
        oneMap().layers().forEach(layer -> themed.add(layer.id()));
        assertThat(StandardLayers.list())
                .filteredOn(layer -> layer.geometry() != GeometryKind.NONE)
                .extracting(layer -> layer.name())
                .allMatch(themed::contains);
    }

    @Test
    void readsClassesByLoadWithoutGaps() {
        Theme theme = Theme.parse(
                "test.yaml",
                HEAD
                        + "{by: a|b, classes: [{below: 10, fill: \"#123\"}, {below: 20, fill: \"#456\"}, {fill: \"#789\"}]}\n"
                        + TAIL);
        assertThat(theme.layers().get(0).rules())
                .extracting(ThemeRule::when)
                .containsExactly(
                        new Condition.Within(List.of("a", "b"), Double.NEGATIVE_INFINITY, 10),
                        new Condition.Within(List.of("a", "b"), 10, 20),
                        new Condition.Within(List.of("a", "b"), 20, Double.POSITIVE_INFINITY));
    }

    private static Theme oneMap() throws IOException {
        try (InputStream in = ThemeTest.class.getResourceAsStream("/themes/one-map.yaml")) {
            return Theme.parse("one-map.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
