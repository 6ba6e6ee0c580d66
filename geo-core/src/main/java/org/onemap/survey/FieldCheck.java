package org.onemap.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onemap.crs.Cgcs2000;

/**
 * What the field brought back of one part. Immutable.
 *
 * @param code of the part; empty text for one that the survey omitted
 * @param outcome what was found
 * @param measured its position as measured anew
 */
public record FieldCheck(String code, Outcome outcome, Optional<Cgcs2000> measured) {

    /** What was found on the ground. */
    public enum Outcome {
        /** The part is there and its attributes are right. */
        OK("合格", "ok", "正确", ""),
        /** The part is there, an attribute is wrong. */
        FAULT("属性错误", "fault", "不合格", "错误"),
        /** The survey has it, the ground has not. */
        SURPLUS("多余", "surplus"),
        /** The ground has it, the survey has not. */
        OMITTED("遗漏", "omitted");

        @SuppressWarnings("ImmutableEnumChecker") // an immutable list
        private final List<String> words;

        Outcome(String... words) {
            this.words = List.of(words);
        }

        /** In Chinese. */
        public String title() {
            return words.get(0);
        }

        /** The outcome of this word, Chinese or English; no word is {@link #OK}. */
        public static Optional<Outcome> find(String word) {
            String lower = word.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(one -> one.words.contains(lower))
                    .findFirst();
        }
    }
}
