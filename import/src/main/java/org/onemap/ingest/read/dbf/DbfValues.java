package org.onemap.ingest.read.dbf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.JulianFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.FieldType;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.charset.CharsetNames;
import org.onemap.ingest.read.charset.StrictDecoder;
import org.onemap.ingest.read.charset.StrictDecoder.Outcome;

/** Makes values of the bytes of a record. What is no value of its column becomes null and an issue. One thread. */
final class DbfValues {

    /** Tables know no time zone; times of day are those of the district. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern NO_DATE = Pattern.compile("[0 /.-]+");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?: +0{1,2}(?::0{1,2}){1,2}(?:\\.0+)?)?");

    private static final Pattern AMERICAN_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private final String displayName;
    private final StrictDecoder decoder;
    private final boolean wide;
    private final boolean charsetIsOption;
    private final Optional<MemoFile> memo;
    private final DbfNumber number = new DbfNumber();
    private IssueSink issues = issue -> {};
    private long row;
    private String field = "";

    DbfValues(String displayName, StrictDecoder decoder, boolean charsetIsOption, Optional<MemoFile> memo) {
        this.displayName = displayName;
        this.decoder = decoder;
        this.wide = decoder.charset().name().startsWith("UTF-16");
        this.charsetIsOption = charsetIsOption;
        this.memo = memo;
    }

    /** What follows is of this row; its issues go here. */
    void begin(long number, IssueSink sink) {
        this.row = number;
        this.issues = sink;
    }

    /** The value of a column; null for none. */
    @Nullable
    Object value(DbfField of, byte[] bytes, int recordAt) {
        field = of.name();
        DbfColumn column = of.column();
        int at = recordAt + column.offset();
        if (of.flags().isNull(bytes, recordAt)) {
            return null;
        }
        int width = of.flags().width(column, bytes, recordAt);
        return switch (of.storage()) {
            case TEXT -> text(bytes, at, wide ? width : trimmedLength(bytes, at, width));
            case NUMBER -> number(of, bytes, at);
            case DATE -> date(bytes, at, column.width());
            case LOGICAL -> logical(ascii(bytes, at, column.width()));
            case MEMO -> memo(bytes, at, column.width());
            case INT32 -> (long) little(bytes, at, 4).getInt();
            case INT32_BIG -> bigInteger(bytes, at);
            case DOUBLE -> finite(little(bytes, at, 8).getDouble());
            case DOUBLE_BIG -> bigDouble(bytes, at);
            case CURRENCY -> little(bytes, at, 8).getLong() / 10_000.0;
            case TIMESTAMP -> timestamp(little(bytes, at, 8));
            case TIMESTAMP_BIG -> timestampBig(bytes, at);
        };
    }

    /** Length without blanks and zero bytes at the end, and up to the first zero byte: the rest is no text. */
    static int trimmedLength(byte[] bytes, int at, int width) {
        int length = 0;
        while (length < width && bytes[at + length] != 0) {
            length++;
        }
        while (length > 0 && bytes[at + length - 1] == ' ') {
            length--;
        }
        return length;
    }

    private @Nullable String text(byte[] bytes, int at, int length) {
        if (length == 0) {
            return null;
        }
        String text = decoder.decode(bytes, at, length);
        if (decoder.outcome() == Outcome.CUT) {
            warn("cut-text", "the text ends in the middle of a character; what is whole is " + text);
        } else if (decoder.outcome() == Outcome.MALFORMED) {
            malformed(text);
        }
        if (wide) {
            text = text.replaceFirst("[\\x00 ]+$", "");
        }
        return text.isBlank() ? null : text;
    }

    private void malformed(String text) {
        String said = "the text is not written in " + CharsetNames.say(decoder.charset()) + ": " + text;
        if (charsetIsOption) {
            warn("malformed-text", said + "; U+FFFD stands for what could not be read");
        } else {
            issues.add(ImportIssue.error("malformed-text", place(), said + "; say what it is with --charset"));
        }
    }

    private @Nullable Object number(DbfField of, byte[] bytes, int at) {
        DbfColumn column = of.column();
        return switch (number.read(bytes, at, column.width(), column.decimals())) {
            case INTEGER, REAL, TOO_EXACT -> convert(of.type(), bytes, at, column.width());
            case OVERFLOW ->
                nothing(
                        "number-overflow",
                        "asterisks: the number did not fit into its column when the table was written;"
                                + " it was read as no value");
            case NOT_A_NUMBER, OTHER ->
                nothing(
                        "not-a-number",
                        "\"" + ascii(bytes, at, column.width()) + "\" is no number; it was read as no value");
            case BLANK -> null;
        };
    }

    private @Nullable Object nothing(String rule, String message) {
        warn(rule, message);
        return null;
    }

    private Object convert(FieldType type, byte[] bytes, int at, int width) {
        return switch (type) {
            case INTEGER -> (Object) number.integer();
            case REAL -> number.real();
            default -> ascii(bytes, at, width);
        };
    }

