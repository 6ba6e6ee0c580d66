package org.onemap.ingest.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onemap.division.life.Lineage;
import org.onemap.division.life.LineageRows;
import org.onemap.division.life.Lineages;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;

/** Reads lineages from a store. */
public final class LineageReading {

    private LineageReading() {}

    /**
     * The changes of a level that took effect after one day and until another.
     *
     * @param from a day; what took effect on it is in its divisions already
     * @param until the last day, inclusive
     */
    public static Lineages between(ReadView view, String level, LocalDate from, LocalDate until) {
        Map<Long, List<Lineage>> byChange = new HashMap<>();
        new StoreReading(view).forEach(LineageRows.LAYER.name(), row -> byChange.computeIfAbsent(
                        LineageRows.change(row), unused -> new ArrayList<>())
                .add(LineageRows.toLineage(row)));
        TreeMap<Long, List<Lineage>> inOrder = new TreeMap<>();
        for (ChangeSet set : view.listChangeSets()) {
            boolean applied = set.state() == ChangeSet.State.APPLIED && byChange.containsKey(set.number());
            if (applied && set.effective().isAfter(from) && !set.effective().isAfter(until)) {
                List<Lineage> steps = byChange.get(set.number());
                if (steps != null) {
                    steps.sort(Comparator.comparingInt(Lineage::edit));
                    inOrder.put(set.appliedAs().orElse(set.number()), steps);
                }
            }
        }
        return Lineages.of(level, List.copyOf(inOrder.values()));
    }
}
