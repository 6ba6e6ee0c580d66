package org.onemap.ingest.plan;

import java.nio.file.Path;
import java.util.Optional;
import org.onemap.division.partition.NestedPartition.Search;
import org.onemap.division.plan.PlanLevels;
import org.onemap.division.plan.PlanRules;

/**
 * How a plan is made. Immutable.
 *
 * @param levels levels and numbers; for improving and rebalancing the numbers are those of today
 * @param rules what costs what
 * @param sources what of the store it is made from
 * @param search seed, starts, threads, who may end it
 * @param output what becomes of it
 */
public record PlanOptions(PlanLevels levels, PlanRules rules, PlanSources sources, Search search, Output output) {

    /**
     * What becomes of a plan.
     *
     * @param author who makes the draft
     * @param report folder of the report
     * @param dryRun whether to write no draft
     */
    public record Output(String author, Optional<Path> report, boolean dryRun) {}
}
