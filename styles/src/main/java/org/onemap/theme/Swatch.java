package org.onemap.theme;

import java.util.List;
import java.util.Locale;

/** Draws what a legend entry looks like as an SVG fragment of 32 × 20. Stateless. */
final class Swatch {

    static final int WIDTH = 32;
    static final int HEIGHT = 20;

    /** The level at which widths are shown, where a rule draws there. */
    private static final int TYPICAL_ZOOM = 16;

    /** The level at which icons are shown: where they can be told apart. */
    private static final int ICON_ZOOM = 20;

    private Swatch() {}

    /** A whole SVG document. */
    static String svg(List<ThemeRule> rules, ThemeLayer.Geometry geometry) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\">" + shapes(rules, geometry) + "</svg>";
    }

    /** The shapes alone, at the origin. */
    static String shapes(List<ThemeRule> rules, ThemeLayer.Geometry geometry) {
        StringBuilder svg = new StringBuilder();
        for (ThemeRule rule : rules) {
            int zoom = Math.max(rule.zoom().min(), Math.min(rule.zoom().max(), level(rule)));
            Symbol symbol = rule.symbol();
            symbol.fill().ifPresent(fill -> fill(svg, fill));
            symbol.stroke().ifPresent(stroke -> stroke(svg, stroke, zoom, geometry));
            symbol.circle().ifPresent(circle -> circle(svg, circle, zoom));
            symbol.icon().ifPresent(icon -> icon(svg, icon, zoom));
        }
        return svg.toString();
    }

    private static int level(ThemeRule rule) {
        return rule.symbol().icon().isPresent() ? ICON_ZOOM : TYPICAL_ZOOM;
    }

    private static void fill(StringBuilder svg, Paint fill) {
        int count = Math.min(fill.colors().size(), 4);
        double width = 28.0 / count;
        for (int i = 0; i < count; i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.4g\" y=\"3\" width=\"%.4g\" height=\"14\" fill=\"%s\"/>",
                    2 + i * width,
                    width,
                    fill.colors().get(i)));
        }
    }

    private static void stroke(StringBuilder svg, Symbol.Stroke stroke, int zoom, ThemeLayer.Geometry geometry) {
        double width = Math.min(stroke.width().at(zoom), 7);
        stroke.casing().ifPresent(casing -> {
            double wide = width + 2 * Math.min(casing.width(), 3);
            line(svg, geometry, "stroke=\"" + casing.color().colors().get(0) + "\" stroke-width=\"" + wide + "\"");
        });
        StringBuilder look =
                new StringBuilder("stroke=\"" + stroke.color().colors().get(0) + "\" stroke-width=\"" + width + "\"");
        if (!stroke.dash().isEmpty()) {
            look.append(" stroke-dasharray=\"");
            stroke.dash().forEach(length -> look.append(length).append(' '));
            look.setLength(look.length() - 1);
            look.append('"');
        }
        line(svg, geometry, look.toString());
    }

    private static void line(StringBuilder svg, ThemeLayer.Geometry geometry, String look) {
        if (geometry == ThemeLayer.Geometry.LINE) {
            svg.append("<path d=\"M3 14 L12 8 L20 12 L29 6\" fill=\"none\" stroke-linejoin=\"round\" ");
        } else {
            svg.append("<rect x=\"2\" y=\"3\" width=\"28\" height=\"14\" fill=\"none\" ");
        }
        svg.append(look).append("/>");
    }

    private static void circle(StringBuilder svg, Symbol.Circle circle, int zoom) {
        svg.append(String.format(
                Locale.ROOT,
                "<circle cx=\"16\" cy=\"10\" r=\"%s\" fill=\"%s\"",
                FlatExpressions.plain(Math.max(2.5, Math.min(circle.radius().at(zoom), 9))),
                circle.fill().colors().get(0)));
        if (circle.strokeWidth() > 0) {
            svg.append(" stroke=\"" + circle.stroke().colors().get(0) + "\" stroke-width=\"" + circle.strokeWidth()
                    + "\"");
        }
        svg.append("/>");
    }

    private static void icon(StringBuilder svg, Symbol.Icon icon, int zoom) {
        double size = Math.min(icon.size().at(zoom), 18);
        svg.append(String.format(
                Locale.ROOT,
                "<g transform=\"translate(%s %s) scale(%s)\">",
                FlatExpressions.plain(16 - size / 2),
                FlatExpressions.plain(10 - size / 2),
                FlatExpressions.plain(size / Icons.SIZE)));
        svg.append(Icons.shapes(icon.name())).append("</g>");
    }
}
