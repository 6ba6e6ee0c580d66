package org.onemap.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which colours the palettes of a symbol give to a feature. SLD chooses by rule: a palette of seven is seven rules.
 * Immutable.
 *
 * @param picks for each palette, by digits and size, the number of the colour
 * @param when the features that get these colours
 */
record SldColors(Map<Palette, Integer> picks, SldFilter when) {

    /** Palettes of the same digits and size change together. */
    record Palette(CodeDigits digits, int size) {}

    /** All choices that a symbol of these paints has; one, without a filter, if no paint is a palette. */
    static List<SldColors> choices(Stream<Paint> paints, SldConditions conditions) {
        Map<Palette, Paint> palettes = new LinkedHashMap<>();
        paints.filter(Paint::isPalette).forEach(paint -> palettes.putIfAbsent(palette(paint), paint));
        List<SldColors> choices = List.of(new SldColors(Map.of(), new SldFilter.Always()));
        for (Map.Entry<Palette, Paint> palette : palettes.entrySet()) {
            List<SldColors> more = new ArrayList<>();
            for (SldColors choice : choices) {
                for (int i = 0; i < palette.getKey().size(); i++) {
                    Map<Palette, Integer> picks = new LinkedHashMap<>(choice.picks());
                    picks.put(palette.getKey(), i);
                    SldFilter when =
                            SldFilter.and(List.of(choice.when(), conditions.takesColor(palette.getValue(), i)));
                    more.add(new SldColors(picks, when));
                }
            }
            choices = more;
        }
        return choices;
    }

    private static Palette palette(Paint paint) {
        return new Palette(paint.by().orElseThrow(), paint.colors().size());
    }

    /** The colour of a paint in this choice, as CSS. */
    String of(Paint paint) {
        return paint.isPalette()
                ? paint.colors()
                        .get(Optional.ofNullable(picks.get(palette(paint))).orElse(0))
                : paint.colors().get(0);
    }

    /** What tells this choice from the others in a name; empty if there are no others. */
    String suffix() {
        StringBuilder suffix = new StringBuilder();
        picks.values().forEach(pick -> suffix.append("-c").append(pick + 1));
        return suffix.toString();
    }
}
