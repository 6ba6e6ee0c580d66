package org.onemap.api.locate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.onemap.InvalidInput;
import org.onemap.division.overlay.DedicatedGrid;
import org.onemap.division.people.AssignmentRows;
import org.onemap.feature.Content;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;

/**
 * The matters (责任事项) that a dedicated grid or a person of the store answers for. The grid answers for everything, so
 * a matter misspelt would be answered with the grid and nobody would see the mistake. Where the store names no matter at
 * all, every matter is let through. Thread-safe.
 */
public final class KnownMatters {

    private static final int MOST_NAMED = 20;

    private final Store store;
    private volatile Kept kept = new Kept(-1, Set.of());

    private record Kept(long changeNumber, Set<String> matters) {}

    /** Those of this store; nothing is read yet. */
    public KnownMatters(Store store) {
        this.store = store;
    }

    /**
     * Makes sure that the store names a matter, now or on the day asked for.
     *
     * @param changeNumber the one that is current
     * @throws InvalidInput naming the matters that there are
     */
    void require(String matter, Optional<LocalDate> asOf, long changeNumber) {
        Set<String> now = now(changeNumber);
        if (now.contains(matter)) {
            return;
        }
        Set<String> all = new TreeSet<>(now);
        asOf.ifPresent(day -> all.addAll(read(ValidTime.asOf(day))));
        if (!all.isEmpty() && !all.contains(matter)) {
            throw new InvalidInput(
                    "matter=" + matter + " is no matter that a dedicated grid or a person here answers for; there are "
                            + String.join("、", all.stream().limit(MOST_NAMED).toList())
                            + (all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : ""));
        }
    }

    private Set<String> now(long changeNumber) {
        Kept last = kept;
        if (last.changeNumber() != changeNumber) {
            last = new Kept(changeNumber, read(ValidTime.now()));
            kept = last;
        }
        return last.matters();
    }

    private Set<String> read(ValidTime when) {
        Set<String> matters = new TreeSet<>();
        try (ReadView view = store.read()) {
            read(
                    view,
                    DedicatedGrid.LAYER,
                    when,
                    row -> matters.addAll(DedicatedGrid.read(row).matters()));
            read(
                    view,
                    AssignmentRows.LAYER,
                    when,
                    row -> matters.addAll(AssignmentRows.read(row).details().matters()));
        }
        return matters;
    }

    private static void read(ReadView view, String layer, ValidTime when, Consumer<Content> reader) {
        if (view.layers(Principal.anonymous()).find(layer).isPresent()) {
            FeatureQuery query = FeatureQuery.of(layer).at(when);
            try (FeatureCursor cursor = view.query(Principal.anonymous(), query)) {
                cursor.forEachRemaining(row -> reader.accept(row.content()));
            }
        }
    }
}
