package org.onemap.ingest.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.Schema;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.SourceRow;

/**
 * Turns the rows of one source into contents of one layer. Confined to one thread.
 *
 * <p>A value that does not fit the type of its field is an issue with its place and stays out.
 */
public final class RowMapper {

    /** Name of the field that holds the row number where a layer is keyed by it. */
    public static final String ROW_NUMBER = "row_number";

    private static final int ABSENT = -1;
    private static final int ROW = -2;

    private final Schema schema;
    private final String source;
    private final IssueSink issues;
    private final int[] columnOf;
    private final int code;
    private final int name;
    private final int parent;

    /**
     * A mapper of one source.
     *
     * @param mapping what becomes of the columns
     * @param schema the schema of the layer as it will be loaded
     * @param source how issues call the source
     * @param issues takes values that do not fit
     */
    public RowMapper(ColumnMapping mapping, Schema schema, String source, IssueSink issues) {
        this.schema = schema;
        this.source = source;
        this.issues = issues;
        this.columnOf = columns(mapping, schema);
        this.code = mapping.source(ColumnMapping.SystemColumn.CODE).orElse(ABSENT);
        this.name = mapping.source(ColumnMapping.SystemColumn.NAME).orElse(ABSENT);
        this.parent = mapping.source(ColumnMapping.SystemColumn.PARENT_CODE).orElse(ABSENT);
    }

    /** The field that holds the row number. */
    public static Field rowNumberField() {
        return new Field(ROW_NUMBER, FieldType.INTEGER, "行号");
    }

    private static int[] columns(ColumnMapping mapping, Schema schema) {
        int[] columns = new int[schema.size()];
        for (int i = 0; i < columns.length; i++) {
            String field = schema.fields().get(i).name();
            columns[i] = field.equals(ROW_NUMBER) ? ROW : column(mapping.columns(), field);
        }
        return columns;
    }

    private static int column(List<ColumnMapping.Column> columns, String field) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).field().equalsIgnoreCase(field)) {
                return i;
            }
        }
        return ABSENT;
    }

    /** The content of a row, without geometry. */
    public Content.Builder map(SourceRow row) {
        @Nullable Object[] values = row.values();
        Content.Builder content = Content.builder(schema)
                .code(text(values, code, true))
                .name(text(values, name, false))
                .parentCode(text(values, parent, true));
        for (int i = 0; i < columnOf.length; i++) {
            if (columnOf[i] == ROW) {
                content.value(i, row.number());
            } else if (columnOf[i] != ABSENT) {
                Object value = values[columnOf[i]];
                content.value(i, value == null ? null : fit(value, i, row));
            }
        }
        return content;
    }

    /** The text of the code of a row, as {@link #map} takes it; empty text for none. */
    public String code(SourceRow row) {
        String text = text(row.values(), code, true);
        return text == null ? "" : text;
    }

    private static @Nullable String text(@Nullable Object[] values, int column, boolean strip) {
        if (column == ABSENT) {
            return null;
        }
        Object value = values[column];
        if (value == null) {
            return null;
        }
        String text = ValueConversion.text(value);
        if (text.isBlank()) {
            return null;
        }
        return strip ? text.strip() : text;
    }

    private @Nullable Object fit(Object value, int position, SourceRow row) {
        Field field = schema.fields().get(position);
        if (field.type().accepts(value)) {
            return value;
        }
        if (value instanceof String text && text.isBlank()) {
            return null;
        }
        return ValueConversion.convert(value, field.type()).orElseGet(() -> {
            issues.add(ImportIssue.error(
                    "field-type",
                    Place.row(source, row.number()).field(field.name()),
                    "'" + value + "' does not fit the field " + field.name() + ", which is " + field.type()
                            + " in the store; correct it, or map the column to a field of another name"));
            return null;
        });
    }
}
