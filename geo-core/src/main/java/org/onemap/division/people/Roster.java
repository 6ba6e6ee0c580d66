package org.onemap.division.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.code.ChildCodes;

/** The assignments while they are edited. Confined to one thread. */
public final class Roster {

    private static final String PREFIX = "RY";
    private static final int DIGITS = 6;

    private final Map<String, Assignment> assignments = new TreeMap<>();
    private final Map<String, Assignment> before;
    private final Set<String> retired = new LinkedHashSet<>();
    private final ChildCodes codes;

    /**
     * Starts to edit.
     *
     * @param current the assignments as they are
     * @param usedCodes all codes that assignments ever had
     */
    public Roster(Collection<Assignment> current, Collection<String> usedCodes) {
        current.forEach(one -> assignments.put(one.code(), one));
        this.before = Map.copyOf(assignments);
        this.codes = new ChildCodes(usedCodes);
    }

    /** All as they stand, by code. */
    public List<Assignment> list() {
        return List.copyOf(assignments.values());
    }

    /** Those of a division as they stand, by code. */
    public List<Assignment> of(String division) {
        return assignments.values().stream()
                .filter(one -> one.post().division().equals(division))
                .toList();
    }

    /**
     * The assignment of this code.
     *
     * @throws NotFound if there is none
     */
    public Assignment get(String code) {
        return Optional.ofNullable(assignments.get(code))
                .orElseThrow(() -> new NotFound("no assignment has the code " + code
                        + "; onemap people who DIVISION lists those of a division"));
    }

    /** Adds one, under the next code if it has none, or puts it in the place of the one of its code. */
    public Assignment put(Assignment one) {
        Assignment coded = one.code().isEmpty() ? one.withCode(codes.next(PREFIX, DIGITS)) : one;
        assignments.put(coded.code(), coded);
        return coded;
    }

    /**
     * Ends one.
     *
     * @param day the day after its last
     * @throws InvalidInput if it ended before
     */
    public Assignment end(String code, LocalDate day) {
        Assignment one = get(code);
        if (one.term().to().filter(to -> !to.isAfter(day)).isPresent()) {
            throw new InvalidInput(one + " has ended already");
        }
        return put(one.until(day));
    }

    void retire(String code) {
        assignments.remove(code);
        if (before.containsKey(code)) {
            retired.add(code);
        }
    }

    /** Those that are new or differ, by code. */
    public Map<String, Assignment> changed() {
        Map<String, Assignment> changed = new LinkedHashMap<>();
        assignments.forEach((code, one) -> {
            if (!one.equals(before.get(code))) {
                changed.put(code, one);
            }
        });
        return changed;
    }

    /** Codes of those that went with their division. */
    public Set<String> retired() {
        return Set.copyOf(retired);
    }
}
