package org.onemap.ingest.road;

import java.util.Map;
import java.util.Optional;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.road.RoadNet;
import org.onemap.store.ChangeSet;

/**
 * How a build ended. Immutable.
 *
 * @param net what was built
 * @param countyCode the six digits that the codes begin with
 * @param issues what was noticed
 * @param changeSet what was written; empty if the net was refused, nothing differs or it was a dry run
 * @param counts layer to what became of its rows; empty if the net was refused
 */
public record RoadBuildResult(
        RoadNet net,
        String countyCode,
        IssueCollector issues,
        Optional<ChangeSet> changeSet,
        Map<String, ChangeSet.Counts> counts) {

    /** Whether errors kept the net out of the store. */
    public boolean isRefused() {
        return issues.hasErrors();
    }

    /** Whether the store has this net already. */
    public boolean isUnchanged() {
        return !counts.isEmpty() && counts.values().stream().allMatch(one -> one.changed() == 0);
    }
}
