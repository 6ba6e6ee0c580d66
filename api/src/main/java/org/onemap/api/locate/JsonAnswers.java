package org.onemap.api.locate;

import java.io.IOException;

/** Answers as a JSON array, or as lines of JSON. */
record JsonAnswers(AnswerTexts texts, boolean array) implements AnswerWriter {

    @Override
    public void write(int[] answers, int count, AnswerOutput out) throws IOException {
        if (array) {
            out.write('[');
        }
        for (int i = 0; i < count; i++) {
            if (array && i > 0) {
                out.write(',');
            }
            out.write(texts.json(answers[i]));
            if (!array) {
                out.write('\n');
            }
        }
        if (array) {
            out.write(']');
        }
        out.flush();
    }
}
