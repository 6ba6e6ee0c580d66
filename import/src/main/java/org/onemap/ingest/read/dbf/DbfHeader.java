package org.onemap.ingest.read.dbf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.onemap.CorruptData;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.bytes.FileWindow;

/**
 * The header of a table: what it claims, put right where the rest of the file shows that it is wrong.
 *
 * @param version first byte
 * @param records number of records that it claims
 * @param dataAt where the first record begins
 * @param recordBytes length of a record, deletion mark included
 * @param languageDriver byte 29, 0 for none
 * @param columns in their order
 */
record DbfHeader(int version, long records, long dataAt, int recordBytes, int languageDriver, List<DbfColumn> columns) {

    private static final int FIXED = 32;
    private static final int END_OF_COLUMNS = 0x0D;
    private static final int NULLABLE = 2;

    /** Whether this is the layout of dBASE 7, with longer names. */
    private static boolean isLevel7(int version) {
        return version == 0x04 || version == 0x8C;
    }

    /** Whether Visual FoxPro wrote it, where some letters mean other types. */
    boolean isVisualFoxPro() {
        return version == 0x30 || version == 0x31 || version == 0x32;
    }

    /**
     * Reads the header.
     *
     * @throws CorruptData if this cannot be a table
     */
    static DbfHeader read(FileWindow file, String displayName, IssueSink issues) {
        if (!file.has(0, FIXED + 1)) {
            throw new CorruptData("the table " + displayName + " has " + file.size()
                    + " bytes, less than the header of a DBF: it was cut or is none");
        }
        ByteBuffer fixed = file.at(0, FIXED);
        int version = fixed.get(0) & 0xFF;
        long records = Integer.toUnsignedLong(fixed.getInt(4));
        int headerBytes = fixed.getShort(8) & 0xFFFF;
        int recordBytes = fixed.getShort(10) & 0xFFFF;
        int driver = fixed.get(29) & 0xFF;
        Columns columns = new Columns(file, isLevel7(version), headerBytes, recordBytes);
        if (columns.found.isEmpty() && !columns.marked) {
            throw new CorruptData("the table " + displayName + " has no columns in its header (first byte " + version
                    + "): it is no DBF, or its header was damaged");
        }
        Place place = Place.file(displayName);
        long dataAt = headerBytes;
        if (headerBytes < columns.end || headerBytes > file.size()) {
            dataAt = columns.end;
            issues.add(ImportIssue.warning(
                    "dbf-header",
                    place,
                    "the header of the table says that it is " + headerBytes + " bytes long; its columns end at "
                            + columns.end + ", the records were read from there"));
        }
        int sum = columns.recordBytes;
        if (recordBytes < sum) {
            issues.add(ImportIssue.warning(
                    "dbf-header",
                    place,
                    "the header of the table says " + recordBytes + " bytes for a record, its columns need " + sum
                            + "; records were read with " + sum));
            recordBytes = sum;
        }
        return new DbfHeader(version, records, dataAt, recordBytes, driver, List.copyOf(columns.found));
    }

    /** Reads the descriptions of the columns. */
    private static final class Columns {
        private final List<DbfColumn> found = new ArrayList<>();
        private int end;
        private boolean marked;
        private int recordBytes = 1;

        private Columns(FileWindow file, boolean level7, int headerBytes, int statedRecordBytes) {
            read(file, level7, headerBytes, false);
            if (recordBytes < statedRecordBytes && hasWideText()) {
                int narrow = recordBytes;
                read(file, level7, headerBytes, true); // Clipper: the decimals are the high byte of a text's width
                if (recordBytes != statedRecordBytes) {
                    read(file, level7, headerBytes, false);
                    recordBytes = narrow;
                }
            }
        }

        private boolean hasWideText() {
            return found.stream().anyMatch(column -> column.type() == 'C' && column.decimals() > 0);
        }

        private void read(FileWindow file, boolean level7, int headerBytes, boolean wideText) {
            found.clear();
            recordBytes = 1;
            int at = level7 ? 68 : FIXED;
            int step = level7 ? 48 : 32;
            int nameBytes = level7 ? 32 : 11;
            int limit = headerBytes >= at + step ? headerBytes : 0xFFFF;
            while (at + step <= limit && file.has(at, step)) {
                ByteBuffer bytes = file.at(at, step);
                int start = bytes.position();
                if (bytes.get(start) == END_OF_COLUMNS || bytes.get(start + nameBytes) == 0) {
                    break; // the mark of the end, or a column without type where a writer forgot the mark
                }
                add(bytes, start, nameBytes, wideText);
                at += step;
            }
            marked = file.has(at, 1) && file.at(at, 1).get() == END_OF_COLUMNS;
            end = marked ? at + 1 : at;
        }

        private void add(ByteBuffer bytes, int start, int nameBytes, boolean wideText) {
            byte[] name = new byte[nameBytes];
            bytes.get(start, name);
            char type = (char) (bytes.get(start + nameBytes) & 0xFF);
            int sizes = nameBytes == 11 ? start + 16 : start + 33;
            int width = bytes.get(sizes) & 0xFF;
            int decimals = bytes.get(sizes + 1) & 0xFF;
            boolean nullable = nameBytes == 11 && (bytes.get(start + 18) & NULLABLE) != 0;
            if (wideText && type == 'C') {
                width += 256 * decimals;
                decimals = 0;
            }
            found.add(new DbfColumn(name, type, recordBytes, width, decimals, nullable));
            recordBytes += width;
        }
    }
}
