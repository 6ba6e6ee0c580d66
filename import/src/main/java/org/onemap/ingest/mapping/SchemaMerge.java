package org.onemap.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.issue.Severity;

/**
 * Lays the fields of a source beside those that its layer has in the store: fields in both take the stored name and
 * type, new ones are added, those that the source lacks are reported and stay null. Stateless.
 */
public final class SchemaMerge {

    private SchemaMerge() {}

    /**
     * The schema with which the layer is loaded.
     *
     * @param fields what the source fills
     * @param stored the layer in the store
     * @param source how issues call the source
     * @param issues takes what differs
     */
    public static Schema merge(Schema fields, Layer stored, String source, IssueSink issues) {
        List<Field> merged = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (Field field : fields.fields()) {
            OptionalInt position = stored.schema().findPosition(field.name());
            if (position.isEmpty()) {
                merged.add(field);
                added.add(field.name());
                continue;
            }
            Field there = stored.schema().fields().get(position.getAsInt());
            merged.add(there);
            if (there.type() != field.type()) {
                issues.add(new ImportIssue(
                        Severity.INFO,
                        "field-type",
                        "the column " + field.name() + " is " + field.type() + " in this source and " + there.type()
                                + " in layer " + stored.name() + "; values are taken over where they fit exactly",
                        Place.file(source).field(field.name()),
                        java.util.Optional.empty()));
            }
        }
        if (!added.isEmpty() && stored.schema().size() > 0) {
            issues.add(new ImportIssue(
                    Severity.INFO,
                    "new-column",
                    "layer " + stored.name() + " gets new fields: " + String.join(", ", added),
                    Place.file(source),
                    java.util.Optional.empty()));
        }
        warnOfMissing(fields, stored, source, issues);
        return Schema.of(merged);
    }

    private static void warnOfMissing(Schema fields, Layer stored, String source, IssueSink issues) {
        for (Field field : stored.schema().fields()) {
            if (fields.findPosition(field.name()).isEmpty() && !field.name().equals(RowMapper.ROW_NUMBER)) {
                issues.add(ImportIssue.warning(
                        "missing-column",
                        Place.file(source).field(field.name()),
                        "layer " + stored.name() + " has the field " + field.name()
                                + ", which this source lacks; it is empty in the rows of this source"));
            }
        }
    }
}
