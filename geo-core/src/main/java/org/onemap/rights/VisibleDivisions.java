package org.onemap.rights;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A {@link Scope} compiled against the division tree: the codes of every division that it shows, those it names and all
 * below them. One rule for every door: a division is visible by its own code, an element by the code of the division in
 * which it lies. What is above a named division is not visible. Immutable.
 *
 * @param all whether nothing is hidden; then {@code codes} is empty
 * @param codes in ascending order
 */
public record VisibleDivisions(boolean all, NavigableSet<String> codes) {

    public VisibleDivisions {
        codes = Collections.unmodifiableNavigableSet(new TreeSet<>(codes));
    }

    /**
     * Compiles a scope.
     *
     * @param children the codes of the divisions right below one; empty for a lowest one. A code that comes back to itself
     *     does no harm
     */
    public static VisibleDivisions of(Scope scope, Function<String, ? extends Collection<String>> children) {
        if (scope.all()) {
            return new VisibleDivisions(true, Collections.emptyNavigableSet());
        }
        NavigableSet<String> codes = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(scope.divisions());
        while (!open.isEmpty()) {
            String code = open.pop();
            if (codes.add(code)) {
                open.addAll(children.apply(code));
            }
        }
        return new VisibleDivisions(false, codes);
    }

    /** Whether the division of this code is shown. */
    public boolean showsDivision(String code) {
        return all || codes.contains(code);
    }

    /** Whether an element is shown that names this division as the one in which it lies. */
    public boolean showsElement(Optional<String> parentCode) {
        return all || parentCode.filter(codes::contains).isPresent();
    }
}
