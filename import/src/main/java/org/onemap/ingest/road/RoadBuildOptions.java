package org.onemap.ingest.road;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onemap.road.RoadNetOptions;

/**
 * What a user asks of a build. Immutable.
 *
 * @param layers where from
 * @param countyCode six digits; empty to take them from the data
 * @param tolerances lengths and areas
 * @param footways whether footpaths bound blocks
 * @param run who, when, how
 */
public record RoadBuildOptions(
        Layers layers, Optional<String> countyCode, RoadNetOptions.Tolerances tolerances, boolean footways, Run run) {

    /**
     * The layers that are read.
     *
     * @param roads layers of centrelines
     * @param outline layer of the district's polygons; empty for none
     */
    public record Layers(List<String> roads, Optional<String> outline) {

        public Layers {
            roads = List.copyOf(roads);
        }
    }

    /**
     * How it is run.
     *
     * @param author who makes the change
     * @param effective from which day; empty for today
     * @param dryRun whether nothing is written
     * @param acceptParts whether parts that touch in a point only are no error
     */
    public record Run(String author, Optional<LocalDate> effective, boolean dryRun, boolean acceptParts) {}
}
