package org.onemap.geoserver.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onemap.geoserver.plan.Change.Action;
import org.onemap.geoserver.plan.Change.PropertyChange;

/**
 * Compares a publication with what is there. Confined to one thread.
 *
 * <p>Objects that onemap did not make are named as conflicts and otherwise left alone, unless they are to be adopted.
 * Objects that onemap made and no longer wants are removed.
 */
public final class Differ {

    private final Actual actual;
    private final Set<ObjectKey> owned;
    private final boolean adopt;

    /**
     * A differ.
     *
     * @param owned what onemap made or took over earlier
     * @param adopt whether to take over what it did not make
     */
    public Differ(Actual actual, Set<ObjectKey> owned, boolean adopt) {
        this.actual = actual;
        this.owned = owned;
        this.adopt = adopt;
    }

    /** What must change until everything is as the manifest says. */
    public Plan compare(Manifest wanted) {
        List<Change> changes = new ArrayList<>();
        for (ObjectState object : wanted.objects()) {
            compare(object).ifPresent(changes::add);
        }
        Map<ObjectKey, ObjectState> kept = wanted.byKey();
        owned.stream()
                .filter(key -> !kept.containsKey(key) && key.kind() != Kind.GRID_SET)
                .sorted(Comparator.comparing(ObjectKey::kind).reversed())
                .filter(actual::exists)
                .forEach(key -> changes.add(new Change(Action.REMOVE, key, List.of(), "no longer published")));
        return new Plan(changes);
    }

    private Optional<Change> compare(ObjectState wanted) {
        Optional<ObjectState> found = actual.read(wanted);
        if (found.isEmpty()) {
            return Optional.of(new Change(Action.CREATE, wanted.key(), made(wanted), ""));
        }
        List<PropertyChange> differences = differences(wanted, found.get());
        if (!mayTouch(wanted.key(), differences)) {
            return Optional.of(new Change(
                    Action.CONFLICT,
                    wanted.key(),
                    List.of(),
                    "is there and was not made by onemap; --adopt takes it over"));
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(Action.UPDATE, wanted.key(), differences, ""));
    }

    /** A grid set is shared: one that is as it should be is used, whoever made it. */
    private boolean mayTouch(ObjectKey key, List<PropertyChange> differences) {
        if (adopt || owned.contains(key)) {
            return true;
        }
        return key.kind() == Kind.GRID_SET ? differences.isEmpty() : !key.kind().isOwned();
    }

    private static List<PropertyChange> made(ObjectState wanted) {
        return wanted.properties().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new PropertyChange(entry.getKey(), "", entry.getValue()))
                .toList();
    }

    /** The wanted properties that are otherwise. */
    public static List<PropertyChange> differences(ObjectState wanted, ObjectState found) {
        List<PropertyChange> changes = new ArrayList<>();
        wanted.properties().forEach((name, value) -> {
            if (!found.get(name).equals(value)) {
                changes.add(new PropertyChange(name, found.get(name), value));
            }
        });
        return changes;
    }
}