    private @Nullable LocalDate date(byte[] bytes, int at, int width) {
        int day = width == 8 ? eightDigits(bytes, at) : -1;
        String text = day > 0 ? "" : ascii(bytes, at, width);
        if (day <= 0 && (text.isEmpty() || NO_DATE.matcher(text).matches())) {
            return null;
        }
        Matcher parts = DATE.matcher(text);
        Matcher american = AMERICAN_DATE.matcher(text);
        try {
            if (day > 0) {
                return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
            }
            if (parts.matches()) {
                return day(parts, 1, 2, 3);
            }
            if (american.matches()) {
                warn("date-order", "\"" + text + "\" was read as month, day, year");
                return day(american, 3, 1, 2);
            }
        } catch (DateTimeException e) {
            warn(
                    "not-a-date",
                    "\"" + ascii(bytes, at, width) + "\" is no day of the calendar; it was read as no value");
            return null;
        }
        warn("not-a-date", "\"" + text + "\" is no date; it was read as no value");
        return null;
    }

    private static LocalDate day(Matcher parts, int year, int month, int day) {
        return LocalDate.of(
                Integer.parseInt(parts.group(year)),
                Integer.parseInt(parts.group(month)),
                Integer.parseInt(parts.group(day)));
    }

    /** The number in eight digits; −1 if these are none. */
    private static int eightDigits(byte[] bytes, int at) {
        int number = 0;
        for (int i = at; i < at + 8; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }

    private @Nullable Boolean logical(String text) {
        if (text.isEmpty() || text.equals("?")) {
            return null;
        }
        return switch (text) {
            case "T", "t", "Y", "y", "1" -> true;
            case "F", "f", "N", "n", "0" -> false;
            default -> {
                warn("not-a-logical", "\"" + text + "\" is neither true nor false; it was read as no value");
                yield null;
            }
        };
    }

    private @Nullable String memo(byte[] bytes, int at, int width) {
        long block;
        if (width == 4) {
            block = Integer.toUnsignedLong(little(bytes, at, 4).getInt());
        } else {
            String digits = ascii(bytes, at, width);
            block = digits.matches("\\d{1,10}") ? Long.parseLong(digits) : 0;
        }
        if (block == 0 || memo.isEmpty()) {
            return null; // a missing memo file was told when the table was opened
        }
        Optional<byte[]> text = memo.get().find(block);
        if (text.isEmpty()) {
            issues.add(ImportIssue.error(
                    "memo-missing",
                    place(),
                    "the memo file has no text in block " + block + ": it was cut or is another's"));
            return null;
        }
        return text(text.get(), 0, trimmedLength(text.get(), 0, text.get().length));
    }

    private @Nullable Double finite(double value) {
        if (Double.isFinite(value)) {
            return value;
        }
        warn("not-a-number", value + " is no number; it was read as no value");
        return null;
    }

    /** dBASE 7 turns the sign bit of its integers, so that they sort as bytes; all zeros stand for no value. */
    private static @Nullable Long bigInteger(byte[] bytes, int at) {
        int raw = ByteBuffer.wrap(bytes, at, 4).getInt();
        return raw == 0 ? null : (long) (raw ^ 0x8000_0000);
    }

    private @Nullable Double bigDouble(byte[] bytes, int at) {
        long raw = ByteBuffer.wrap(bytes, at, 8).getLong();
        return raw == 0 ? null : finite(Double.longBitsToDouble(raw < 0 ? raw & Long.MAX_VALUE : ~raw));
    }

    private static @Nullable Instant timestamp(ByteBuffer bytes) {
        int day = bytes.getInt();
        int milliseconds = bytes.getInt();
        return instant(day, milliseconds);
    }

    /** dBASE 7: milliseconds since the day 1 of the year 1, as a double. */
    private static @Nullable Instant timestampBig(byte[] bytes, int at) {
        long raw = ByteBuffer.wrap(bytes, at, 8).getLong();
        if (raw == 0) {
            return null;
        }
        double milliseconds = Double.longBitsToDouble(raw < 0 ? raw & Long.MAX_VALUE : ~raw);
        long days = (long) Math.floor(milliseconds / 86_400_000.0);
        return instant(days + 1_721_425, (int) (milliseconds - days * 86_400_000.0));
    }

    private static @Nullable Instant instant(long julianDay, int milliseconds) {
        if (julianDay <= 0 || julianDay > 5_373_484 || milliseconds < 0 || milliseconds >= 86_400_000) {
            return null;
        }
        LocalDate day = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, julianDay);
        return day.atTime(LocalTime.ofNanoOfDay(milliseconds * 1_000_000L))
                .atZone(ZONE)
                .toInstant();
    }

    private static ByteBuffer little(byte[] bytes, int at, int length) {
        return ByteBuffer.wrap(bytes, at, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String ascii(byte[] bytes, int at, int width) {
        return new String(bytes, at, width, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
    }

    private void warn(String rule, String message) {
        issues.add(ImportIssue.warning(rule, place(), message));
    }

    private Place place() {
        return Place.row(displayName, row).field(field);
    }
}
