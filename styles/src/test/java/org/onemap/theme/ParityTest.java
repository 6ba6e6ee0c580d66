package org.onemap.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of every theme is in every output, and nothing else is. */
class ParityTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> themes() {
        return ThemeStyles.names();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void drawsTheSameInEveryFormat(String name) {
        Theme theme = ThemeStyles.load(name).theme();
        assertThat(differences(theme, ThemeStyles.of(theme))).isEmpty();
        assertThat(DrawnRules.ofTheme(theme)).hasSizeGreaterThan(50);
    }

    /** The table itself is tried: a rule that an output lost is seen, in each output. */
    @Test
    void noticesEachRuleThatIsLost() {
        Theme theme = ThemeStyles.load("one-map").theme();
        for (ThemeLayer layer : theme.layers()) {
            Theme one = with(theme, List.of(layer));
            String lost = layer.id();
            for (int rule = 0; rule < layer.rules().size() && layer.rules().size() > 1; rule++) {
                assertThat(differences(one, ThemeStyles.of(without(one, 0, rule))))
                        .as("without rule %d of %s", rule + 1, lost)
                        .anyMatch(line -> line.startsWith("ol lacks " + lost))
                        .anyMatch(line -> line.startsWith("maplibre lacks " + lost))
                        .anyMatch(line -> line.startsWith("sld10 lacks " + lost))
                        .anyMatch(line -> line.startsWith("sld11 lacks " + lost));
            }
        }
    }

    @Test
    void noticesALegendTextThatIsLost() {
        Theme theme = ThemeStyles.load("one-map").theme();
        int road = IntStream.range(0, theme.layers().size())
                .filter(i -> theme.layers().get(i).id().equals("road"))
                .findFirst()
                .orElseThrow();
        assertThat(differences(theme, ThemeStyles.of(without(theme, road, 0))))
                .contains("legend.json lacks 街巷", "legend.svg lacks 街巷");
    }

    private static Theme without(Theme theme, int layer, int rule) {
        List<ThemeLayer> layers = new ArrayList<>(theme.layers());
        ThemeLayer old = layers.get(layer);
        List<ThemeRule> rules = new ArrayList<>(old.rules());
        rules.remove(rule);
        layers.set(layer, new ThemeLayer(old.id(), old.title(), old.geometry(), old.visible(), old.symbol(), rules));
        return with(theme, layers);
    }

    private static Theme with(Theme theme, List<ThemeLayer> layers) {
        return new Theme(
                theme.name(),
                theme.title(),
                theme.description(),
                theme.font(),
                theme.background(),
                theme.dark(),
                layers,
                theme.others(),
                theme.marks());
    }

    private static List<String> differences(Theme theme, ThemeStyles styles) {
        Map<String, List<DrawnRules>> outputs = new LinkedHashMap<>();
        try {
            outputs.put("ol", DrawnRules.ofOpenLayers(JSON.readTree(styles.openLayers())));
            outputs.put("maplibre", DrawnRules.ofMapLibre(JSON.readTree(styles.mapLibre("http://here", List.of()))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        outputs.put("sld10", DrawnRules.ofSld(styles.sld(SldVersion.V1_0).map()));
        outputs.put("sld11", DrawnRules.ofSld(styles.sld(SldVersion.V1_1).map()));
        List<String> differences = new ArrayList<>();
        outputs.forEach((format, drawn) -> compare(format, DrawnRules.ofTheme(theme), drawn, differences));
        theme.layers().stream()
                .flatMap(layer -> layer.rules().stream())
                .map(ThemeRule::legend)
                .filter(legend -> !legend.isEmpty())
                .distinct()
                .forEach(legend -> {
                    if (!styles.legendJson().contains("\"" + legend + "\"")) {
                        differences.add("legend.json lacks " + legend);
                    }
                    if (!styles.legendSvg().contains(">" + legend + "<")) {
                        differences.add("legend.svg lacks " + legend);
                    }
                });
        return differences;
    }

    private static void compare(
            String format, List<DrawnRules> wanted, List<DrawnRules> drawn, List<String> differences) {
        List<DrawnRules> left = new ArrayList<>(drawn);
        for (DrawnRules want : wanted) {
            int found = IntStream.range(0, left.size())
                    .filter(i -> left.get(i).what().equals(want.what()))
                    .filter(i -> want.text().lines().allMatch(left.get(i).text()::contains))
                    .findFirst()
                    .orElse(-1);
            if (found < 0) {
                differences.add(
                        format + " lacks " + want.what() + " " + want.text().replace('\n', ','));
            } else {
                left.remove(found);
            }
        }
        left.forEach(rule -> differences.add(format + " has besides " + rule.what()));
    }
}
