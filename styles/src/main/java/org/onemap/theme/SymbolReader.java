package org.onemap.theme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads how a rule draws: fills, strokes, circles, icons, labels, colours, numbers by zoom. Immutable. */
final class SymbolReader {

    /** The keys of a rule that say how it draws. */
    static final Set<String> KEYS = Set.of("fill", "stroke", "circle", "icon", "label");

    private static final Pattern COLOR = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");
    private static final Pattern TINT = Pattern.compile("@(?:[0-9a-fA-F]{2})?");

    /** What {@code @} stands for; empty text where it may not stand. */
    private final String tint;

    SymbolReader(String tint) {
        this.tint = tint;
    }

    Symbol symbol(ThemeNode node) {
        Symbol symbol = new Symbol(
                node.find("fill").map(this::paint),
                node.find("stroke").map(this::stroke),
                node.find("circle").map(this::circle),
                node.find("icon").map(this::icon),
                node.find("label").map(this::label));
        if (!symbol.isShape() && symbol.label().isEmpty()) {
            throw node.error("a rule draws something: fill, stroke, circle, icon or label");
        }
        return symbol;
    }

    private Symbol.Stroke stroke(ThemeNode node) {
        node.allow(Set.of("color", "width", "dash", "casing"));
        return new Symbol.Stroke(
                paint(node.get("color")),
                byZoom(node.get("width")),
                node.find("dash")
                        .map(dash -> dash.items().stream()
                                .map(item -> item.numberFrom(0, 100))
                                .toList())
                        .orElse(List.of()),
                node.find("casing").map(this::casing));
    }

    private Symbol.Casing casing(ThemeNode node) {
        node.allow(Set.of("color", "width"));
        return new Symbol.Casing(paint(node.get("color")), node.get("width").numberFrom(0, 50));
    }

    private Symbol.Circle circle(ThemeNode node) {
        node.allow(Set.of("radius", "color", "outline", "outlineWidth"));
        Paint fill = paint(node.get("color"));
        return new Symbol.Circle(
                byZoom(node.get("radius")),
                fill,
                node.find("outline").map(this::paint).orElse(fill),
                node.find("outlineWidth").map(n -> n.numberFrom(0, 20)).orElse(0.0));
    }

    private Symbol.Icon icon(ThemeNode node) {
        node.allow(Set.of("name", "size"));
        return new Symbol.Icon(iconName(node.get("name")), byZoom(node.get("size")));
    }

    static String iconName(ThemeNode name) {
        if (!Icons.names().contains(name.text())) {
            throw name.error("there is no icon '" + name.text() + "'; there are " + Icons.names());
        }
        return name.text();
    }

    private Symbol.Label label(ThemeNode node) {
        node.allow(Set.of("text", "size", "bold", "color", "halo", "haloWidth", "priority", "overflow", "offsetY"));
        ThemeNode text = node.get("text");
        if (!LabelText.isWellFormed(text.text())) {
            throw text.error("'" + text.text() + "' has a brace without its partner; write {field} or {field|other}");
        }
        return new Symbol.Label(
                text.text(),
                byZoom(node.get("size")),
                node.find("bold").map(ThemeNode::flag).orElse(false),
                paint(node.get("color")),
                node.find("halo").map(this::paint).orElse(Paint.of("#ffffff")),
                node.find("haloWidth").map(n -> n.numberFrom(0, 10)).orElse(2.0),
                (int) node.find("priority")
                        .map(n -> n.numberFrom(0, 100))
                        .orElse(50.0)
                        .doubleValue(),
                node.find("overflow").map(ThemeNode::flag).orElse(true),
                node.find("offsetY").map(n -> n.numberFrom(-50, 50)).orElse(0.0));
    }

    /** A colour, or {@code {by: code, digits: 7-9, palette: [colours]}}. */
    private Paint paint(ThemeNode node) {
        if (node.isText()) {
            return Paint.of(color(node));
        }
        node.allow(Set.of("by", "digits", "palette"));
        List<String> colors =
                node.get("palette").items().stream().map(this::color).toList();
        if (colors.size() < 2) {
            throw node.get("palette").error("a palette has two colours or more");
        }
        CodeDigits digits = ConditionReader.digits(node.get("by").text(), node.get("digits"));
        if (digits.count() > 3) {
            throw node.get("digits").error("a palette takes one to three digits, such as 7-9, not " + digits.count());
        }
        return new Paint(colors, Optional.of(digits));
    }

    String color(ThemeNode node) {
        if (!tint.isEmpty() && TINT.matcher(node.text()).matches()) {
            return tint + node.text().substring(1);
        }
        if (!COLOR.matcher(node.text()).matches()) {
            throw node.error(
                    "'" + node.text() + "' is no colour; write \"#rgb\", \"#rrggbb\" or \"#rrggbbaa\" in quotes");
        }
        return node.text();
    }

    /** A number, or {@code {12: 1, 18: 6}}. */
    private ByZoom byZoom(ThemeNode node) {
        if (node.isText()) {
            return ByZoom.constant(node.numberFrom(0, 100));
        }
        TreeMap<Integer, Double> stops = new TreeMap<>();
        node.entries().forEach((zoom, value) -> {
            if (!zoom.matches("\\d{1,2}") || Integer.parseInt(zoom) > ZoomRange.HIGHEST) {
                throw value.error("'" + zoom + "' is no zoom level from 0 to " + ZoomRange.HIGHEST);
            }
            stops.put(Integer.parseInt(zoom), value.numberFrom(0, 100));
        });
        if (stops.isEmpty()) {
            throw node.error("no zoom level here; write {12: 1, 18: 6}");
        }
        return new ByZoom(stops);
    }
}
