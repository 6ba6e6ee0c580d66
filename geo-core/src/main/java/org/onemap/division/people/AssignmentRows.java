package org.onemap.division.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldNames;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;

/**
 * Assignments as rows of the layer {@code assignment} (人员任用), under whatever names an imported list has for its columns;
 * columns that it lacks are added. Immutable.
 */
public final class AssignmentRows {

    /** The layer's name. */
    public static final String LAYER = "assignment";

    private static final List<Column> COLUMNS = List.of(
            new Column(FieldNames.POST, "岗位", FieldType.TEXT),
            new Column(FieldNames.FROM, "任职日期", FieldType.DATE),
            new Column(FieldNames.TO, "离任日期", FieldType.DATE),
            new Column(FieldNames.PHONE, "联系电话", FieldType.TEXT),
            new Column(FieldNames.MATTERS, "责任事项", FieldType.TEXT),
            new Column(FieldNames.STANDS_IN_FOR, "A岗编号", FieldType.TEXT));

    private final Layer layer;

    private record Column(FieldNames names, String name, FieldType type) {}

    private AssignmentRows(Layer layer) {
        this.layer = layer;
    }

    /**
     * The rows of a layer.
     *
     * @param stored the layer as it is stored; empty if there is none yet
     */
    public static AssignmentRows of(Optional<Layer> stored) {
        Layer base = stored.orElseGet(() -> StandardLayers.find(LAYER).orElseThrow());
        List<Field> fields = new ArrayList<>(base.schema().fields());
        for (Column column : COLUMNS) {
            if (column.names().find(base.schema()).isEmpty()) {
                fields.add(Field.of(column.name(), column.type()));
            }
        }
        return new AssignmentRows(base.toBuilder().schema(Schema.of(fields)).build());
    }

    /** The layer with all columns that assignments need. */
    public Layer layer() {
        return layer;
    }

    /** The assignment of a row. */
    public static Assignment read(Content row) {
        String person = FieldNames.PERSON.text(row);
        String matters = FieldNames.MATTERS.text(row);
        return new Assignment(
                row.code().orElse(""),
                person.isEmpty() ? row.name().orElse("") : person,
                new Assignment.Post(FieldNames.POST.text(row), row.parentCode().orElse(FieldNames.DIVISION.text(row))),
                new Assignment.Term(FieldNames.FROM.day(row).orElse(LocalDate.MIN), FieldNames.TO.day(row)),
                new Assignment.Details(
                        Phone.of(FieldNames.PHONE.text(row)),
                        matters.isEmpty() ? List.of() : List.of(matters.split("[、，,;；\\s]+")),
                        FieldNames.STANDS_IN_FOR.text(row)));
    }

    /**
     * The row of an assignment.
     *
     * @param old the row as it was, whose other values stay; empty for a new one
     */
    public Content write(Optional<Content> old, Assignment assignment) {
        Content.Builder row = Content.builder(layer.schema());
        for (int i = 0; i < layer.schema().size(); i++) {
            String name = layer.schema().fields().get(i).name();
            row.value(i, old.flatMap(content -> content.value(name)).orElse(null));
        }
        row.code(assignment.code())
                .name(assignment.person())
                .parentCode(assignment.post().division());
        LocalDate from = assignment.term().from();
        set(row, FieldNames.PERSON, assignment.person());
        set(row, FieldNames.DIVISION, assignment.post().division());
        set(row, FieldNames.POST, assignment.post().title());
        set(row, FieldNames.FROM, from.equals(LocalDate.MIN) ? null : from);
        set(row, FieldNames.TO, assignment.term().to().orElse(null));
        set(row, FieldNames.PHONE, orNull(assignment.details().phone().shown(true)));
        set(
                row,
                FieldNames.MATTERS,
                orNull(String.join("、", assignment.details().matters())));
        set(row, FieldNames.STANDS_IN_FOR, orNull(assignment.details().standsInFor()));
        return row.build();
    }

    /** The row of the same assignment in another division. */
    public Content moved(Content row, String division) {
        return write(Optional.of(row), read(row).in(division));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void set(Content.Builder row, FieldNames names, @Nullable Object value) {
        Optional<String> name = names.find(layer.schema());
        if (name.isPresent()) {
            int position = layer.schema().findPosition(name.get()).orElseThrow();
            boolean text = layer.schema().fields().get(position).type() == FieldType.TEXT;
            row.value(position, value == null || !text ? value : value.toString());
        }
    }
}
