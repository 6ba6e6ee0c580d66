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

    /** Below every number that is a load. */
    private static final double LEAST = -1e12;

    /** All parts of the filter of a rule; empty if it draws every feature at every level. */
    ArrayNode filter(ThemeRule rule, ThemeLayer layer) {
        List<JsonNode> parts = new ArrayList<>();
        if (rule.zoom().min() > 0) {
            parts.add(call("<", call("resolution"), limit(rule.zoom().min() - HALF_LEVEL)));
        }
        if (rule.zoom().max() < ZoomRange.HIGHEST) {
            parts.add(call(">=", call("resolution"), limit(rule.zoom().max() + HALF_LEVEL)));
        }
        layer.leftOverBy(rule).forEach(other -> parts.add(call("!", condition(other))));
        if (rule.when().isOwn()) {
            parts.add(condition(rule.when()));
        }
        if (parts.isEmpty()) {
            return JSON.arrayNode();
        }
        return parts.size() == 1 ? (ArrayNode) parts.get(0) : call("all", parts.toArray(new JsonNode[0]));
    }

    private ArrayNode condition(Condition condition) {
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf(
                    call("to-string", first(oneOf.fields(), JSON.textNode(""))),
                    oneOf.values().stream()
                            .map(value -> (JsonNode) JSON.textNode(value))
                            .toList());
        }
        if (condition instanceof Condition.Digits digits) {
            return codeDigits(digits);
        }
        if (condition instanceof Condition.Within within) {
            return within(within);
        }
        throw new IllegalStateException("no expression of its own: " + condition);
    }

    /** Digits 7-8 of 16: floor(code / 10^8) mod 10^2; a code of 16 digits is exact in a double. */
    private ArrayNode codeDigits(Condition.Digits condition) {
        CodeDigits digits = condition.digits();
        int length = Condition.Digits.CODE_LENGTH;
        ArrayNode number = cut(digits, length);
        return call(
                "all",
                call(">=", get(digits.field()), power(length - 1)),
                call("<", get(digits.field()), power(length)),
                oneOf(
                        number,
                        condition.numbers().stream()
                                .map(value -> (JsonNode) JSON.numberNode(value))
                                .toList()));
    }

    /** The digits of a code of this length. */
    private static ArrayNode cut(CodeDigits digits, int length) {
        ArrayNode code = get(digits.field());
        ArrayNode head = length == digits.last() ? code : call("floor", call("/", code, power(length - digits.last())));
        return call("%", head, power(digits.count()));
    }

    private static JsonNode power(int exponent) {
        return JSON.numberNode((long) Math.pow(10, exponent));
    }

    /** What is no number lies in no class: no comparison holds for it. */
    private static ArrayNode within(Condition.Within within) {
        ArrayNode value = first(within.fields(), plain(2 * LEAST));
        ArrayNode from = call(">=", value, plain(Math.max(within.from(), LEAST)));
        return Double.isFinite(within.below()) ? call("all", from, call("<", value, plain(within.below()))) : from;
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
        ArrayNode match = call(
                "match",
                call(
                        "%",
                        digitsOfAnyLength(paint.by().orElseThrow()),
                        JSON.numberNode(paint.colors().size())));
        for (int i = 0; i < paint.colors().size(); i++) {
            match.add(i).add(paint.colors().get(i));
        }
        return match.add(paint.colors().get(0));
    }

    /** The length of a code is seen from its size; a code that is too short counts as 0. */
    private static ArrayNode digitsOfAnyLength(CodeDigits digits) {
        ArrayNode choice = call("case", call("<", get(digits.field()), power(digits.last() - 1)), JSON.numberNode(0));
        for (int length = digits.last(); length < CodeDigits.LONGEST; length++) {
            choice.add(call("<", get(digits.field()), power(length))).add(cut(digits, length));
        }
        return choice.add(cut(digits, CodeDigits.LONGEST));
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
            all.add(
                    piece.fields().isEmpty()
                            ? JSON.textNode(piece.literal())
                            : first(piece.fields(), JSON.textNode("")));
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

    /** The first field that has a value, else the last resort, without which {@code coalesce} fails. */
    private static ArrayNode first(List<String> fields, JsonNode lastResort) {
        ArrayNode call = JSON.arrayNode().add("coalesce");
        fields.forEach(field -> call.add(get(field)));
        return call.add(lastResort);
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
