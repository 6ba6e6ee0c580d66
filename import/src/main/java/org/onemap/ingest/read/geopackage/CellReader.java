package org.onemap.ingest.read.geopackage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Field;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;

/**
 * Values of cells. SQLite keeps any value in any column; one that is not of its column's type becomes null and an error,
 * a number in a column of texts its digits.
 */
final class CellReader {

    private final String displayName;
    private final IssueSink issues;

    CellReader(String displayName, IssueSink issues) {
        this.displayName = displayName;
        this.issues = issues;
    }

    /** The value of a cell; null for none. */
    @Nullable
    Object read(@Nullable Object cell, Field field, long row) {
        if (cell == null) {
            return null;
        }
        Object value = convert(cell, field);
        Place place = Place.row(displayName, row).field(field.name());
        if (value == null) {
            issues.add(ImportIssue.error(
                    "value-type",
                    place,
                    "the column " + field.name() + " is of the type " + field.type() + ", but its value is " + cell));
        } else if (value instanceof String text && text.indexOf('\uFFFD') >= 0) {
            issues.add(ImportIssue.warning(
                    "malformed-text", place, "the text holds U+FFFD, a sign for what could not be read: " + text));
        }
        return value;
    }

    private static @Nullable Object convert(Object cell, Field field) {
        return switch (field.type()) {
            case TEXT -> cell instanceof byte[] ? null : cell.toString();
            case INTEGER -> integer(cell);
            case REAL ->
                cell instanceof Number number && Double.isFinite(number.doubleValue())
                        ? (Double) number.doubleValue()
                        : null;
            case BOOLEAN -> cell instanceof Number number ? (Boolean) (number.longValue() != 0) : null;
            case DATE -> date(cell.toString());
            case DATETIME -> time(cell.toString());
        };
    }

    private static @Nullable Long integer(Object cell) {
        if (cell instanceof Integer || cell instanceof Long) {
            return ((Number) cell).longValue();
        }
        boolean whole = cell instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? (Long) ((Number) cell).longValue() : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** ISO 8601 with a time zone, UTC where it is missing, as the standard writes it. */
    private static @Nullable Instant time(String text) {
        String iso = text.replace(' ', 'T');
        try {
            if (iso.length() == 10) {
                return Instant.parse(iso + "T00:00:00Z");
            }
            boolean zoned = iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:?\\d\\d");
            return OffsetDateTime.parse(zoned ? iso : iso + "Z").toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
