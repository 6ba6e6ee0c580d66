package org.onemap.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemap.feature.FieldType;

class ValueConversionTest {

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(12L, FieldType.REAL, 12.0),
                Arguments.of((1L << 53) + 1, FieldType.REAL, null),
                Arguments.of(12.0, FieldType.INTEGER, 12L),
                Arguments.of(12.5, FieldType.INTEGER, null),
                Arguments.of("12", FieldType.INTEGER, 12L),
                Arguments.of(" 12.50 ", FieldType.REAL, 12.5),
                Arguments.of("twelve", FieldType.INTEGER, null),
                Arguments.of(410172560002003.0, FieldType.TEXT, "410172560002003"),
                Arguments.of(0.1, FieldType.TEXT, "0.1"),
                Arguments.of(LocalDate.of(2025, 3, 1), FieldType.TEXT, "2025-03-01"),
                Arguments.of("2025/03/01", FieldType.DATE, LocalDate.of(2025, 3, 1)),
                Arguments.of("2025-02-30", FieldType.DATE, null),
                Arguments.of(LocalDate.of(2025, 3, 1), FieldType.DATETIME, Instant.parse("2025-02-28T16:00:00Z")),
                Arguments.of("是", FieldType.BOOLEAN, true),
                Arguments.of(0L, FieldType.BOOLEAN, false),
                Arguments.of("perhaps", FieldType.BOOLEAN, null));
    }

    @ParameterizedTest(name = "{0} as {1} → {2}")
    @MethodSource("table")
    void convertsExactlyOrNotAtAll(Object value, FieldType to, Object expected) {
        assertThat(ValueConversion.convert(value, to).orElse(null)).isEqualTo(expected);
    }
}
