package org.onemap.ingest.read.dbf;

import org.onemap.feature.FieldType;

/**
 * A column that is given to the reader of a table.
 *
 * @param column where its bytes are
 * @param name unique name
 * @param type type of its values
 * @param storage how its bytes are read
 * @param flags where Visual FoxPro marks its missing values
 */
record DbfField(DbfColumn column, String name, FieldType type, Storage storage, NullFlags flags) {

    /** The same field with these marks. */
    DbfField with(NullFlags marks) {
        return new DbfField(column, name, type, storage, marks);
    }

    /** How values are written. */
    enum Storage {
        /** Bytes of text. */
        TEXT,
        /** Digits. */
        NUMBER,
        /** Eight digits, or a date with signs between. */
        DATE,
        /** One letter. */
        LOGICAL,
        /** Number of a block in the memo file. */
        MEMO,
        /** Integer of Visual FoxPro. */
        INT32,
        /** Integer of dBASE 7. */
        INT32_BIG,
        /** Double of Visual FoxPro. */
        DOUBLE,
        /** Double of dBASE 7. */
        DOUBLE_BIG,
        /** Ten-thousandths in eight bytes. */
        CURRENCY,
        /** Julian day and milliseconds of Visual FoxPro. */
        TIMESTAMP,
        /** Milliseconds of dBASE 7. */
        TIMESTAMP_BIG
    }
}
