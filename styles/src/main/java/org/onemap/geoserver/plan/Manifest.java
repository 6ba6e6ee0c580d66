package org.onemap.geoserver.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A whole publication: every object that onemap wants in the workspace, in the order of writing. Immutable.
 *
 * @param title what users read about it: the theme and the store's change number
 * @param objects each key once
 */
public record Manifest(String title, List<ObjectState> objects) {

    public Manifest {
        objects = List.copyOf(objects);
    }

    /** The object of this key. */
    public Optional<ObjectState> find(ObjectKey key) {
        return objects.stream().filter(object -> object.key().equals(key)).findFirst();
    }

    /** All objects of a kind, in order. */
    public List<ObjectState> list(Kind kind) {
        return objects.stream().filter(object -> object.key().kind() == kind).toList();
    }

    /** The objects by key. */
    public Map<ObjectKey, ObjectState> byKey() {
        return objects.stream().collect(Collectors.toMap(ObjectState::key, Function.identity()));
    }

    /** Whether both want the same, whatever their titles. */
    public boolean wantsSameAs(Manifest other) {
        return byKey().equals(other.byKey());
    }
}
