package org.onemap.theme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a {@link Theme} of the tree of a theme file; every refusal names the line. Confined to one thread. */
final class ThemeReader {

    private static final Pattern COLOR = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");
    private static final Pattern TINT = Pattern.compile("@(?:[0-9a-fA-F]{2})?");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})-(\\d{0,2})");

    private final ThemeNode root;

    /** What {@code @} stands for; empty text where it may not stand. */
    private String tint = "";

    ThemeReader(ThemeNode root) {
        this.root = root;
    }

    Theme read() {
        root.allow(Set.of("name", "title", "font", "background", "layers", "other", "marks"));
        ThemeNode name = root.get("name");
        if (!NAME.matcher(name.text()).matches()) {
            throw name.error("'" + name.text() + "' cannot name a theme: small letters, digits, - and _");
        }
        List<ThemeLayer> layers = layers(root.get("layers"));
        List<ThemeLayer> others = others(root.get("other"));
        List<ThemeLayer> marks = root.find("marks").map(this::layers).orElse(List.of());
        return new Theme(
                name.text(),
                root.get("title").text(),
                root.get("font").text(),
                color(root.get("background")),
                layers,
                others,
                marks);
    }

    private List<ThemeLayer> layers(ThemeNode node) {
        List<ThemeLayer> layers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ThemeNode item : node.items()) {
            ThemeLayer layer = layer(item);
            if (!ids.add(layer.id())) {
                throw item.error("layer '" + layer.id() + "' stands in the theme twice");
            }
            layers.add(layer);
        }
        return layers;
    }

    /** One layer for each of its tints. */
    private List<ThemeLayer> others(ThemeNode node) {
        List<String> tints = node.get("tints").items().stream().map(this::color).toList();
        List<ThemeLayer> others = new ArrayList<>();
        for (String each : tints) {
            tint = each;
            others.add(layer(node, Set.of("tints")));
        }
        tint = "";
        return others;
    }

    private ThemeLayer layer(ThemeNode node) {
        return layer(node, Set.of());
    }

    private ThemeLayer layer(ThemeNode node, Set<String> more) {
        Set<String> keys = new HashSet<>(Set.of("id", "title", "geometry", "visible", "rules"));
        keys.addAll(more);
        node.allow(keys);
        ThemeLayer.Geometry geometry = choice(node.get("geometry"), ThemeLayer.Geometry.class);
        List<ThemeRule> rules = new ArrayList<>();
        for (ThemeNode item : node.get("rules").items()) {
            rules.add(rule(item, geometry));
        }
        if (rules.isEmpty()) {
            throw node.get("rules").error("a layer needs at least one rule");
        }
        return new ThemeLayer(
                node.get("id").text(),
                node.get("title").text(),
                geometry,
                node.find("visible").map(ThemeNode::flag).orElse(true),
                rules);
    }

    private ThemeRule rule(ThemeNode node, ThemeLayer.Geometry geometry) {
        node.allow(Set.of("legend", "zoom", "when", "stage", "fill", "stroke", "circle", "icon", "label"));
        Symbol symbol = new Symbol(
                node.find("fill").map(this::paint),
                node.find("stroke").map(this::stroke),
                node.find("circle").map(this::circle),
                node.find("icon").map(this::icon),
                node.find("label").map(this::label));
        if (!symbol.isShape() && symbol.label().isEmpty()) {
            throw node.error("a rule draws something: fill, stroke, circle, icon or label");
        }
        ThemeRule.Stage stage = node.find("stage")
                .map(text -> choice(text, ThemeRule.Stage.class))
                .orElse(usualStage(geometry, symbol));
        return new ThemeRule(
                node.find("legend").map(ThemeNode::text).orElse(""),
                node.find("zoom").map(this::zoom).orElse(ZoomRange.all()),
                node.find("when").map(this::condition).orElse(new Condition.Always()),
                stage,
                symbol);
    }

    private static ThemeRule.Stage usualStage(ThemeLayer.Geometry geometry, Symbol symbol) {
        if (symbol.circle().isPresent() || symbol.icon().isPresent()) {
            return ThemeRule.Stage.POINT;
        }
        if (geometry == ThemeLayer.Geometry.LINE) {
            return ThemeRule.Stage.BODY;
        }
        return symbol.stroke().isPresent() ? ThemeRule.Stage.BOUNDARY : ThemeRule.Stage.AREA;
    }

    /** {@code 12}, {@code 12-} or {@code 12-15}. */
    private ZoomRange zoom(ThemeNode node) {
        Matcher range = RANGE.matcher(node.text().contains("-") ? node.text() : node.text() + "-" + node.text());
        if (range.matches()) {
            int min = Integer.parseInt(range.group(1));
            int max = range.group(2).isEmpty() ? ZoomRange.HIGHEST : Integer.parseInt(range.group(2));
            if (min <= max && max <= ZoomRange.HIGHEST) {
                return new ZoomRange(min, max);
            }
        }
        throw node.error(
                "'" + node.text() + "' are no zoom levels; write 12, 12- or 12-15, from 0 to " + ZoomRange.HIGHEST);
    }

    /** {@code otherwise}, {@code {field: [values]}} or {@code {field: {digits: 7-8, is: [1, 2]}}}. */
    private Condition condition(ThemeNode node) {
        if (node.isText()) {
            if (node.text().equals("otherwise")) {
                return new Condition.Otherwise();
            }
            throw node.error("'" + node.text() + "' is no condition; write otherwise or {field: [values]}");
        }
        if (node.entries().size() != 1) {
            throw node.error(
                    "a condition looks at one field, not " + node.entries().size());
        }
        Map.Entry<String, ThemeNode> entry =
                node.entries().entrySet().iterator().next();
        ThemeNode wanted = entry.getValue();
        if (!wanted.isMap()) {
            return new Condition.OneOf(fields(entry.getKey()), texts(wanted));
        }
        wanted.allow(Set.of("digits", "is"));
        CodeDigits digits = digits(entry.getKey(), wanted.get("digits"));
        List<Integer> numbers = wanted.get("is").items().stream()
                .map(item -> (int) item.numberFrom(0, Math.pow(10, digits.count()) - 1))
                .toList();
        return new Condition.Digits(digits, numbers);
    }

    private static List<String> fields(String alternatives) {
        return List.of(alternatives.split("\\|"));
    }

    private static CodeDigits digits(String field, ThemeNode node) {
        Matcher digits = RANGE.matcher(node.text());
        if (!digits.matches() || digits.group(2).isEmpty()) {
            throw node.error("digits are written 7-8");
        }
        int first = Integer.parseInt(digits.group(1));
        int last = Integer.parseInt(digits.group(2));
        if (first < 1 || last < first || last > CodeDigits.LONGEST) {
            throw node.error("digits lie between 1 and " + CodeDigits.LONGEST);
        }
        return new CodeDigits(field, first, last);
    }

    private static List<String> texts(ThemeNode node) {
        return node.items().stream().map(ThemeNode::text).toList();
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
        ThemeNode name = node.get("name");
        if (!Icons.names().contains(name.text())) {
            throw name.error("there is no icon '" + name.text() + "'; there are " + Icons.names());
        }
        return new Symbol.Icon(name.text(), byZoom(node.get("size")));
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

    /** A colour, or {@code {by: code, digits: 8-9, palette: [colours]}}. */
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
        CodeDigits digits = digits(node.get("by").text(), node.get("digits"));
        if (digits.count() > 2) {
            throw node.get("digits").error("a palette takes one or two digits, such as 8-9, not " + digits.count());
        }
        return new Paint(colors, Optional.of(digits));
    }

    private String color(ThemeNode node) {
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

    private static <E extends Enum<E>> E choice(ThemeNode node, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(node.text())) {
                return constant;
            }
        }
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            known.add(constant.name().toLowerCase(Locale.ROOT));
        }
        throw node.error("'" + node.text() + "' is unknown; known are " + known);
    }
}
