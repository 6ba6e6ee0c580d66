package org.onemap.theme;

import java.util.List;

/** Which features of a layer a rule draws. All kinds are immutable and can be said in every style language. */
public sealed interface Condition {

    /** Every feature. */
    record Always() implements Condition {}

    /**
     * The value of a field is one of some values, compared as text.
     *
     * @param fields the first of them that has a value counts
     * @param values the values that match
     */
    record OneOf(List<String> fields, List<String> values) implements Condition {
        public OneOf {
            fields = List.copyOf(fields);
            values = List.copyOf(values);
        }
    }

    /**
     * Digits of a 16-digit code, as a number, are one of some numbers: for instance the major class of a part (GB/T
     * 30428.2: 6 division, 2 major class, 8 others).
     *
     * @param digits the digits to look at
     * @param numbers the numbers that match
     */
    record Digits(CodeDigits digits, List<Integer> numbers) implements Condition {
        /** A code of another length does not match. */
        static final int CODE_LENGTH = 16;

        public Digits {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * A number lies in a class: {@code from <= value < below}. Features without the number lie in no class.
     *
     * @param fields numeric fields, the first that has a value counts
     * @param from lower limit, inclusive; negative infinity for none
     * @param below upper limit, exclusive; positive infinity for none
     */
    record Within(List<String> fields, double from, double below) implements Condition {
        public Within {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What the other rules of the layer leave over: no condition holds of another rule that draws at all levels of this
     * one, shapes and labels apart.
     */
    record Otherwise() implements Condition {}

    /** Whether the condition looks at the feature itself. */
    default boolean isOwn() {
        return !(this instanceof Always) && !(this instanceof Otherwise);
    }
}
