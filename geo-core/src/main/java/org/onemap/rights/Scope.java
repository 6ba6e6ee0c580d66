package org.onemap.rights;

import java.util.Set;

/**
 * The divisions whose rows a principal may see. Immutable. Row filters are compiled from it once, by the store.
 *
 * @param all whether nothing is hidden; then {@code divisions} is empty
 * @param divisions codes of the visible divisions, each with all that lies below it
 */
public record Scope(boolean all, Set<String> divisions) {

    private static final Scope EVERYTHING = new Scope(true, Set.of());

    public Scope {
        divisions = Set.copyOf(divisions);
        if (all && !divisions.isEmpty()) {
            throw new IllegalArgumentException("a scope over everything names no divisions: " + divisions);
        }
    }

    /** The scope that hides nothing. */
    public static Scope everything() {
        return EVERYTHING;
    }
}
