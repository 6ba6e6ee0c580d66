package org.onemap.theme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks a style against the reference of the MapLibre style specification ({@code v8.json}): every key, type, enumeration
 * and range, every operator of every expression with what its property allows, unique ids, known sources.
 */
final class MapLibreReference {

    /** Fewest and most arguments; the reference says operators but not arities. */
    private static final Map<String, int[]> ARITIES = Map.ofEntries(
            Map.entry("get", new int[] {1, 2}),
            Map.entry("to-string", new int[] {1, 1}),
            Map.entry("to-number", new int[] {1, 9}),
            Map.entry("literal", new int[] {1, 1}),
            Map.entry("slice", new int[] {2, 3}),
            Map.entry("length", new int[] {1, 1}),
            Map.entry("in", new int[] {2, 2}),
            Map.entry("!", new int[] {1, 1}),
            Map.entry("%", new int[] {2, 2}),
            Map.entry("==", new int[] {2, 3}),
            Map.entry("<", new int[] {2, 3}),
            Map.entry(">=", new int[] {2, 3}),
            Map.entry("zoom", new int[] {0, 0}),
            Map.entry("geometry-type", new int[] {0, 0}),
            Map.entry("linear", new int[] {0, 0}));

    private static final Pattern COLOR = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})");

    private final JsonNode v8;
    private final List<String> faults = new ArrayList<>();

    MapLibreReference(Path file) throws IOException {
        this.v8 = new ObjectMapper().readTree(file.toFile());
    }

    /** What is wrong with a style, each with its place. */
    List<String> faults(JsonNode style) {
        faults.clear();
        object(style, v8.get("$root"), "style");
        style.path("sources")
                .fields()
                .forEachRemaining(source -> object(
                        source.getValue(),
                        v8.path("source_" + source.getValue().path("type").asText()),
                        "source " + source.getKey()));
        List<String> ids = new ArrayList<>();
        for (JsonNode layer : style.path("layers")) {
            layer(layer, style, ids);
        }
        return List.copyOf(faults);
    }

    private void layer(JsonNode layer, JsonNode style, List<String> ids) {
        String id = layer.path("id").asText();
        String type = layer.path("type").asText();
        object(layer, v8.get("layer"), id);
        if (ids.contains(id)) {
            faults.add(id + ": the id stands twice");
        }
        ids.add(id);
        if (!type.equals("background")
                && !style.path("sources").has(layer.path("source").asText())) {
            faults.add(id + ": no source " + layer.path("source"));
        }
        if (layer.path("minzoom").asDouble(0) >= layer.path("maxzoom").asDouble(24.1)) {
            faults.add(id + ": minzoom is not below maxzoom");
        }
        object(layer.path("paint"), v8.path("paint_" + type), id + " paint");
        object(layer.path("layout"), v8.path("layout_" + type), id + " layout");
        if (layer.has("filter")) {
            expression(layer.get("filter"), List.of("zoom", "feature"), id + " filter");
        }
    }

    private void object(JsonNode value, JsonNode reference, String where) {
        if (reference.isMissingNode()) {
            faults.add(where + ": the reference knows no such thing");
            return;
        }
        reference.fields().forEachRemaining(property -> {
            if (property.getValue().path("required").asBoolean() && !value.has(property.getKey())) {
                faults.add(where + ": " + property.getKey() + " is missing");
            }
        });
        value.fields().forEachRemaining(property -> {
            JsonNode rule = reference.path(property.getKey());
            String place = where + " " + property.getKey();
            if (rule.isMissingNode()) {
                faults.add(place + ": unknown property");
            } else if (!List.of("paint", "layout", "filter", "sources", "layers", "metadata")
                    .contains(property.getKey())) {
                value(property.getValue(), rule, place);
            }
        });
    }

    private void value(JsonNode value, JsonNode rule, String where) {
        if (value.isArray()
                && value.path(0).isTextual()
                && v8.path("expression_name").path("values").has(value.get(0).asText())) {
            List<String> parameters = new ArrayList<>();
            rule.path("expression").path("parameters").forEach(parameter -> parameters.add(parameter.asText()));
            if (parameters.isEmpty()) {
                faults.add(where + ": takes no expression");
            }
            if (value.get(0).asText().equals("interpolate")
                    && !rule.path("expression").path("interpolated").asBoolean()) {
                faults.add(where + ": cannot be interpolated");
            }
            expression(value, parameters, where);
            return;
        }
        plain(value, rule, where);
    }

    private void plain(JsonNode value, JsonNode rule, String where) {
        boolean right =
                switch (rule.path("type").asText()) {
                    case "number" -> value.isNumber() && inRange(value.asDouble(), rule);
                    case "color" ->
                        value.isTextual() && COLOR.matcher(value.asText()).matches();
                    case "boolean" -> value.isBoolean();
                    case "enum" ->
                        rule.path("values").isObject()
                                ? rule.path("values").has(value.asText())
                                : rule.path("values").toString().contains(value.toString());
                    case "array" ->
                        value.isArray()
                                && (!rule.has("length") || rule.get("length").asInt() == value.size());
                    case "string", "formatted", "resolvedImage", "sprite" -> value.isTextual();
                    case "padding" -> value.isNumber() || value.isArray();
                    case "*" -> true;
                    default -> false;
                };
        if (!right) {
            faults.add(where + ": " + value + " is no " + rule.path("type").asText());
        }
        if (value.isArray() && rule.path("value").isTextual()) {
            for (JsonNode item : value) {
                boolean fits = rule.get("value").asText().equals("number") ? item.isNumber() : item.isTextual();
                if (!fits) {
                    faults.add(
                            where + ": " + item + " is no " + rule.get("value").asText());
                }
            }
        }
    }

    private static boolean inRange(double number, JsonNode rule) {
        return number >= rule.path("minimum").asDouble(-Double.MAX_VALUE)
                && number <= rule.path("maximum").asDouble(Double.MAX_VALUE);
    }

    private void expression(JsonNode value, List<String> parameters, String where) {
        if (!value.isArray()) {
            if (value.isTextual()
                    && value.asText().startsWith("#")
                    && !COLOR.matcher(value.asText()).matches()) {
                faults.add(where + ": " + value + " is no color");
            }
            return;
        }
        String operator = value.path(0).asText();
        if (!v8.path("expression_name").path("values").has(operator)
                && !v8.path("interpolation_name").path("values").has(operator)) {
            faults.add(where + ": unknown operator " + operator);
            return;
        }
        int[] arity = ARITIES.getOrDefault(operator, new int[] {1, 200});
        if (value.size() - 1 < arity[0] || value.size() - 1 > arity[1]) {
            faults.add(where + ": " + operator + " takes no " + (value.size() - 1) + " arguments");
        }
        String needs = operator.equals("zoom")
                ? "zoom"
                : operator.equals("get") || operator.equals("geometry-type") ? "feature" : "";
        if (!needs.isEmpty() && !parameters.contains(needs)) {
            faults.add(where + ": must not depend on " + needs);
        }
        if (operator.equals("literal")) {
            return;
        }
        if (operator.equals("interpolate") || operator.equals("step")) {
            ascending(value, operator.equals("step") ? 3 : 3, where);
        }
        for (int i = 1; i < value.size(); i++) {
            expression(value.get(i), parameters, where);
        }
    }

    private void ascending(JsonNode value, int first, String where) {
        for (int i = first + 2; i < value.size(); i += 2) {
            if (value.get(i).asDouble() <= value.get(i - 2).asDouble()) {
                faults.add(where + ": stops do not ascend");
            }
        }
    }
}
