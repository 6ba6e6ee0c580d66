package org.onemap.ingest.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.onemap.feature.FieldType;

/**
 * Carries values into a column of another type, exactly or not at all: 12 into a real or a text, 12.0 into an integer,
 * "12" into a number; never 12.5 into an integer. Stateless.
 */
final class ValueConversion {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private ValueConversion() {}

    /** The value as one of this type; empty if it cannot be one. */
    static Optional<Object> convert(Object value, FieldType to) {
        if (to.accepts(value)) {
            return Optional.of(value);
        }
        try {
            return Optional.ofNullable(
                    switch (to) {
                        case TEXT -> text(value);
                        case INTEGER -> integer(value);
                        case REAL -> real(value);
                        case BOOLEAN -> bool(value);
                        case DATE -> date(value);
                        case DATETIME -> time(value);
                    });
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return Optional.empty(); // not of that type; the caller reports it with its place
        }
    }

    /** The value as text: integers without fraction, dates in ISO form. */
    static String text(Object value) {
        if (value instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e18) {
            return Long.toString(real.longValue());
        }
        return value.toString();
    }

    private static @org.jspecify.annotations.Nullable Object integer(Object value) {
        if (value instanceof Double real) {
            boolean exact = real == Math.rint(real) && Math.abs(real) < 1e15;
            return exact ? real.longValue() : null;
        }
        if (value instanceof Boolean bool) {
            return bool ? 1L : 0L;
        }
        return value instanceof String text ? new BigDecimal(text.strip()).longValueExact() : null;
    }

    private static @org.jspecify.annotations.Nullable Object real(Object value) {
        if (value instanceof Long integer) {
            return Math.abs(integer) <= 1L << 53 ? (double) integer : null;
        }
        return value instanceof String text ? new BigDecimal(text.strip()).doubleValue() : null;
    }

    private static @org.jspecify.annotations.Nullable Object bool(Object value) {
        return switch (text(value).strip().toLowerCase(java.util.Locale.ROOT)) {
            case "1", "true", "t", "y", "yes", "是" -> true;
            case "0", "false", "f", "n", "no", "否" -> false;
            default -> null;
        };
    }

    private static @org.jspecify.annotations.Nullable Object date(Object value) {
        return value instanceof String text ? LocalDate.parse(text.strip().replace('/', '-')) : null;
    }

    private static @org.jspecify.annotations.Nullable Object time(Object value) {
        if (value instanceof LocalDate day) {
            return day.atStartOfDay(SHANGHAI).toInstant();
        }
        return value instanceof String text ? Instant.parse(text.strip()) : null;
    }
}
