package org.onemap.division.check;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A division tree to be checked: as it stands in a store, or as a draft would make it. Immutable.
 *
 * @param levels the levels, in any order
 * @param elements what lies in them
 * @param yearlyChange share of the divisions that changed within a year, where the history is known
 * @param day the day whose posts count
 */
public record CheckInput(List<Level> levels, Elements elements, OptionalDouble yearlyChange, LocalDate day) {

    public CheckInput {
        levels = List.copyOf(levels);
    }

    /** The level directly above, if it is there. */
    public Optional<Level> findParent(Level level) {
        return level.layer().parentLayer().flatMap(this::findLevel);
    }

    /** The level of this layer. */
    public Optional<Level> findLevel(String layer) {
        return levels.stream()
                .filter(level -> level.layer().name().equals(layer))
                .findFirst();
    }

    /** The levels that have none below them. */
    public List<Level> leaves() {
        return levels.stream()
                .filter(level -> levels.stream().noneMatch(other -> other.layer()
                        .parentLayer()
                        .equals(Optional.of(level.layer().name()))))
                .toList();
    }

    /** The levels whose people and loads are judged: grids, and the lowest levels where there are none. */
    public List<Level> working() {
        List<Level> grids = levels.stream()
                .filter(level -> level.layer().name().equals("grid"))
                .toList();
        return grids.isEmpty() ? leaves() : grids;
    }

    /** The divisions of a level by code. */
    static Map<String, Division> byCode(Level level) {
        Map<String, Division> found = new HashMap<>();
        level.divisions().forEach(division -> found.putIfAbsent(division.code(), division));
        return found;
    }
}
