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
            add(missing("name", place), content);
        }
        if (content.code().isEmpty()) {
            add(missing("code", place), content);
            return;
        }
        String code = content.code().get();
        Optional<CodeFault> fault = scheme.flatMap(rules -> rules.check(code));
        if (fault.isPresent()) {
            add(
                    ImportIssue.error(
                            "code-syntax", place.field("code"), fault.get().message()),
                    content);
        } else {
            checkPrefix(code, content, place);
        }
    }

    private void add(ImportIssue issue, Content content) {
        issues.add(content.geometry().map(issue::within).orElse(issue));
    }

    private void checkPrefix(String code, Content content, Place place) {
        String parent = content.parentCode().orElse("");
        scheme.filter(rules -> !parent.isEmpty()
                        && rules.parentLayer().equals(layer.parentLayer().orElse("")))
                .filter(rules -> CodeSchemes.forLayer(rules.parentLayer())
                        .map(above -> above.check(parent).isEmpty())
                        .orElse(false))
                .flatMap(rules -> rules.checkPrefix(code, parent))
                .ifPresent(fault ->
                        add(ImportIssue.warning("code-prefix", place.field("parent_code"), fault.message()), content));
    }

    private ImportIssue missing(String field, Place place) {
        return ImportIssue.error(
                "missing-value",
                place.field(field),
                "the row has no " + field + ", which every row of layer " + layer.name()
                        + " needs; fill it, or name its column with --mapping");
    }
}
