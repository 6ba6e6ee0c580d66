package org.onemap.theme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a {@link Theme} of the tree of a theme file; every refusal names the line. Confined to one thread. */
final class ThemeReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})-(\\d{0,2})");

    private final ThemeNode root;

    /** Knows no tint outside of {@code other}. */
    private SymbolReader symbols = new SymbolReader("");

    ThemeReader(ThemeNode root) {
        this.root = root;
    }

    Theme read() {
        root.allow(Set.of("name", "title", "description", "font", "background", "dark", "layers", "other", "marks"));
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
                root.find("description").map(ThemeNode::text).orElse(""),
                root.get("font").text(),
                symbols.color(root.get("background")),
                root.find("dark").map(ThemeNode::flag).orElse(false),
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
        List<String> tints =
                node.get("tints").items().stream().map(symbols::color).toList();
        List<ThemeLayer> others = new ArrayList<>();
        for (String each : tints) {
            symbols = new SymbolReader(each);
            others.add(layer(node, Set.of("tints")));
        }
        symbols = new SymbolReader("");
        return others;
    }

    private ThemeLayer layer(ThemeNode node) {
        return layer(node, Set.of());
    }

    private ThemeLayer layer(ThemeNode node, Set<String> more) {
        Set<String> keys = new HashSet<>(Set.of("id", "title", "geometry", "visible", "symbol", "rules"));
        keys.addAll(more);
        node.allow(keys);
        ThemeLayer.Geometry geometry = choice(node.get("geometry"), ThemeLayer.Geometry.class);
        List<ThemeRule> rules = new ArrayList<>();
        for (ThemeNode item : node.get("rules").items()) {
            if (item.find("classes").isPresent()) {
                rules.addAll(classes(item, geometry));
            } else {
                rules.add(rule(item, geometry));
            }
        }
        if (rules.isEmpty()) {
            throw node.get("rules").error("a layer needs at least one rule");
        }
        return new ThemeLayer(
                node.get("id").text(),
                node.get("title").text(),
                geometry,
                node.find("visible").map(ThemeNode::flag).orElse(true),
                node.find("symbol").map(SymbolReader::iconName),
                rules);
    }

    private ThemeRule rule(ThemeNode node, ThemeLayer.Geometry geometry) {
        node.allow(keys("legend", "zoom", "when", "stage"));
        Condition when = node.find("when").map(ConditionReader::condition).orElse(new Condition.Always());
        return rule(node, node, when, geometry);
    }

    /**
     * One rule.
     *
     * @param frame says zoom and stage
     * @param body says legend and symbol: the same node, or one of its classes
     */
    private ThemeRule rule(ThemeNode frame, ThemeNode body, Condition when, ThemeLayer.Geometry geometry) {
        Symbol symbol = symbols.symbol(body);
        return new ThemeRule(
                body.find("legend").map(ThemeNode::text).orElse(""),
                frame.find("zoom").map(this::zoom).orElse(ZoomRange.all()),
                when,
                frame.find("stage")
                        .map(text -> choice(text, ThemeRule.Stage.class))
                        .orElse(usualStage(geometry, symbol)),
                symbol);
    }

    /** One rule for each class: <code>{by: field, classes: [{below: 200, fill: …}, …]}</code>. */
    private List<ThemeRule> classes(ThemeNode node, ThemeLayer.Geometry geometry) {
        node.allow(Set.of("zoom", "stage", "by", "digits", "classes"));
        List<ThemeNode> bodies = node.get("classes").items();
        List<Condition> conditions = new ClassReader(node).conditions();
        List<ThemeRule> rules = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            bodies.get(i).allow(keys("legend", "is", "below"));
            rules.add(rule(node, bodies.get(i), conditions.get(i), geometry));
        }
        return rules;
    }

    private static Set<String> keys(String... more) {
        Set<String> keys = new HashSet<>(SymbolReader.KEYS);
        keys.addAll(List.of(more));
        return keys;
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
