package org.onemap.ingest.write;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;

/**
 * Writes one dBASE III table in GBK, language driver 0x4D. The number of rows is told beforehand, so that the file is
 * written in one go. Confined to one thread.
 */
final class DbfWriter implements Closeable {

    static final Charset GBK = Charset.forName("GBK");
    private static final byte LANGUAGE_DRIVER_GBK = 0x4D;
    private static final byte FIELD_END = 0x0D;
    private static final byte FILE_END = 0x1A;

    private final Path file;
    private final List<DbfColumn> columns;
    private final OutputStream out;
    private final byte[] row;
    private final int expectedRows;
    private int rows;

    DbfWriter(Path file, List<DbfColumn> columns, int expectedRows, LocalDate day) throws IOException {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.expectedRows = expectedRows;
        this.row = new byte[1 + columns.stream().mapToInt(DbfColumn::width).sum()];
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        writeHeader(day);
    }

    private void writeHeader(LocalDate day) throws IOException {
        int headerBytes = 32 + 32 * columns.size() + 1;
        ByteBuffer header = ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3);
        header.put((byte) (day.getYear() - 1900))
                .put((byte) day.getMonthValue())
                .put((byte) day.getDayOfMonth());
        header.putInt(expectedRows).putShort((short) headerBytes).putShort((short) row.length);
        header.put(29, LANGUAGE_DRIVER_GBK);
        int at = 32;
        for (DbfColumn column : columns) {
            header.position(at);
            header.put(column.nameBytes(GBK));
            header.put(at + 11, (byte) column.type());
            header.put(at + 16, (byte) column.width());
            header.put(at + 17, (byte) column.decimals());
            at += 32;
        }
        header.put(at, FIELD_END);
        out.write(header.array());
    }

    /** Writes one row: String, Integer, Long, Double or LocalDate in column order; null for no value. */
    void write(@Nullable Object[] values) throws IOException {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns of " + file);
        }
        Arrays.fill(row, (byte) ' ');
        int at = 1;
        for (int i = 0; i < values.length; i++) {
            DbfColumn column = columns.get(i);
            put(column, values[i], at);
            at += column.width();
        }
        out.write(row);
        rows++;
    }

    private void put(DbfColumn column, @Nullable Object value, int at) {
        if (value == null) {
            return;
        }
        byte[] bytes = format(column, value).getBytes(GBK);
        if (bytes.length > column.width()) {
            throw new InvalidInput("value " + value + " of column " + column.name() + " has " + bytes.length
                    + " bytes, the column only " + column.width() + ": widen it (" + file + ")");
        }
        int pad = column.type() == 'N' ? column.width() - bytes.length : 0;
        System.arraycopy(bytes, 0, row, at + pad, bytes.length);
    }

    private static String format(DbfColumn column, Object value) {
        return switch (column.type()) {
            case 'D' -> DateTimeFormatter.BASIC_ISO_DATE.format((LocalDate) value);
            case 'N' ->
                value instanceof Double number
                        ? BigDecimal.valueOf(number)
                                .setScale(column.decimals(), RoundingMode.HALF_UP)
                                .toPlainString()
                        : value.toString();
            default -> value.toString();
        };
    }

    @Override
    public void close() throws IOException {
        out.write(FILE_END);
        out.close();
        if (rows != expectedRows) {
            throw new IllegalStateException(rows + " rows written to " + file + ", " + expectedRows + " announced");
        }
    }
}
