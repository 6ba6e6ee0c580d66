package org.onemap.api.locate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.onemap.division.overlay.DedicatedGrid;
import org.onemap.division.people.AssignmentRows;
import org.onemap.feature.Content;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * The matters (责任事项) that a dedicated grid or a person of the store answers for today. The grid answers for all others, so
 * a matter misspelt is answered as well, and a hint says that nobody names it. Where the store names no matter at
 * all, there is nothing to say. Thread-safe.
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
     * What to say of a matter that nobody names.
     *
     * @param changeNumber the one that is current; the store is read once for each
     */
    Optional<Hint> findHint(String matter, long changeNumber) {
        Set<String> all = now(changeNumber);
        if (all.isEmpty() || all.contains(matter)) {
            return Optional.empty();
        }
        return Optional.of(new Hint(
                "UNKNOWN_MATTER",
                "no dedicated grid and no person here names the matter " + matter
                        + ", so whoever answers for everything is responsible; named are "
                        + String.join("、", all.stream().limit(MOST_NAMED).toList())
                        + (all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : "")));
    }

    private Set<String> now(long changeNumber) {
        Kept last = kept;
        if (last.changeNumber() != changeNumber) {
            last = new Kept(changeNumber, read());
            kept = last;
        }
        return last.matters();
    }

    private Set<String> read() {
        Set<String> matters = new TreeSet<>();
        try (ReadView view = store.read()) {
            read(
                    view,
                    DedicatedGrid.LAYER,
                    row -> matters.addAll(DedicatedGrid.read(row).matters()));
            read(
                    view,
                    AssignmentRows.LAYER,
                    row -> matters.addAll(AssignmentRows.read(row).details().matters()));
        }
        return matters;
    }

    private static void read(ReadView view, String layer, Consumer<Content> reader) {
        if (view.layers(Principal.anonymous()).find(layer).isPresent()) {
            try (FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer))) {
                cursor.forEachRemaining(row -> reader.accept(row.content()));
            }
        }
    }
}
