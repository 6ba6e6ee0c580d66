package org.onemap.ingest.mapping;

import java.util.List;
import java.util.OptionalInt;
import org.onemap.feature.Field;
import org.onemap.feature.Schema;

/**
 * What becomes of each column of a source. Immutable.
 *
 * @param columns one for each column of the source, in its order
 * @param fields the fields of the layer that the source fills, without the system columns
 */
public record ColumnMapping(List<Column> columns, Schema fields) {

    public ColumnMapping {
        columns = List.copyOf(columns);
    }

    /** Position of the source column that fills a system column. */
    public OptionalInt source(SystemColumn target) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).system() == target) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether the code was guessed from a column named {@code id}, which is believed only if it is filled and unique. */
    public boolean codeIsLastResort() {
        return columns.stream()
                .anyMatch(column -> column.system() == SystemColumn.CODE && column.why() == Why.LAST_RESORT);
    }

    /** The same mapping with no column for the code. */
    public ColumnMapping withoutCode() {
        return new ColumnMapping(
                columns.stream()
                        .map(column -> column.system() == SystemColumn.CODE
                                ? new Column(column.source(), SystemColumn.NONE, column.field(), Why.OWN_NAME)
                                : column)
                        .toList(),
                fields);
    }

    /**
     * What becomes of one column.
     *
     * @param source the column
     * @param system the system column that it fills, or NONE
     * @param field the name of the field that it fills, empty text for none
     * @param why who decided it
     */
    public record Column(Field source, SystemColumn system, String field, Why why) {

        /** What a user reads: the system column, the field, both, or nothing. */
        public String target() {
            if (system == SystemColumn.NONE) {
                return field.isEmpty() ? "(left out)" : field;
            }
            return field.isEmpty() ? system.column() : system.column() + ", " + field;
        }
    }

    /** The system columns that a source can fill. */
    public enum SystemColumn {
        CODE("code"),
        NAME("name"),
        PARENT_CODE("parent_code"),
        NONE("");

        private final String column;

        SystemColumn(String column) {
            this.column = column;
        }

        /** Name of the system column. */
        public String column() {
            return column;
        }
    }

    /** Who decided what a column becomes. */
    public enum Why {
        /** The mapping file. */
        MAPPING_FILE("mapping file"),
        /** Its name is one of those for a code, a name or a parent. */
        AUTOMATIC("automatic"),
        /** It is called id, and there is nothing better. */
        LAST_RESORT("automatic, if filled and unique"),
        /** It keeps its own name. */
        OWN_NAME(""),
        /** Its name is one of ours, so it gets another. */
        RENAMED("renamed");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        /** What a user reads. */
        public String text() {
            return text;
        }
    }
}
