package org.onemap.theme;

import java.util.List;
import java.util.Optional;

/**
 * How one rule draws a feature: any of its parts may be absent. Lengths are pixels. Immutable.
 *
 * @param fill inside of polygons
 * @param stroke lines and outlines
 * @param circle points
 * @param icon points, over the circle
 * @param label text
 */
public record Symbol(
        Optional<Paint> fill,
        Optional<Stroke> stroke,
        Optional<Circle> circle,
        Optional<Icon> icon,
        Optional<Label> label) {

    /** Whether anything but text is drawn. */
    boolean isShape() {
        return fill.isPresent() || stroke.isPresent() || circle.isPresent() || icon.isPresent();
    }

    /**
     * A line, drawn over its wider casing if there is one.
     *
     * @param color of the line
     * @param width by zoom
     * @param dash lengths of line and gap, empty for a whole line
     * @param casing what is seen on both sides
     */
    public record Stroke(Paint color, ByZoom width, List<Double> dash, Optional<Casing> casing) {
        public Stroke {
            dash = List.copyOf(dash);
        }
    }

    /**
     * What is seen of a wider line below a line.
     *
     * @param color of the casing
     * @param width on each side
     */
    public record Casing(Paint color, double width) {}

    /**
     * A round mark.
     *
     * @param radius by zoom, with its outline
     * @param fill its inside
     * @param stroke its outline
     * @param strokeWidth width of the outline
     */
    public record Circle(ByZoom radius, Paint fill, Paint stroke, double strokeWidth) {}

    /**
     * A small picture at a point.
     *
     * @param name of one of the {@link Icons}
     * @param size width and height by zoom
     */
    public record Icon(String name, ByZoom size) {}

    /**
     * A text at a point, in a polygon, or along a line.
     *
     * @param text text with <code>{field}</code> or <code>{field|other}</code> in it
     * @param size of the font by zoom
     * @param bold whether the font is bold
     * @param color of the text
     * @param halo colour around the text
     * @param haloWidth its width
     * @param priority 0 to 100: the larger one stays where two labels meet
     * @param overflow whether it may be wider than its polygon or longer than its line
     * @param offsetY pixels below the anchor
     */
    public record Label(
            String text,
            ByZoom size,
            boolean bold,
            Paint color,
            Paint halo,
            double haloWidth,
            int priority,
            boolean overflow,
            double offsetY) {}
}
