package org.onemap.api.locate;

import java.io.IOException;

/** Answers as a JSON array, or as lines of JSON. */
record JsonAnswers(AnswerTexts texts, boolean array) implements AnswerWriter {

    @Override
    public void write(int[] answers, int count, AnswerOutput out) throws IOException {
        if (array) {
            out.write('[');
            if (count > 0) {
                out.writeAll(texts, answers, count - 1, ',');
                out.write(texts.text(answers[count - 1]));
            }
            out.write(']');
        } else {
            out.writeAll(texts, answers, count, '\n');
        }
        out.flush();
    }
}
