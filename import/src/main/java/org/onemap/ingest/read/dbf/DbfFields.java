package org.onemap.ingest.read.dbf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.feature.FieldType;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.dbf.DbfField.Storage;

/** Decides which columns of a table are given, and with which type. */
final class DbfFields {

    private final DbfHeader header;
    private final DbfSurvey survey;
    private final boolean memoPresent;
    private final Place file;
    private final IssueSink issues;

    DbfFields(DbfHeader header, DbfSurvey survey, boolean memoPresent, String displayName, IssueSink issues) {
        this.header = header;
        this.survey = survey;
        this.memoPresent = memoPresent;
        this.file = Place.file(displayName);
        this.issues = issues;
    }

    /** The columns under these names; those that hold no values we know are left out with a warning. */
    List<DbfField> of(List<String> names) {
        List<DbfField> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            DbfColumn column = header.columns().get(i);
            String name = names.get(i);
            if (column.width() == 0) {
                warn(
                        "zero-width-column",
                        name,
                        "the column " + name + " is zero bytes wide and can hold nothing;" + " it was left out");
            } else if (column.type() != '0') { // the null flags of Visual FoxPro
                NullFlags flags = NullFlags.of(header.columns(), i);
                field(i, column, name).map(field -> field.with(flags)).ifPresent(fields::add);
            }
        }
        return fields;
    }

    private Optional<DbfField> field(int position, DbfColumn column, String name) {
        boolean fox = header.isVisualFoxPro();
        int width = column.width();
        return switch (column.type()) {
            case 'C', 'V' -> field(column, name, FieldType.TEXT, Storage.TEXT);
            case 'N', 'F' -> number(position, column, name);
            case 'D' -> field(column, name, FieldType.DATE, Storage.DATE);
            case 'L' -> field(column, name, FieldType.BOOLEAN, Storage.LOGICAL);
            case 'M' -> memo(column, name);
            case 'I' -> sized(column, name, 4, FieldType.INTEGER, fox ? Storage.INT32 : Storage.INT32_BIG);
            case '+' -> sized(column, name, 4, FieldType.INTEGER, fox ? Storage.INT32 : Storage.INT32_BIG);
            case 'O' -> sized(column, name, 8, FieldType.REAL, Storage.DOUBLE_BIG);
            case 'B' -> fox && width == 8 ? field(column, name, FieldType.REAL, Storage.DOUBLE) : binary(name);
            case 'Y' -> sized(column, name, 8, FieldType.REAL, Storage.CURRENCY);
            case 'T' -> sized(column, name, 8, FieldType.DATETIME, Storage.TIMESTAMP);
            case '@' -> sized(column, name, 8, FieldType.DATETIME, fox ? Storage.TIMESTAMP : Storage.TIMESTAMP_BIG);
            case 'G', 'P', 'Q', 'W' -> binary(name);
            default -> {
                warn(
                        "column-type",
                        name,
                        "the column " + name + " has the type " + say(column.type())
                                + ", which is not known; it was read as text");
                yield field(column, name, FieldType.TEXT, Storage.TEXT);
            }
        };
    }

    private static String say(char type) {
        return type > 32 && type < 127 ? "'" + type + "'" : "byte " + (int) type;
    }

    private Optional<DbfField> number(int position, DbfColumn column, String name) {
        FieldType type = survey.numberType(position);
        if (type == FieldType.TEXT) {
            warn(
                    "number-as-text",
                    name,
                    "the column " + name + " holds numbers with more digits than a number of ours"
                            + " can keep; it is read as text");
        }
        if (survey.hasComma(position)) {
            warn(
                    "decimal-comma",
                    name,
                    "the column " + name + " writes decimals with a comma; they were read as decimals");
        }
        return field(column, name, type, Storage.NUMBER);
    }

    private Optional<DbfField> memo(DbfColumn column, String name) {
        if (!memoPresent) {
            warn(
                    "memo-file-missing",
                    name,
                    "the texts of the column " + name
                            + " are in a memo file (.dbt or .fpt) that is not there; the column stays empty");
        }
        return field(column, name, FieldType.TEXT, Storage.MEMO);
    }

    private Optional<DbfField> sized(DbfColumn column, String name, int width, FieldType type, Storage storage) {
        if (column.width() == width) {
            return field(column, name, type, storage);
        }
        warn(
                "column-type",
                name,
                "the column " + name + " of type " + say(column.type()) + " is " + column.width()
                        + " bytes wide and not " + width + "; it was read as text");
        return field(column, name, FieldType.TEXT, Storage.TEXT);
    }

    private Optional<DbfField> binary(String name) {
        warn("binary-column", name, "the column " + name + " holds pictures or other binary content; it was left out");
        return Optional.empty();
    }

    private static Optional<DbfField> field(DbfColumn column, String name, FieldType type, Storage storage) {
        return Optional.of(new DbfField(column, name, type, storage, NullFlags.NONE));
    }

    private void warn(String rule, String name, String message) {
        issues.add(ImportIssue.warning(rule, file.field(name), message));
    }
}
