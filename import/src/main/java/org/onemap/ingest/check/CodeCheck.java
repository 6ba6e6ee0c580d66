package org.onemap.ingest.check;

import java.util.Optional;
import org.onemap.code.CodeFault;
import org.onemap.code.CodeScheme;
import org.onemap.code.CodeSchemes;
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
    private final Optional<CodeScheme> scheme;

    CodeCheck(Layer layer, IssueSink issues) {
        this.layer = layer;
        this.issues = issues;
        this.scheme = CodeSchemes.forLayer(layer.name());
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
        String code = content.code().get();
        Optional<CodeFault> fault = scheme.flatMap(rules -> rules.check(code));
        if (fault.isPresent()) {
            issues.add(ImportIssue.error(
                    "code-syntax", place.field("code"), fault.get().message()));
        } else {
            checkPrefix(code, content.parentCode().orElse(""), place);
        }
    }

    private void checkPrefix(String code, String parent, Place place) {
        scheme.filter(rules -> !parent.isEmpty()
                        && rules.parentLayer().equals(layer.parentLayer().orElse("")))
                .filter(rules -> CodeSchemes.forLayer(rules.parentLayer())
                        .map(above -> above.check(parent).isEmpty())
                        .orElse(false))
                .flatMap(rules -> rules.checkPrefix(code, parent))
                .ifPresent(fault ->
                        issues.add(ImportIssue.warning("code-prefix", place.field("parent_code"), fault.message())));
    }

    private void missing(String field, Place place) {
        issues.add(ImportIssue.error(
                "missing-value",
                place.field(field),
                "the row has no " + field + ", which every row of layer " + layer.name()
                        + " needs; fill it, or name its column with --mapping"));
    }
}
