package org.onemap.theme;

import java.util.List;
import java.util.Optional;

/**
 * A colour, or a small palette from which a feature takes one by digits of its code. Colours are CSS: {@code #rgb},
 * {@code #rrggbb} or {@code #rrggbbaa}. Immutable.
 *
 * @param colors one, or several of a palette
 * @param by the digits whose number, modulo the count of colours, picks the colour; where there is no such number, the
 *     first colour is taken. Empty for a single colour
 */
public record Paint(List<String> colors, Optional<CodeDigits> by) {

    public Paint {
        colors = List.copyOf(colors);
        if (colors.isEmpty() || colors.size() > 1 == by.isEmpty()) {
            throw new IllegalArgumentException("a paint is one colour, or several by a field: " + colors + " " + by);
        }
    }

    /** One colour for all. */
    public static Paint of(String color) {
        return new Paint(List.of(color), Optional.empty());
    }

    /** Whether features differ in colour. */
    public boolean isPalette() {
        return colors.size() > 1;
    }
}
