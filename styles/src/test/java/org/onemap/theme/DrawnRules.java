package org.onemap.theme;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a style document draws, told the same way for every format: which part of which layer in which colours at which
 * levels, beside the text that says for which features.
 *
 * @param what for instance {@code road casing #dcbd7d 10-24}
 * @param text the entry of the document
 */
record DrawnRules(String what, String text) {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{3,8}");
    private static final Map<String, String> FLAT_PARTS = Map.of(
            "fill-color", "fill",
            "stroke-color", "line",
            "circle-fill-color", "circle",
            "icon-src", "icon",
            "text-fill-color", "label");

    /** What the theme itself wants drawn; the text is its condition's values, one a line. */
    static List<DrawnRules> ofTheme(Theme theme) {
        List<DrawnRules> drawn = new ArrayList<>();
        for (ThemeLayer layer : theme.layers()) {
            for (ThemeRule rule : layer.rules()) {
                String values = rule.when() instanceof Condition.OneOf oneOf ? String.join("\n", oneOf.values()) : "";
                Symbol symbol = rule.symbol();
                List<String> parts = new ArrayList<>();
                symbol.fill().ifPresent(fill -> parts.add("fill " + colors(fill.colors())));
                symbol.stroke().ifPresent(stroke -> {
                    parts.add("line " + colors(stroke.color().colors()));
                    stroke.casing()
                            .ifPresent(casing ->
                                    parts.add("casing " + colors(casing.color().colors())));
                });
                symbol.circle()
                        .ifPresent(circle ->
                                parts.add("circle " + colors(circle.fill().colors())));
                symbol.icon().ifPresent(icon -> parts.add("icon " + icon.name()));
                symbol.label()
                        .ifPresent(label ->
                                parts.add("label " + colors(label.color().colors())));
                String zoom = rule.zoom().min() + "-" + rule.zoom().max();
                parts.forEach(part -> drawn.add(new DrawnRules(layer.id() + " " + part + " " + zoom, values)));
            }
        }
        return drawn;
    }

    static List<DrawnRules> ofOpenLayers(JsonNode style) {
        List<DrawnRules> drawn = new ArrayList<>();
        for (JsonNode layer : style.get("layers")) {
            List<JsonNode> entries = new ArrayList<>();
            layer.get("style").forEach(entries::add);
            layer.path("labels").path("style").forEach(entries::add);
            for (JsonNode entry : entries) {
                JsonNode flat = entry.get("style");
                // a casing is the only stroke that lies at the lower z of its layer
                boolean casing = flat.path("z-index").asInt() % 20_000 % 200 >= 100;
                FLAT_PARTS.forEach((key, part) -> {
                    if (flat.has(key)) {
                        String look = key.equals("icon-src")
                                ? flat.get(key).asText().replaceAll(".*/|\\.svg", "")
                                : colors(flat.get(key).toString());
                        String named = casing && part.equals("line") ? "casing" : part;
                        drawn.add(new DrawnRules(
                                layer.get("id").asText() + " " + named + " " + look + " " + flatZoom(entry),
                                entry.path("filter").toString()));
                    }
                });
            }
        }
        return drawn;
    }

    private static String flatZoom(JsonNode entry) {
        String filter = entry.path("filter").toString();
        Matcher min = Pattern.compile("\\[\"<\",\\[\"resolution\"],([0-9.]+)").matcher(filter);
        Matcher max = Pattern.compile("\\[\">=\",\\[\"resolution\"],([0-9.]+)").matcher(filter);
        long lowest = min.find() ? Math.round(level(Double.parseDouble(min.group(1))) + 0.5) : 0;
        long highest = max.find() ? Math.round(level(Double.parseDouble(max.group(1))) - 0.5) : ZoomRange.HIGHEST;
        return lowest + "-" + highest;
    }

    private static double level(double resolution) {
        return Math.log(ZoomRange.resolution(0) / resolution) / Math.log(2);
    }

    static List<DrawnRules> ofMapLibre(JsonNode style) {
        List<DrawnRules> drawn = new ArrayList<>();
        for (JsonNode layer : style.get("layers")) {
            if (layer.has("source-layer")) {
                String id = layer.get("id").asText();
                String part = id.substring(id.lastIndexOf('-') + 1);
                String key =
                        switch (part) {
                            case "casing" -> "line-color";
                            case "label" -> "text-color";
                            default -> part + "-color";
                        };
                String look = part.equals("icon")
                        ? layer.get("layout").get("icon-image").asText()
                        : colors(layer.get("paint").get(key).toString());
                long min =
                        layer.has("minzoom") ? Math.round(layer.get("minzoom").asDouble() + 1.5) : 0;
                long max =
                        layer.has("maxzoom") ? Math.round(layer.get("maxzoom").asDouble() + 0.5) : ZoomRange.HIGHEST;
                drawn.add(new DrawnRules(
                        layer.get("source-layer").asText() + " " + part + " " + look + " " + min + "-" + max,
                        layer.path("filter").toString()));
            }
        }
        return drawn;
    }

    /** The rules that one rule of the theme became are put together again. */
    static List<DrawnRules> ofSld(String sld) {
        Map<String, List<SldOutline>> byRule = new LinkedHashMap<>();
        for (SldOutline rule : SldOutline.read(sld)) {
            rule.looks().forEach((part, look) -> byRule.computeIfAbsent(
                            rule.layer() + " " + rule.ofTheme() + " " + part, key -> new ArrayList<>())
                    .add(rule));
        }
        List<DrawnRules> drawn = new ArrayList<>();
        byRule.forEach((key, rules) -> {
            String part = key.substring(key.lastIndexOf(' ') + 1);
            TreeSet<String> looks = new TreeSet<>();
            rules.forEach(rule -> looks.add(rule.looks().get(part)));
            int min = rules.stream().mapToInt(SldOutline::minZoom).min().orElseThrow();
            int max = rules.stream().mapToInt(SldOutline::maxZoom).max().orElseThrow();
            drawn.add(new DrawnRules(
                    rules.get(0).layer() + " " + part + " " + String.join(",", looks) + " " + min + "-" + max,
                    rules.get(0).filter()));
        });
        return drawn;
    }

    private static String colors(List<String> colors) {
        return colors(String.join(" ", colors));
    }

    /** All colours in a text, full length, without repeats, opacity rounded to a hundredth as SLD has it. */
    static String colors(String text) {
        TreeSet<String> colors = new TreeSet<>();
        Matcher color = COLOR.matcher(text);
        while (color.find()) {
            String css = color.group();
            double opacity = Math.round(SldNumbers.opacity(css) * 100) / 100.0;
            colors.add(SldNumbers.color(css) + (opacity < 1 ? "*" + SldNumbers.plain(opacity) : ""));
        }
        return String.join(",", colors);
    }
}
