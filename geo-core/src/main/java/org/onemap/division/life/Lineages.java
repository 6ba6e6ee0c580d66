package org.onemap.division.life;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows the shares of divisions through a series of changes, so that old figures can be told for new divisions.
 * Immutable.
 *
 * <p>Edits that follow one another are chained. Figures are assumed to be spread like households (or area) within a division.
 */
public final class Lineages {

    private final List<List<Lineage>> edits;

    private Lineages(List<List<Lineage>> edits) {
        this.edits = edits;
    }

    /**
     * The lineages of one level.
     *
     * @param level those of other levels are left out
     * @param changes the lineages of one change set after another, each in the order of its edits
     */
    public static Lineages of(String level, List<List<Lineage>> changes) {
        List<List<Lineage>> edits = new ArrayList<>();
        for (List<Lineage> change : changes) {
            Map<Integer, List<Lineage>> byEdit = new TreeMap<>();
            for (Lineage step : change) {
                if (step.level().equals(level)) {
                    byEdit.computeIfAbsent(step.edit(), unused -> new ArrayList<>())
                            .add(step);
                }
            }
            edits.addAll(byEdit.values());
        }
        return new Lineages(edits);
    }

    /** By which share figures go over. */
    public enum Measure {
        AREA,
        HOUSEHOLDS;

        private double share(Lineage step) {
            return this == AREA ? step.areaShare() : step.householdShare();
        }
    }

    /**
     * Figures of the old divisions, told for the new ones. The sum stays, but for what belonged to divisions that went
     * without a successor: that is under the empty code.
     *
     * @param figures old code → figure
     */
    public Map<String, Double> project(Map<String, Double> figures, Measure measure) {
        Map<String, Double> now = new LinkedHashMap<>(figures);
        for (List<Lineage> edit : edits) {
            Map<String, Double> moved = new LinkedHashMap<>();
            for (Lineage step : edit) {
                Double figure = now.get(step.from());
                if (figure != null) {
                    moved.merge(step.to(), figure * measure.share(step), Double::sum);
                }
            }
            edit.forEach(step -> now.remove(step.from()));
            moved.forEach((code, figure) -> now.merge(code, figure, Double::sum));
        }
        return new TreeMap<>(now);
    }
}
