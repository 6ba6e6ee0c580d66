package org.onemap.ingest.check;

import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;

/** Required fields and the form of codes in division layers. Other layers have their own codes. */
final class CodeCheck {

    private final Layer layer;
    private final IssueSink issues;

    CodeCheck(Layer layer, IssueSink issues) {
        this.layer = layer;
        this.issues = issues;
    }

    void check(Content content, Place place) {
        if (layer.role() != LayerRole.DIVISION) {
            return;
        }
        if (content.name().isEmpty()) {
            missing("name", place);
        }
        if (content.code().isEmpty()) {
            missing("code", place);
            return;
        }
        DivisionCodes.fault(layer.name(), content.code().get())
                .ifPresent(fault -> issues.add(ImportIssue.error("code-syntax", place.field("code"), fault)));
    }

    private void missing(String field, Place place) {
        issues.add(ImportIssue.error(
                "missing-value",
                place.field(field),
                "the row has no " + field + ", which every row of layer " + layer.name()
                        + " needs; fill it, or name its column with --mapping"));
    }
}
