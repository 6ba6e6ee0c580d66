package org.onemap.ingest.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onemap.division.life.Lineage;
import org.onemap.division.life.LineageRows;
import org.onemap.division.life.Lineages;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;

/** Reads lineages from a store. */
public final class LineageReading {

    private LineageReading() {}

    /**
     * What became of a division that is no more, in one sentence.
     *
     * @return empty if no applied change took a division of this code away
     */
    public static Optional<String> fate(ReadView view, String code) {
        Map<Long, List<Lineage>> byChange = new TreeMap<>();
        new StoreReading(view).forEach(LineageRows.LAYER.name(), row -> {
            Lineage step = LineageRows.toLineage(row);
            if (step.from().equals(code) && !step.to().equals(code)) {
                byChange.computeIfAbsent(LineageRows.change(row), unused -> new ArrayList<>())
                        .add(step);
            }
        });
        return byChange.entrySet().stream()
                .filter(entry -> view.getChangeSet(entry.getKey()).state() == ChangeSet.State.APPLIED)
                .reduce((first, last) -> last)
                .map(entry -> sentence(view.getChangeSet(entry.getKey()), entry.getValue()));
    }

    private static String sentence(ChangeSet change, List<Lineage> steps) {
        Lineage first = steps.get(0);
        String successors =
                steps.stream().map(Lineage::to).filter(to -> !to.isEmpty()).collect(Collectors.joining(", "));
        return first.level() + " " + first.from() + " is retired (作废) since " + change.effective() + ": "
                + first.kind().title() + (successors.isEmpty() ? "" : ", now " + successors)
                + "; a retired division is not edited";
    }

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
