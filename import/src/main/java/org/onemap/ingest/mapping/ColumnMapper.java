package org.onemap.ingest.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.mapping.ColumnMapping.Column;
import org.onemap.ingest.mapping.ColumnMapping.SystemColumn;
import org.onemap.ingest.mapping.ColumnMapping.Why;
import org.onemap.ingest.read.SourceSchema;

/**
 * Decides what becomes of the columns of one source: first what the mapping file says, then the automatic guesses for
 * the system columns that it does not name; all others keep their names. In a standard layer a column that fills a
 * system column moves there; in any other layer it stays under its own name too. Confined to one thread.
 */
public final class ColumnMapper {

    /** Names that tools give to the row id of a table; a field of that name would be taken for it. */
    private static final Set<String> TAKEN = Set.of("fid", "ogc_fid", "rowid", "row_number");

    private final Layer layer;
    private final MappingFile file;
    private final IssueSink issues;

    /**
     * A mapper for a layer.
     *
     * @param layer the layer that the source goes into; its role and title matter, not its schema
     * @param file what the user says
     * @param issues takes what is worth knowing about the columns
     */
    public ColumnMapper(Layer layer, MappingFile file, IssueSink issues) {
        this.layer = layer;
        this.file = file;
        this.issues = issues;
    }

    /**
     * The mapping for these columns.
     *
     * @param source how issues call the source
     * @throws InvalidInput if the mapping file names a column that is not there or fills a field twice
     */
    public ColumnMapping map(String source, SourceSchema schema) {
        Map<Integer, MappingFile.Entry> named = named(source, schema);
        Map<Integer, SystemColumn> systems = new HashMap<>();
        Map<Integer, Why> why = new HashMap<>();
        named.forEach((position, entry) -> {
            SystemColumn system = system(target(entry, schema));
            why.put(position, Why.MAPPING_FILE);
            if (system != SystemColumn.NONE && systems.containsValue(system)) {
                throw file.fault(entry, "a second column for " + system.column());
            }
            if (system != SystemColumn.NONE) {
                systems.put(position, system);
            }
        });
        guess(schema, systems, why);
        List<Column> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>(Layer.SYSTEM_COLUMNS);
        taken.addAll(TAKEN);
        schema.fields().forEach(field -> taken.add(fold(field.name())));
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < schema.fields().size(); i++) {
            Column column =
                    column(i, schema, systems.getOrDefault(i, SystemColumn.NONE), named.get(i), why.get(i), taken);
            columns.add(column);
            if (column.why() == Why.RENAMED) {
                warnOfRename(source, column);
            }
            if (!column.field().isEmpty()) {
                fields.add(Field.of(column.field(), column.source().type()));
            }
        }
        requireDistinct(fields);
        return new ColumnMapping(columns, Schema.of(fields));
    }

    private Map<Integer, MappingFile.Entry> named(String source, SourceSchema schema) {
        Map<Integer, MappingFile.Entry> named = new HashMap<>();
        for (MappingFile.Entry entry : file.entries(layer.name())) {
            int position = schema.position(entry.left());
            if (position < 0 && system(entry.left()) != SystemColumn.NONE) {
                position = schema.position(entry.right()); // the other direction, code: 网格编码
            }
            if (position < 0) {
                throw file.fault(entry, source + " has no column '" + entry.left() + "'; it has " + names(schema));
            }
            if (named.put(position, entry) != null) {
                throw file.fault(entry, "the column '" + entry.left() + "' is mapped twice");
            }
        }
        return named;
    }

    private static String target(MappingFile.Entry entry, SourceSchema schema) {
        boolean otherDirection = schema.position(entry.left()) < 0;
        return otherDirection ? entry.left() : entry.right();
    }

    private void guess(SourceSchema schema, Map<Integer, SystemColumn> systems, Map<Integer, Why> why) {
        AutoMapping auto = new AutoMapping(layer, schema);
        guess(SystemColumn.CODE, auto.code(), Why.AUTOMATIC, systems, why);
        guess(SystemColumn.NAME, auto.name(), Why.AUTOMATIC, systems, why);
        guess(SystemColumn.PARENT_CODE, auto.parent(), Why.AUTOMATIC, systems, why);
        guess(SystemColumn.CODE, auto.id(), Why.LAST_RESORT, systems, why);
    }

    private static void guess(
            SystemColumn system,
            OptionalInt column,
            Why reason,
            Map<Integer, SystemColumn> systems,
            Map<Integer, Why> why) {
        if (column.isEmpty() || systems.containsValue(system) || why.containsKey(column.getAsInt())) {
            return;
        }
        systems.put(column.getAsInt(), system);
        why.put(column.getAsInt(), reason);
    }

    private Column column(
            int position,
            SourceSchema schema,
            SystemColumn system,
            MappingFile.@org.jspecify.annotations.Nullable Entry entry,
            @org.jspecify.annotations.Nullable Why why,
            Set<String> taken) {
        Field source = schema.fields().get(position);
        Why reason = why == null ? Why.OWN_NAME : why;
        if (entry != null && system == SystemColumn.NONE) {
            return new Column(source, SystemColumn.NONE, fieldName(entry), reason);
        }
        boolean moves = system != SystemColumn.NONE && layer.role() != LayerRole.OTHER && reason != Why.LAST_RESORT;
        if (moves || fold(source.name()).equals(system.column())) {
            return new Column(source, system, "", reason);
        }
        if (!Layer.SYSTEM_COLUMNS.contains(fold(source.name())) && !TAKEN.contains(fold(source.name()))) {
            return new Column(source, system, source.name(), reason);
        }
        String free = freeName(source.name(), taken);
        return new Column(source, system, free, system == SystemColumn.NONE ? Why.RENAMED : reason);
    }

    private String fieldName(MappingFile.Entry entry) {
        String field = entry.right();
        if (Layer.SYSTEM_COLUMNS.contains(fold(field)) || TAKEN.contains(fold(field))) {
            throw file.fault(
                    entry,
                    "'" + field + "' is a column of ours; fill code, name, parent_code or a field of"
                            + " another name");
        }
        return field;
    }

    private static String freeName(String name, Set<String> taken) {
        int n = 1;
        while (!taken.add(fold(name) + "_" + n)) {
            n++;
        }
        return name + "_" + n;
    }

    private void warnOfRename(String source, Column column) {
        String name = column.source().name();
        issues.add(new ImportIssue(
                TAKEN.contains(fold(name)) ? Severity.INFO : Severity.WARNING, // row ids are in every GeoPackage
                "renamed-column",
                "the column '" + name + "' has the name of a column of ours and becomes '" + column.field()
                        + "'; choose another name with --mapping",
                Place.file(source).field(name),
                Optional.empty()));
    }

    private void requireDistinct(List<Field> fields) {
        Set<String> seen = new HashSet<>();
        for (Field field : fields) {
            if (!seen.add(fold(field.name()))) {
                throw new InvalidInput("two columns become the field '" + field.name() + "' of layer " + layer.name()
                        + "; give one of them another name in the mapping file");
            }
        }
    }

    private static SystemColumn system(String target) {
        for (SystemColumn system : List.of(SystemColumn.CODE, SystemColumn.NAME, SystemColumn.PARENT_CODE)) {
            if (system.column().equals(fold(target))) {
                return system;
            }
        }
        return SystemColumn.NONE;
    }

    private static String names(SourceSchema schema) {
        return schema.fields().isEmpty()
                ? "no columns at all"
                : String.join(", ", schema.fields().stream().map(Field::name).toList());
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
