package org.onemap.theme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which features a rule draws. Stateless. */
final class ConditionReader {

    private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    private ConditionReader() {}

    /** {@code otherwise}, {@code {field: [values]}} or {@code {field: {digits: 7-8, is: [1, 2]}}}. */
    static Condition condition(ThemeNode node) {
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
        return digits(digits(entry.getKey(), wanted.get("digits")), wanted.get("is"));
    }

    static Condition digits(CodeDigits digits, ThemeNode numbers) {
        double most = Math.pow(10, digits.count()) - 1;
        return new Condition.Digits(
                digits,
                numbers.items().stream()
                        .map(item -> (int) item.numberFrom(0, most))
                        .toList());
    }

    static List<String> fields(String alternatives) {
        return List.of(alternatives.split("\\|"));
    }

    static CodeDigits digits(String field, ThemeNode node) {
        Matcher digits = DIGITS.matcher(node.text());
        if (!digits.matches()) {
            throw node.error("digits are written 7-8");
        }
        int first = Integer.parseInt(digits.group(1));
        int last = Integer.parseInt(digits.group(2));
        if (first < 1 || last < first || last > CodeDigits.LONGEST) {
            throw node.error("digits lie between 1 and " + CodeDigits.LONGEST);
        }
        return new CodeDigits(field, first, last);
    }

    static List<String> texts(ThemeNode node) {
        return node.items().stream().map(ThemeNode::text).toList();
    }
}
