package org.onemap.locate.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    private static final String LETTERS = "aaaaaaaa0123456789.-é路";

    /** Cells of every length at every offset, so that each byte of a word of eight is a delimiter once. */
    @ParameterizedTest(name = "delimiter {0}")
    @ValueSource(chars = {',', ';', '\t', '|'})
    void findsTheCellsThatWereWritten(char delimiter) {
        long seed = 20240607;
        Random random = new Random(seed);
        for (int draw = 0; draw < 20_000; draw++) {
            List<List<String>> rows = rows(random);
            String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            byte[] before = new byte[random.nextInt(9)];
            byte[] text = text(rows, delimiter, lineEnd, random);
            byte[] bytes = new byte[before.length + text.length];
            System.arraycopy(text, 0, bytes, before.length, text.length);
            assertEquals(rows, read(bytes, before.length, delimiter), "seed " + seed + " draw " + draw);
        }
    }

    @Test
    void bytesNextToADelimiterAreNone() {
        byte[] bytes = "a\u000b-+.*\u0009x,b\u000e\u000c\n".getBytes(StandardCharsets.US_ASCII);
        CsvRows rows = new CsvRows(',', 0, 1);
        assertThat(rows.scan(bytes, 0, bytes.length, true)).isTrue();
        assertThat(rows.cells()).isEqualTo(2);
        assertThat(rows.end(0)).isEqualTo(8);
        assertThat(rows.contentEnd()).isEqualTo(bytes.length - 1);
    }

    private static List<List<String>> rows(Random random) {
        List<List<String>> rows = new ArrayList<>();
        int columns = 1 + random.nextInt(4);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            List<String> row = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                StringBuilder cell = new StringBuilder();
                for (int length = random.nextInt(19); length > 0; length--) {
                    cell.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
                }
                row.add(cell.toString());
            }
            row.set(0, "x" + row.get(0)); // no blank line
            rows.add(row);
        }
        return rows;
    }

    private static byte[] text(List<List<String>> rows, char delimiter, String lineEnd, Random random) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                text.append(column == 0 ? "" : String.valueOf(delimiter))
                        .append(random.nextInt(4) == 0 ? '"' + cell + '"' : cell);
            }
            text.append(lineEnd);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> read(byte[] bytes, int from, char delimiter) {
        CsvRows rows = new CsvRows(delimiter, 0, 1, 2, 3);
        List<List<String>> found = new ArrayList<>();
        for (int at = from; at < bytes.length; at = rows.end()) {
            assertThat(rows.scan(bytes, at, bytes.length, true)).isTrue();
            List<String> row = new ArrayList<>();
            for (int slot = 0; slot < rows.cells(); slot++) {
                row.add(new String(bytes, rows.start(slot), rows.end(slot) - rows.start(slot), StandardCharsets.UTF_8));
            }
            found.add(row);
        }
        return found;
    }
}
