package org.onemap.ingest.load;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.issue.Severity;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;

/** The real files beside the project, and how tests look at what became of them. */
final class RealData {

    private RealData() {}

    static ImportResult run(Store store, Path file, ImportOptions options) {
        return new Importer(store, options, ImportListener.SILENT).run(List.of(file));
    }

    static ImportOptions layer(String name) {
        return ImportOptions.defaults().withLayer(name);
    }

    /** Rules and counts, errors first, without what is only worth knowing. */
    static Map<String, Long> rules(ImportResult result) {
        return result.issues().rules().stream()
                .filter(rule -> rule.severity() != Severity.INFO)
                .collect(Collectors.toMap(
                        rule -> rule.severity().name().charAt(0) + " " + rule.rule(),
                        IssueCollector.RuleCount::count,
                        Long::sum,
                        LinkedHashMap::new));
    }

    static void each(Store store, String layer, ValidTime when, BiConsumer<Feature, Layer> action) {
        try (ReadView view = store.read();
                FeatureCursor cursor =
                        view.query(Principal.anonymous(), FeatureQuery.of(layer).at(when))) {
            while (cursor.hasNext()) {
                action.accept(cursor.next(), cursor.layer());
            }
        }
    }

    static String text(Feature feature, String field) {
        return feature.content().value(field).map(Object::toString).orElse("");
    }
}
