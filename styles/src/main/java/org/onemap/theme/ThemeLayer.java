package org.onemap.theme;

import java.util.List;
import java.util.Optional;

/**
 * How one layer of the map looks. Immutable.
 *
 * @param id the layer's name in the {@link org.onemap.feature.LayerCatalog}
 * @param title what users read
 * @param geometry the kind of its features
 * @param visible whether it is shown before a user says otherwise
 * @param symbol name of the {@link Icons icon} that stands for the layer in legend and lists
 * @param rules drawing instructions, bottom first
 */
public record ThemeLayer(
        String id, String title, Geometry geometry, boolean visible, Optional<String> symbol, List<ThemeRule> rules) {

    /** What a layer is made of. */
    public enum Geometry {
        POINT,
        LINE,
        POLYGON,
        /** Points, lines and polygons, told apart by the feature. */
        ANY
    }

    public ThemeLayer {
        rules = List.copyOf(rules);
    }

    /** The levels at which any of its rules draws. */
    public ZoomRange zoom() {
        int min = rules.stream().mapToInt(rule -> rule.zoom().min()).min().orElse(0);
        int max = rules.stream().mapToInt(rule -> rule.zoom().max()).max().orElse(ZoomRange.HIGHEST);
        return new ZoomRange(min, max);
    }

    /** The conditions that must not hold for a rule to draw; empty unless it draws {@link Condition.Otherwise}. */
    List<Condition> leftOverBy(ThemeRule rule) {
        if (!(rule.when() instanceof Condition.Otherwise)) {
            return List.of();
        }
        return rules.stream()
                .filter(other -> other.zoom().contains(rule.zoom()))
                .filter(other -> drawTheSame(other.symbol(), rule.symbol()))
                .map(ThemeRule::when)
                .filter(Condition::isOwn)
                .distinct()
                .toList();
    }

    private static boolean drawTheSame(Symbol one, Symbol other) {
        boolean shapes = one.isShape() && other.isShape();
        boolean labels = one.label().isPresent() && other.label().isPresent();
        return shapes || labels;
    }
}
