package org.onemap.ingest.read.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.FieldType;

/** Turns written values into values of the type that {@link ColumnType} found. */
public final class Values {

    private Values() {}

    /**
     * The value of a text that was shown to the column's type.
     *
     * @throws IllegalStateException if it was not
     */
    public static Object of(FieldType type, String written) {
        return switch (type) {
            case TEXT -> written;
            case INTEGER -> Long.valueOf(written);
            case REAL -> Double.valueOf(written);
            case BOOLEAN -> Boolean.valueOf(written);
            case DATE -> Objects.requireNonNull(parseDate(written));
            case DATETIME -> throw new IllegalStateException("no format guesses times: " + written);
        };
    }

    static @Nullable LocalDate parseDate(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
