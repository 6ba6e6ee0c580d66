package org.onemap.locate;

import java.util.List;
import java.util.Optional;

/**
 * Where a position falls at one level. Immutable.
 *
 * @param covering codes of all divisions that cover the position, ascending; empty outside
 * @param onBoundary whether the position lies on the boundary of one of them
 */
public record DivisionHit(List<String> covering, boolean onBoundary) {

    public DivisionHit {
        covering = List.copyOf(covering);
    }

    /** The one that answers: the lowest code. */
    public Optional<String> winner() {
        return covering.isEmpty() ? Optional.empty() : Optional.of(covering.get(0));
    }
}
