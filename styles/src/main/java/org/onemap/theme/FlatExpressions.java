package org.onemap.theme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * The expressions of OpenLayers flat styles. Stateless.
 *
 * <p>Canvas rendering knows {@code resolution} but not {@code zoom}, and no part of a text; so levels are written as
 * resolutions, and digits of a code are cut out with arithmetic, for which JavaScript takes the text as a number.
 */
final class FlatExpressions {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Features meet a level's limits although resolutions are rounded. */
    private static final double HALF_LEVEL = 0.5;

    /** All parts of the filter of a rule; empty if it draws every feature at every level. */
    ArrayNode filter(ThemeRule rule, List<ThemeRule> earlier) {
        List<JsonNode> parts = new ArrayList<>();
        if (rule.zoom().min() > 0) {
            parts.add(call("<", call("resolution"), limit(rule.zoom().min() - HALF_LEVEL)));
        }
        if (rule.zoom().max() < ZoomRange.HIGHEST) {
            parts.add(call(">=", call("resolution"), limit(rule.zoom().max() + HALF_LEVEL)));
        }
        if (rule.when().kind() == Condition.Kind.OTHERWISE) {
            earlier.stream()
                    .filter(other -> other.zoom().equals(rule.zoom()))
                    .map(ThemeRule::when)
                    .filter(FlatExpressions::isOwn)
                    .distinct()
                    .forEach(other -> parts.add(call("!", condition(other))));
        } else if (isOwn(rule.when())) {
            parts.add(condition(rule.when()));
        }
        if (parts.isEmpty()) {
            return JSON.arrayNode();
        }
        return parts.size() == 1 ? (ArrayNode) parts.get(0) : call("all", parts.toArray(new JsonNode[0]));
    }

    private static boolean isOwn(Condition condition) {
        return condition.kind() == Condition.Kind.VALUE || condition.kind() == Condition.Kind.DIGITS;
    }

    private ArrayNode condition(Condition condition) {
        if (condition.kind() == Condition.Kind.VALUE) {
            return oneOf(
                    call("to-string", first(condition.fields())),
                    condition.values().stream()
                            .map(value -> (JsonNode) JSON.textNode(value))
                            .toList());
        }
        // digits 7-8 of 16: floor(code / 10^8) mod 10^2; a code of 16 digits is exact in a double
        double below = Math.pow(10, Condition.CODE_LENGTH - condition.lastDigit());
        double count = Math.pow(10, condition.lastDigit() - condition.firstDigit() + 1);
        ArrayNode digits =
                call("%", call("floor", call("/", get(condition.fields().get(0)), plain(below))), plain(count));
        return oneOf(
                digits,
                condition.values().stream()
                        .map(value -> plain(Double.parseDouble(value)))
                        .toList());
    }

    private static ArrayNode oneOf(JsonNode value, List<JsonNode> values) {
        if (values.size() == 1) {
            return call("==", value, values.get(0));
        }
        ArrayNode list = JSON.arrayNode().addAll(values);
        boolean texts = values.get(0).isTextual();
        return call("in", value, texts ? call("literal", list) : list);
    }

    JsonNode paint(Paint paint) {
        if (!paint.isPalette()) {
            return JSON.textNode(paint.colors().get(0));
        }
        ArrayNode match =
                call("match", call("%", get(paint.by()), plain(paint.colors().size())));
        for (int i = 0; i < paint.colors().size(); i++) {
            match.add(i).add(paint.colors().get(i));
        }
        return match.add(paint.colors().get(0));
    }

    /** Exact at whole levels inside the range: one stop for each, descending in level, ascending in resolution. */
    JsonNode byZoom(ByZoom value, ZoomRange range) {
        int min = Math.max(range.min(), value.stops().firstKey());
        int max = Math.min(range.max(), value.stops().lastKey());
        if (value.isConstant() || min >= max) {
            return plain(value.at(Math.max(range.min(), Math.min(range.max(), min))));
        }
        ArrayNode steps = call("interpolate", call("linear"), call("resolution"));
        for (int zoom = max; zoom >= min; zoom--) {
            steps.add(limit(zoom)).add(plain(value.at(zoom)));
        }
        return steps;
    }

    JsonNode text(String text) {
        List<LabelText.Piece> pieces = LabelText.pieces(text);
        ArrayNode all = JSON.arrayNode().add("concat");
        for (LabelText.Piece piece : pieces) {
            all.add(piece.fields().isEmpty() ? JSON.textNode(piece.literal()) : first(piece.fields()));
        }
        return pieces.size() == 1 ? call("to-string", all.get(1)) : all;
    }

    JsonNode font(Symbol.Label label, String stack, ZoomRange range) {
        String weight = label.bold() ? "600 " : "";
        JsonNode size = byZoom(label.size(), range);
        if (size.isNumber()) {
            return JSON.textNode(weight + size.asText() + "px " + stack);
        }
        return call(
                "concat", JSON.textNode(weight), call("to-string", call("round", size)), JSON.textNode("px " + stack));
    }

    /** The first field that has a value, else empty text; {@code coalesce} fails without a last resort. */
    private static ArrayNode first(List<String> fields) {
        ArrayNode call = JSON.arrayNode().add("coalesce");
        fields.forEach(field -> call.add(get(field)));
        return call.add("");
    }

    private static ArrayNode get(String field) {
        return JSON.arrayNode().add("get").add(field);
    }

    private static ArrayNode call(String operator, JsonNode... arguments) {
        ArrayNode call = JSON.arrayNode().add(operator);
        for (JsonNode argument : arguments) {
            call.add(argument);
        }
        return call;
    }

    private static JsonNode limit(double zoom) {
        double resolution = ZoomRange.resolution(zoom);
        return JSON.numberNode(Math.round(resolution * 1e6) / 1e6);
    }

    /** A number without a needless fraction. */
    static JsonNode plain(double number) {
        double rounded = Math.round(number * 100) / 100.0;
        return rounded == Math.rint(rounded) ? JSON.numberNode((long) rounded) : JSON.numberNode(rounded);
    }
}
