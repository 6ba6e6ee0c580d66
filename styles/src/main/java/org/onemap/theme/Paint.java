package org.onemap.theme;

import java.util.List;

/**
 * A colour, or a small palette from which a feature takes one by its code. Colours are CSS: {@code #rgb},
 * {@code #rrggbb} or {@code #rrggbbaa}. Immutable.
 *
 * @param colors one, or several of a palette
 * @param by the field whose number, modulo the count of colours, picks the colour; empty text for a single colour
 */
public record Paint(List<String> colors, String by) {

    public Paint {
        colors = List.copyOf(colors);
        if (colors.isEmpty() || colors.size() > 1 == by.isEmpty()) {
            throw new IllegalArgumentException("a paint is one colour, or several by a field: " + colors + " " + by);
        }
    }

    /** One colour for all. */
    public static Paint of(String color) {
        return new Paint(List.of(color), "");
    }

    /** Whether features differ in colour. */
    public boolean isPalette() {
        return colors.size() > 1;
    }
}
