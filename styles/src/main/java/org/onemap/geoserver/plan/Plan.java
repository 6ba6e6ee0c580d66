package org.onemap.geoserver.plan;

import java.util.List;
import java.util.stream.Stream;
import org.onemap.geoserver.plan.Change.Action;

/**
 * What must change, in the order of doing it. Immutable.
 *
 * @param changes empty if nothing differs
 */
public record Plan(List<Change> changes) {

    public Plan {
        changes = List.copyOf(changes);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Names that are taken by objects which onemap did not make. */
    public List<Change> conflicts() {
        return of(Action.CONFLICT).toList();
    }

    /** The changes of one action. */
    public Stream<Change> of(Action action) {
        return changes.stream().filter(change -> change.action() == action);
    }

    /** The last line for users. */
    public String summary() {
        return changes.isEmpty() ? "no changes" : changes.size() + " changes";
    }
}
