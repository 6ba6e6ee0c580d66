package org.onemap.division.check;

import java.util.ArrayList;
import java.util.List;
import org.onemap.division.check.Elements.Building;

/**
 * R10 for buildings that come one after the other, so many that they are not kept: the same judgement as that of {@link
 * DivisionChecks}. Confined to one thread.
 */
public final class BuildingCuts {

    private final CheckSettings settings;
    private final List<LevelBorders> leaves = new ArrayList<>();

    private BuildingCuts(CheckSettings settings) {
        this.settings = settings;
    }

    /** The cuts by borders of the lowest levels of a tree. */
    public static BuildingCuts of(CheckInput tree, CheckSettings settings) {
        BuildingCuts cuts = new BuildingCuts(settings);
        if (settings.runs(Rule.R10)) {
            tree.leaves().forEach(level -> cuts.leaves.add(LevelBorders.of(level)));
        }
        return cuts;
    }

    /** Where borders cut the building; mostly nowhere. */
    public List<Finding> of(Building building) {
        Findings findings = new Findings(settings);
        leaves.forEach(borders -> CutRules.checkBuilding(borders, building, findings));
        return findings.sorted();
    }
}
