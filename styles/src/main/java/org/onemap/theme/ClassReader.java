package org.onemap.theme;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the classes of a rule: by load ({@code below: 200}), by value ({@code is: [支路]}) or by digits of a code ({@code
 * digits: 7-8}, {@code is: [1]}). A last class without a limit takes what is left. Confined to one thread.
 */
final class ClassReader {

    private final ThemeNode node;
    private final List<ThemeNode> classes;
    private final String by;

    /** @param node the rule, with {@code by} and {@code classes} */
    ClassReader(ThemeNode node) {
        this.node = node;
        this.classes = node.get("classes").items();
        this.by = node.get("by").text();
    }

    /** One condition for each class. */
    List<Condition> conditions() {
        if (classes.size() < 2) {
            throw node.get("classes").error("there are two classes or more; for one write when: {" + by + ": …}");
        }
        boolean byLoad = classes.get(0).find("below").isPresent();
        if (byLoad && node.find("digits").isPresent()) {
            throw node.get("digits").error("digits go with 'is', not with 'below'");
        }
        List<Condition> conditions = new ArrayList<>();
        double from = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes.size(); i++) {
            ThemeNode one = classes.get(i);
            requireLimit(one, byLoad, i == classes.size() - 1);
            if (byLoad) {
                double below = one.find("below").map(ThemeNode::number).orElse(Double.POSITIVE_INFINITY);
                if (below <= from) {
                    throw one.get("below")
                            .error("classes ascend: " + one.get("below").text() + " does not lie above the"
                                    + " class before");
                }
                conditions.add(new Condition.Within(ConditionReader.fields(by), from, below));
                from = below;
            } else {
                conditions.add(one.find("is").map(this::isOneOf).orElse(new Condition.Otherwise()));
            }
        }
        return conditions;
    }

    private static void requireLimit(ThemeNode one, boolean byLoad, boolean last) {
        String key = byLoad ? "below" : "is";
        String foreign = byLoad ? "is" : "below";
        if (one.find(foreign).isPresent()) {
            throw one.get(foreign).error("the first class says '" + key + "', so all do");
        }
        if (one.find(key).isEmpty() && !last) {
            throw one.error("'" + key + "' is missing here; only the last class takes what is left");
        }
    }

    private Condition isOneOf(ThemeNode values) {
        return node.find("digits")
                .map(digits -> ConditionReader.digits(ConditionReader.digits(by, digits), values))
                .orElseGet(() -> new Condition.OneOf(ConditionReader.fields(by), ConditionReader.texts(values)));
    }
}
