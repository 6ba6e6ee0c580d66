package org.onemap.division;

import java.util.Objects;
import java.util.Optional;

/**
 * One division: an office, a zone, a grid, or an overlay such as a dedicated grid. Immutable.
 *
 * @param level name of its layer, for instance {@code grid}
 * @param code its code, unique in its level
 * @param name what it is called; empty text where the source gives no name
 * @param parentCode the code that the source names as its parent; the parent need not be there
 */
public record DivisionNode(String level, String code, String name, Optional<String> parentCode) {

    public DivisionNode {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(parentCode, "parentCode");
        if (code.isEmpty()) {
            throw new IllegalArgumentException("a division of level " + level + " needs a code");
        }
    }
}
