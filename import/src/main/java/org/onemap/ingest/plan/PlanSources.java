package org.onemap.ingest.plan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onemap.division.check.Rule;

/**
 * What of a store a plan is made from. Immutable.
 *
 * @param weights weights of the loads by name
 * @param cases layer of cases, one point each
 * @param compounds layer of compounds (小区, 单位) that must not be split, whatever it costs
 * @param smallGrids layer of existing small grids that are kept at a price
 * @param whole rules (R8, R10) whose buildings and compounds are kept whole where that leaves a balanced plan possible
 * @param pinned codes of blocks that must stay in their grid
 */
public record PlanSources(
        Map<String, Double> weights,
        Optional<String> cases,
        Optional<String> compounds,
        Optional<String> smallGrids,
        Set<Rule> whole,
        Set<String> pinned) {

    public PlanSources {
        weights = Map.copyOf(weights);
        whole = Set.copyOf(whole);
        pinned = Set.copyOf(pinned);
    }
}
