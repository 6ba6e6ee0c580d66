package org.onemap.locate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.onemap.division.DivisionNode;

/**
 * Whose a position is, on all levels. Immutable.
 *
 * @param status how it lies to the level that answers
 * @param divisions level name → division, from the top down; levels without an answer are not in it
 * @param overlays the overlay divisions (专属网格 and the like) that cover it, by layer and ascending code
 * @param onBoundary codes of the other divisions of the answering level that share the boundary the position lies on,
 *     ascending
 * @param edgeDistanceM distance in metres to the nearest boundary of the answering level, from inside as from outside;
 *     0 on a boundary; empty only where that level is empty
 */
public record Location(
        Status status,
        Map<String, DivisionNode> divisions,
        List<DivisionNode> overlays,
        List<String> onBoundary,
        OptionalDouble edgeDistanceM) {

    public Location {
        divisions = Collections.unmodifiableMap(new LinkedHashMap<>(divisions));
        overlays = List.copyOf(overlays);
        onBoundary = List.copyOf(onBoundary);
    }

    /** How a position lies to the divisions of the answering level. */
    public enum Status {
        /** In the interior of one. */
        INSIDE("inside"),
        /** On the boundary of one or more. */
        BOUNDARY("boundary"),
        /** In none. */
        OUTSIDE("outside");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The word in every format: {@code inside}, {@code boundary} or {@code outside}. */
        public String label() {
            return label;
        }
    }

    /** The grid (网格). */
    public Optional<DivisionNode> grid() {
        return at("grid");
    }

    /** The zone (片区). */
    public Optional<DivisionNode> zone() {
        return at("zone");
    }

    /** The office (办事处). */
    public Optional<DivisionNode> office() {
        return at("office");
    }

    /** The community (社区). */
    public Optional<DivisionNode> community() {
        return at("community");
    }

    /** The division of this level. */
    public Optional<DivisionNode> at(String level) {
        return Optional.ofNullable(divisions.get(level));
    }
}
