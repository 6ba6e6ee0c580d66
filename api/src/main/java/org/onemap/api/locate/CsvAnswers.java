package org.onemap.api.locate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers as a table, one row for each point. */
record CsvAnswers(AnswerTexts texts) implements AnswerWriter {

    @Override
    public void write(int[] answers, int count, AnswerOutput out) throws IOException {
        out.write(AnswerTexts.COLUMNS.getBytes(StandardCharsets.US_ASCII));
        out.writeAll(texts, answers, count, AnswerOutput.NOTHING);
        out.flush();
    }
}
