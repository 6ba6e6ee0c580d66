package org.onemap.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;

class ChildCodesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing given             | 11 | 3 |                     | 11001 11002
            gaps are not filled       | 11 | 3 | 11001 11007         | 11008 11009
            siblings do not count     | 11 | 3 | 12005 110           | 11001 11002
            other widths do not count | 11 | 3 | 1199 110500         | 11001 11002
            no number                 | 11 | 3 | 11A01 11002         | 11003 11004
            no parent                 |    | 2 | 07 1                | 08 09
            """)
    void countsOnAboveTheHighest(String row, String parent, int digits, String given, String expected) {
        ChildCodes codes = new ChildCodes(given == null ? List.of() : List.of(given.split(" ")));
        String prefix = parent == null ? "" : parent;
        assertThat(codes.next(prefix, digits) + " " + codes.next(prefix, digits))
                .isEqualTo(expected);
    }

    @Test
    void endsWhereTheNumbersEnd() {
        ChildCodes codes = new ChildCodes(List.of("118"));
        assertThat(codes.next("11", 1)).isEqualTo("119");
        assertThatThrownBy(() -> codes.next("11", 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("all 9 numbers below 11 are used");
        assertThat(codes.next("11", 2)).as("another width").isEqualTo("1101");
    }
}
