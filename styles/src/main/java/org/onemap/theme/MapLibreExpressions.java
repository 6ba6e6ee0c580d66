package org.onemap.theme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleFunction;

/** The expressions of the MapLibre style specification. Stateless. */
final class MapLibreExpressions {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Below every number that is a load: what is no number becomes it, and lies in no class. */
    private static final double NO_NUMBER = -2e12;

    private static final double LEAST = -1e12;

    /** MapLibre counts levels of 512-pixel tiles, a theme those of 256. */
    static double zoom(double level) {
        return level - 1;
    }

    /** All parts of the filter of a rule; empty if it draws every feature. */
    ArrayNode filter(ThemeRule rule, ThemeLayer layer) {
        List<JsonNode> parts = new ArrayList<>();
        layer.leftOverBy(rule).forEach(other -> parts.add(call("!", condition(other))));
        if (rule.when().isOwn()) {
            parts.add(condition(rule.when()));
        }
        return all(parts);
    }

    /** All of them; empty for none. */
    static ArrayNode all(List<JsonNode> parts) {
        List<JsonNode> there = parts.stream().filter(part -> !part.isEmpty()).toList();
        if (there.isEmpty()) {
            return JSON.arrayNode();
        }
        return there.size() == 1 ? (ArrayNode) there.get(0) : call("all", there.toArray(new JsonNode[0]));
    }

    /** Features of these kinds of geometry, in their single and multi form. */
    static ArrayNode ofGeometry(List<String> kinds) {
        ArrayNode names = JSON.arrayNode();
        kinds.forEach(kind -> names.add(kind).add("Multi" + kind));
        return call("in", call("geometry-type"), call("literal", names));
    }

    private ArrayNode condition(Condition condition) {
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf(call("to-string", first(oneOf.fields(), JSON.textNode(""))), oneOf.values());
        }
        if (condition instanceof Condition.Digits digits) {
            JsonNode code = text(digits.digits().field());
            return call(
                    "all",
                    call("==", call("length", code), JSON.numberNode(Condition.Digits.CODE_LENGTH)),
                    oneOf(
                            cut(digits.digits()),
                            digits.numbers().stream()
                                    .map(number -> digits.digits().digits(number))
                                    .toList()));
        }
        if (condition instanceof Condition.Within within) {
            JsonNode number = call("to-number", first(within.fields(), plain(NO_NUMBER)), plain(NO_NUMBER));
            ArrayNode from = call(">=", number, plain(Math.max(within.from(), LEAST)));
            return Double.isFinite(within.below()) ? call("all", from, call("<", number, plain(within.below()))) : from;
        }
        throw new IllegalStateException("no expression of its own: " + condition);
    }

    private static ArrayNode oneOf(JsonNode value, Collection<String> values) {
        ArrayNode list = JSON.arrayNode();
        values.forEach(list::add);
        return values.size() == 1 ? call("==", value, list.get(0)) : call("in", value, call("literal", list));
    }

    private static ArrayNode cut(CodeDigits digits) {
        return call("slice", text(digits.field()), JSON.numberNode(digits.first() - 1), JSON.numberNode(digits.last()));
    }

    private static ArrayNode text(String field) {
        return call("to-string", call("get", JSON.textNode(field)));
    }

    JsonNode paint(Paint paint) {
        if (!paint.isPalette()) {
            return JSON.textNode(paint.colors().get(0));
        }
        JsonNode number = call("to-number", cut(paint.by().orElseThrow()), JSON.numberNode(0));
        ArrayNode match =
                call("match", call("%", number, JSON.numberNode(paint.colors().size())));
        for (int i = 0; i < paint.colors().size(); i++) {
            match.add(i).add(paint.colors().get(i));
        }
        return match.add(paint.colors().get(0));
    }

    JsonNode byZoom(ByZoom value) {
        if (value.isConstant()) {
            return plain(value.at(0));
        }
        ArrayNode steps = call("interpolate", call("linear"), call("zoom"));
        value.stops().forEach((level, number) -> steps.add(plain(zoom(level))).add(plain(number)));
        return steps;
    }

    /** One value for each whole level at which it changes. */
    static JsonNode steps(ZoomRange range, ByZoom changing, DoubleFunction<JsonNode> value) {
        ArrayNode steps = call("step", call("zoom"));
        for (ZoomRange step : ZoomSteps.of(range, List.of(changing))) {
            if (steps.size() > 2) {
                steps.add(plain(zoom(step.min() - 0.5)));
            }
            steps.add(value.apply(changing.at(step.min())));
        }
        return steps.size() == 3 ? steps.get(2) : steps;
    }

    JsonNode label(String text) {
        ArrayNode all = JSON.arrayNode().add("concat");
        for (LabelText.Piece piece : LabelText.pieces(text)) {
            all.add(
                    piece.fields().isEmpty()
                            ? JSON.textNode(piece.literal())
                            : call("to-string", first(piece.fields(), JSON.textNode(""))));
        }
        return all.size() == 2 ? all.get(1) : all;
    }

    private static ArrayNode first(List<String> fields, JsonNode lastResort) {
        ArrayNode call = JSON.arrayNode().add("coalesce");
        fields.forEach(field -> call.add(call("get", JSON.textNode(field))));
        return call.add(lastResort);
    }

    static ArrayNode call(String operator, JsonNode... arguments) {
        ArrayNode call = JSON.arrayNode().add(operator);
        for (JsonNode argument : arguments) {
            call.add(argument);
        }
        return call;
    }

    static JsonNode plain(double number) {
        return FlatExpressions.plain(number);
    }
}
