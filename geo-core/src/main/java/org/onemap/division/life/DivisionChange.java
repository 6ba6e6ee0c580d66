package org.onemap.division.life;

import java.util.List;

/**
 * What a series of edits comes to. Immutable.
 *
 * @param levels the levels that change, from the top down
 * @param lineage what became of the divisions, in the order of the edits
 */
public record DivisionChange(List<LevelChange> levels, List<Lineage> lineage) {

    public DivisionChange {
        levels = List.copyOf(levels);
        lineage = List.copyOf(lineage);
    }
}
