package org.onemap.ingest.write;

import java.nio.charset.Charset;
import org.onemap.InvalidInput;

/**
 * One column of a DBF table. Immutable.
 *
 * @param name at most 10 bytes in the table's charset: five Chinese characters in GBK
 * @param type C, N or D
 * @param width of a value in bytes
 * @param decimals digits behind the point, for N only
 */
public record DbfColumn(String name, char type, int width, int decimals) {

    private static final int NAME_BYTES = 10;

    /** A text column of so many bytes. */
    public static DbfColumn text(String name, int bytes) {
        return new DbfColumn(name, 'C', bytes, 0);
    }

    /** A whole number of at most so many digits, the sign included. */
    public static DbfColumn integer(String name, int digits) {
        return new DbfColumn(name, 'N', digits, 0);
    }

    /** A decimal number: width counts the point and the sign. */
    public static DbfColumn decimal(String name, int width, int decimals) {
        return new DbfColumn(name, 'N', width, decimals);
    }

    /** A day, from {@link java.time.LocalDate}. */
    public static DbfColumn date(String name) {
        return new DbfColumn(name, 'D', 8, 0);
    }

    byte[] nameBytes(Charset charset) {
        byte[] bytes = name.getBytes(charset);
        if (bytes.length > NAME_BYTES) {
            throw new InvalidInput("column " + name + " has " + bytes.length + " bytes in " + charset
                    + "; a DBF column name has at most " + NAME_BYTES + ": shorten it");
        }
        return bytes;
    }
}
