package org.onemap.locate;

import java.util.Collection;
import java.util.OptionalDouble;
import org.onemap.crs.Cgcs2000;

/** Distance to the nearest boundary of a level. Immutable. */
final class BoundaryIndex {

    BoundaryIndex(Collection<DivisionShape> shapes) {}

    OptionalDouble distanceM(Cgcs2000 position) {
        return OptionalDouble.empty();
    }
}
