package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocateProgressTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            begun;0;0;0.5;80;locate   0 % │                                        │ 0 rows, 0 rows/s
            in the middle;0.5;1500000;3;80;locate  50 % │████████████            │ 1,500,000 rows, 500,000 rows/s, 3 s left
            minutes left;0.25;60000;30;80;locate  25 % │██████                  │ 60,000 rows, 2,000 rows/s, 1:30 min left
            hours left;0.01;1000;100;80;locate   1 % │                              │ 1,000 rows, 10 rows/s, 2:45 h left
            done;1;10;1;60;locate 100 % │████████████████│ 10 rows, 10 rows/s, 0 s left
            no room for a bar;0.5;1500000;3;56;locate: 50 %, 1,500,000 rows, 500,000 rows/s, 3 s left
            a narrow screen;0.5;1500000;3;23;locate: 50 %, 1,500,000
            no screen;0.5;1500000;3;0;
            size not known;NaN;1500000;3;80;locate: 1,500,000 rows, 500,000 rows/s
            """)
    void takesTheWidthThatThereIs(String row, double done, long rows, double seconds, int width, String expected) {
        String line = LocateProgress.bar(done, rows, seconds, width);
        assertThat(line).isEqualTo(expected == null ? "" : expected);
        assertThat(line.length()).isLessThanOrEqualTo(width);
    }
}
