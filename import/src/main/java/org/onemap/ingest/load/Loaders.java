package org.onemap.ingest.load;

import java.util.Optional;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.issue.Severity;
import org.onemap.store.ChangeSetWriter;

/** What the two ways of loading a layer share: putting a row and saying what was wrong with its key. */
final class Loaders {

    private Loaders() {}

    /** Whether faults of codes are errors in this layer. */
    static boolean isStrict(Layer layer) {
        return layer.role() != LayerRole.OTHER;
    }

    /** Puts a row; what the store says against it becomes an issue. */
    static void put(ChangeSetWriter writer, LayerPlan plan, CheckedRow row, IssueSink issues) {
        if (!row.isStorable()) {
            return;
        }
        Layer layer = plan.layer();
        Content content = row.content();
        String key = content.key(layer.keyField()).orElse("");
        if (key.isEmpty()) {
            issues.add(ImportIssue.error(
                    "missing-key",
                    row.place().field(layer.keyField()),
                    "the row has no " + layer.keyField() + ", by which rows of layer " + layer.name()
                            + " are recognised; fill it or choose another --key"));
            return;
        }
        ChangeSetWriter.Outcome outcome = writer.put(content);
        if (outcome == ChangeSetWriter.Outcome.DUPLICATE_KEY) {
            duplicate(plan, row, key, issues);
        } else if (outcome == ChangeSetWriter.Outcome.REUSES_RETIRED) {
            issues.add(new ImportIssue(
                    isStrict(layer) ? Severity.ERROR : Severity.WARNING,
                    "retired-code",
                    "code " + key + " was retired; "
                            + (isStrict(layer)
                                    ? "codes are never used again, so give the row a new one"
                                    : "here it is used again, for a row with a new oid"),
                    row.place().code(key).field(layer.keyField()),
                    Optional.empty()));
        }
    }

    private static void duplicate(LayerPlan plan, CheckedRow row, String key, IssueSink issues) {
        if (plan.key() == LayerPlan.Key.CODE_IF_UNIQUE && !isStrict(plan.layer())) {
            throw new KeyFallback(
                    plan.layer().name(),
                    "code " + key + " stands in row " + row.place().row() + " and before it");
        }
        boolean code = plan.layer().isKeyedByCode();
        issues.add(ImportIssue.error(
                code ? "duplicate-code" : "duplicate-key",
                row.place().code(key).field(plan.layer().keyField()),
                (code ? "code " : plan.layer().keyField() + " ") + key + " stands in an earlier row already; every row"
                        + " of layer " + plan.layer().name() + " needs its own"));
    }

    /** A file as a place. */
    static Place file(LayerPlan plan) {
        return Place.file(plan.source().displayName());
    }
}
