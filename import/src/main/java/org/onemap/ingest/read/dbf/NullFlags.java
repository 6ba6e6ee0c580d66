package org.onemap.ingest.read.dbf;

import java.util.List;

/**
 * Where Visual FoxPro marks in a record that a column has no value, and that a text of variable width is shorter than its
 * place.
 *
 * @param at where the hidden column of marks begins in a record; 0 for none
 * @param nullBit number of the bit that says "no value"; −1 for none
 * @param widthBit number of the bit that says "the last byte is the width"; −1 for none
 */
record NullFlags(int at, int nullBit, int widthBit) {

    /** A column without marks. */
    static final NullFlags NONE = new NullFlags(0, -1, -1);

    /** The marks of a column; bits are given in the order of the columns. */
    static NullFlags of(List<DbfColumn> columns, int column) {
        int at = columns.stream()
                .filter(candidate -> candidate.type() == '0')
                .mapToInt(DbfColumn::offset)
                .findFirst()
                .orElse(0);
        int bit = 0;
        for (int i = 0; i < column; i++) {
            bit += (isVariable(columns.get(i)) ? 1 : 0) + (columns.get(i).nullable() ? 1 : 0);
        }
        DbfColumn asked = columns.get(column);
        if (at == 0 || (!asked.nullable() && !isVariable(asked))) {
            return NONE;
        }
        int widthBit = isVariable(asked) ? bit++ : -1;
        return new NullFlags(at, asked.nullable() ? bit : -1, widthBit);
    }

    private static boolean isVariable(DbfColumn column) {
        return column.type() == 'V' || column.type() == 'Q';
    }

    /** Whether a record says that the column has no value. */
    boolean isNull(byte[] bytes, int recordAt) {
        return isSet(nullBit, bytes, recordAt);
    }

    /** Width of a column's text in a record. */
    int width(DbfColumn column, byte[] bytes, int recordAt) {
        int last = bytes[recordAt + column.offset() + column.width() - 1] & 0xFF;
        return isSet(widthBit, bytes, recordAt) && last < column.width() ? last : column.width();
    }

    private boolean isSet(int bit, byte[] bytes, int recordAt) {
        return bit >= 0 && (bytes[recordAt + at + bit / 8] >> bit % 8 & 1) != 0;
    }
}
