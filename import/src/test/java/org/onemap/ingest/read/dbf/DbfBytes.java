package org.onemap.ingest.read.dbf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes tables byte by byte, wrong ones too. */
public final class DbfBytes {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Column(byte[] name, char type, int width, int decimals) {}

    private final Charset charset;
    private final List<Column> columns = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();
    private final Set<Integer> deleted = new HashSet<>();
    private int version = 3;
    private int driver;
    private final Set<Integer> nullable = new HashSet<>();

    /** A table in UTF-8. */
    public DbfBytes() {
        this(StandardCharsets.UTF_8);
    }

    /** A table in this charset. */
    public DbfBytes(Charset charset) {
        this.charset = charset;
    }

    /** Adds a column. */
    public DbfBytes column(String name, char type, int width, int decimals) {
        columns.add(new Column(name.getBytes(charset), type, width, decimals));
        return this;
    }

    /** Adds a row of texts or bytes; what is missing is blank. */
    public DbfBytes row(Object... values) {
        rows.add(values);
        return this;
    }

    /** Marks a row, counted from 0, as deleted. */
    public DbfBytes delete(int row) {
        deleted.add(row);
        return this;
    }

    /** Lets the column added last have no value (Visual FoxPro). */
    public DbfBytes nullable() {
        nullable.add(columns.size() - 1);
        return this;
    }

    /** The first byte. */
    public DbfBytes version(int first) {
        this.version = first;
        return this;
    }

    /** The language driver id. */
    public DbfBytes driver(int id) {
        this.driver = id;
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        int record = 1 + columns.stream().mapToInt(Column::width).sum();
        ByteBuffer header = ByteBuffer.allocate(32 + 32 * columns.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
        header.put(0, (byte) version).putInt(4, rows.size()).putShort(8, (short) header.capacity());
        header.putShort(10, (short) record).put(29, (byte) driver);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int at = 32 + 32 * i;
            header.put(at, Arrays.copyOf(column.name, 11));
            header.put(at + 11, (byte) column.type).put(at + 16, (byte) column.width);
            header.put(at + 17, (byte) (column.width > 255 ? column.width >> 8 : column.decimals));
        }
        nullable.forEach(column -> header.put(32 + 32 * column + 18, (byte) 2));
        header.put(header.capacity() - 1, (byte) 0x0D);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        for (int row = 0; row < rows.size(); row++) {
            out.write(deleted.contains(row) ? '*' : ' ');
            for (int i = 0; i < columns.size(); i++) {
                out.writeBytes(cell(i < rows.get(row).length ? rows.get(row)[i] : "", columns.get(i)));
            }
        }
        out.write(0x1A);
        return out.toByteArray();
    }

    private byte[] cell(Object value, Column column) {
        byte[] cell = new byte[column.width];
        Arrays.fill(cell, (byte) ' ');
        byte[] bytes = value instanceof byte[] raw ? raw : value.toString().getBytes(charset);
        int length = Math.min(bytes.length, cell.length);
        boolean right = column.type == 'N' || column.type == 'F';
        System.arraycopy(bytes, 0, cell, right ? cell.length - length : 0, length);
        return cell;
    }
}
