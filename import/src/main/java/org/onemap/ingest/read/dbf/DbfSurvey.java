package org.onemap.ingest.read.dbf;

import java.nio.ByteBuffer;
import java.util.List;
import org.onemap.feature.FieldType;
import org.onemap.ingest.read.bytes.FileWindow;
import org.onemap.ingest.read.charset.TextSample;

/**
 * One pass over all records before any is given: how many are deleted, what the numbers of a column need, and texts
 * from which the character set can be judged.
 */
final class DbfSurvey {

    private static final int DELETED = '*';

    private final List<DbfColumn> columns;
    private final NumberClass[] classes;
    private final TextSample sample = new TextSample();
    private final DbfNumber number = new DbfNumber();
    private long deleted;
    private long strangeMarks;

    /** What the values of a numeric column need. */
    private static final class NumberClass {
        private boolean fraction;
        private boolean tooExact;
        private boolean comma;
    }

    private DbfSurvey(List<DbfColumn> columns) {
        this.columns = columns;
        this.classes = new NumberClass[columns.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = new NumberClass();
            byte[] name = columns.get(i).name();
            sample.add(name, 0, DbfValues.trimmedLength(name, 0, name.length));
        }
    }

    /** Looks at all records of a table. */
    static DbfSurvey of(FileWindow file, DbfHeader header, long records) {
        DbfSurvey survey = new DbfSurvey(header.columns());
        for (long row = 0; row < records; row++) {
            ByteBuffer record = file.at(header.dataAt() + row * header.recordBytes(), header.recordBytes());
            survey.look(file.array(), record.position());
        }
        return survey;
    }

    private void look(byte[] bytes, int start) {
        if (bytes[start] == DELETED) {
            deleted++;
            return;
        }
        if (bytes[start] != ' ') {
            strangeMarks++;
        }
        for (int i = 0; i < classes.length; i++) {
            DbfColumn column = columns.get(i);
            if (column.type() == 'N' || column.type() == 'F') {
                look(classes[i], bytes, start + column.offset(), column);
            } else if (column.type() == 'C' && !sample.isFull()) {
                int length = DbfValues.trimmedLength(bytes, start + column.offset(), column.width());
                sample.add(bytes, start + column.offset(), length);
            }
        }
    }

    private void look(NumberClass numbers, byte[] bytes, int at, DbfColumn column) {
        switch (number.read(bytes, at, column.width(), column.decimals())) {
            case REAL -> numbers.fraction = true;
            case TOO_EXACT -> numbers.tooExact = true;
            default -> {}
        }
        numbers.comma |= number.hasComma();
    }

    /** The type that holds all numbers of a column without loss. */
    FieldType numberType(int column) {
        if (classes[column].tooExact) {
            return FieldType.TEXT;
        }
        boolean integer = columns.get(column).decimals() == 0 && !classes[column].fraction;
        return integer ? FieldType.INTEGER : FieldType.REAL;
    }

    /** Whether a comma stands for the decimal point in a column. */
    boolean hasComma(int column) {
        return classes[column].comma;
    }

    long deleted() {
        return deleted;
    }

    /** How many records begin with a byte that is no deletion mark. */
    long strangeMarks() {
        return strangeMarks;
    }

    TextSample sample() {
        return sample;
    }
}
