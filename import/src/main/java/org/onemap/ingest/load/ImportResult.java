package org.onemap.ingest.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.store.ChangeSet;

/**
 * How an import ended. Immutable but for the issues.
 *
 * @param plans what was done with each source, in the order of loading
 * @param rows how many rows were read, by layer
 * @param counts what happened, or in a dry run would happen, to each layer; layers after a refusal are missing
 * @param changeSet the change set, if one was made
 * @param issues what was found
 */
public record ImportResult(
        List<LayerPlan> plans,
        Map<String, Long> rows,
        Map<String, ChangeSet.Counts> counts,
        Optional<ChangeSet> changeSet,
        IssueCollector issues) {

    public ImportResult {
        plans = List.copyOf(plans);
        rows = Map.copyOf(rows);
        counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
    }

    /** Whether errors forbade the import. */
    public boolean isRefused() {
        return issues.hasErrors();
    }
}
