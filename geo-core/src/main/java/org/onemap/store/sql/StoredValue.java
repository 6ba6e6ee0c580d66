package org.onemap.store.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.onemap.CorruptData;
import org.onemap.feature.FieldType;

/**
 * Attribute values between their Java class and their stored form. Moments are kept to the
 * millisecond in UTC, as the GeoPackage standard writes them; −0.0 becomes 0.0. Stateless.
 */
public final class StoredValue {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private StoredValue() {}

    /** The stored form of a value: {@link String}, {@link Long} or {@link Double}. */
    static @Nullable Object toStored(FieldType type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case TEXT, INTEGER -> value;
            case REAL -> (Double) value + 0.0;
            case BOOLEAN -> ((Boolean) value) ? 1L : 0L;
            case DATE -> value.toString();
            case DATETIME -> moment((Instant) value);
        };
    }

    /** A moment as it is kept. */
    public static String moment(Instant value) {
        return MOMENT.format(value.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The Java value of a stored form. */
    static @Nullable Object toJava(FieldType type, @Nullable Object stored) {
        if (stored == null) {
            return null;
        }
        try {
            return switch (type) {
                case TEXT, INTEGER, REAL -> stored;
                case BOOLEAN -> (Long) stored != 0;
                case DATE -> LocalDate.parse((String) stored);
                case DATETIME -> toInstant((String) stored);
            };
        } catch (DateTimeException e) {
            throw new CorruptData("the store holds '" + stored + "' in a column of type " + type, e);
        }
    }

    private static Instant toInstant(String text) {
        String iso = text.replace(' ', 'T'); // QGIS and older GDAL write a blank
        if (iso.endsWith("Z")) {
            return Instant.parse(iso);
        }
        return iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 7
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}
