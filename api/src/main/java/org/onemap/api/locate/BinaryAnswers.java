package org.onemap.api.locate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * For each point four bytes, a little-endian number; behind them the table that {@link CsvAnswers} would write, with one
 * row for each number: a point's number is the number of its row in the table, from 0. Equal answers share a row.
 */
record BinaryAnswers(AnswerTexts texts) implements AnswerWriter {

    @Override
    public void write(int[] answers, int count, AnswerOutput out) throws IOException {
        int distinct = texts.size();
        int[] rowOfFault = new int[org.onemap.locate.batch.PointFault.values().length];
        Arrays.fill(rowOfFault, -1);
        int[] faultOfRow = new int[rowOfFault.length];
        int faults = 0;
        for (int i = 0; i < count; i++) {
            int answer = answers[i];
            if (answer < 0) {
                int fault = -1 - answer;
                if (rowOfFault[fault] < 0) {
                    faultOfRow[faults] = answer;
                    rowOfFault[fault] = distinct + faults++;
                }
                answer = rowOfFault[fault];
            }
            out.writeLittleEndian(answer);
        }
        out.write(AnswerTexts.COLUMNS.getBytes(StandardCharsets.US_ASCII));
        int[] rows = new int[distinct + faults];
        Arrays.setAll(rows, row -> row < distinct ? row : faultOfRow[row - distinct]);
        out.writeAll(texts, rows, rows.length, AnswerOutput.NOTHING);
        out.flush();
    }
}
