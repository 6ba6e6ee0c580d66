package org.onemap.api.divisions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.onemap.division.DivisionTree;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;

/**
 * A code that was in force and is no more, whoever took it out of use: an edit, a plan, or an import without lineage.
 * Immutable.
 *
 * @param level its level
 * @param until the first day on which it was no more
 */
record Retired(String level, LocalDate until) {

    /**
     * The division of a code that ended last, as far as a day knows.
     *
     * @param level only of this level; empty for any of the tree
     */
    static Optional<Retired> find(
            ReadView view, DivisionTree tree, Optional<String> level, String code, LocalDate day) {
        Stream<String> levels =
                level.isPresent() ? level.stream() : tree.levels().stream().map(Layer::name);
        return levels.flatMap(name -> view.findEnd(Principal.anonymous(), name, code, day).stream()
                        .map(end -> new Retired(name, end)))
                .max(Comparator.comparing(Retired::until));
    }

    /** The last day on which it was in force. */
    LocalDate lastDay() {
        return until.minusDays(1);
    }
}
