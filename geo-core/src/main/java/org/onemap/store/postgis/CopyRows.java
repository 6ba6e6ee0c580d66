package org.onemap.store.postgis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;
import org.onemap.store.sql.Row;
import org.onemap.store.sql.StoredRow;

/**
 * Rows of one layer in PostgreSQL's binary COPY format, in the order of {@code LayerTable.columns()}. Confined to one
 * thread.
 *
 * <pre>
 * file   "PGCOPY\n\377\r\n\0", 32 bits of flags, 32 bits of extension length, rows, −1 as 16 bits
 * row    16 bits: number of fields; of each: 32 bits of length (−1: null), then its bytes, all big-endian
 * date   days since 2000-01-01; timestamptz  microseconds since then
 * </pre>
 */
final class CopyRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final int SYSTEM_FIELDS = 6;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;

    private final List<Field> fields;
    private final boolean spatial;
    private byte[] bytes = new byte[1 << 16];
    private int size;
    private String day = "";
    private int dayNumber;

    CopyRows(Layer layer) {
        this.fields = layer.schema().fields();
        this.spatial = layer.geometry().isSpatial();
        begin();
    }

    private void begin() {
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        size = HEADER.length;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == HEADER.length;
    }

    /** The rows so far as one file; the next row begins another. */
    byte[] take() {
        putShort(-1);
        byte[] file = Arrays.copyOf(bytes, size);
        begin();
        return file;
    }

    void add(StoredRow stored) {
        Row row = stored.row();
        putShort(SYSTEM_FIELDS + (spatial ? 1 : 0) + fields.size());
        putNumber(stored.oid());
        putText(row.code);
        putText(row.name);
        putText(row.parentCode);
        putInt(4);
        putInt(days(stored.validFrom()));
        putNumber(stored.changeSet());
        if (spatial) {
            putBytes(row.geometry);
        }
        for (int i = 0; i < row.values.length; i++) {
            putValue(fields.get(i).type(), row.values[i]);
        }
    }

    private void putValue(FieldType type, @Nullable Object stored) {
        if (stored == null) {
            putInt(-1);
            return;
        }
        switch (type) {
            case TEXT -> putText((String) stored);
            case INTEGER -> putNumber((Long) stored);
            case REAL -> putNumber(Double.doubleToLongBits((Double) stored));
            case BOOLEAN -> {
                putInt(1);
                room(1);
                bytes[size++] = (byte) ((Long) stored == 0 ? 0 : 1);
            }
            case DATE -> {
                putInt(4);
                putInt(days((String) stored));
            }
            case DATETIME -> {
                Instant moment = Instant.parse((String) stored);
                putNumber((moment.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + moment.getNano() / 1_000);
            }
        }
    }

    /** All rows of a change set begin on the same day. */
    private int days(String iso) {
        if (!iso.equals(day)) {
            day = iso;
            dayNumber = Math.toIntExact(LocalDate.parse(iso).toEpochDay() - EPOCH_DAY);
        }
        return dayNumber;
    }

    private void putText(@Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new InvalidInput("the text '" + text.replace('\0', '?') + "' holds the character U+0000, which"
                    + " PostgreSQL cannot keep; take it out of the source");
        }
        putBytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private void putBytes(byte @Nullable [] value) {
        if (value == null) {
            putInt(-1);
            return;
        }
        putInt(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void putNumber(long value) {
        putInt(8);
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void putInt(int value) {
        putShort(value >>> 16);
        putShort(value);
    }

    private void putShort(int value) {
        room(2);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
