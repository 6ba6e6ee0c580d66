package org.onemap.division.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What must hold of assignments: the division is there, one 网格长 at a time, no B岗 without its A岗, no term twice.
 * Stateless.
 *
 * <p>Only assignments that change are judged, so that an old fault elsewhere hinders nobody; they are judged beside all.
 */
public final class AssignmentRules {

    private AssignmentRules() {}

    /** Whether a division is there. */
    public enum Known {
        CURRENT,
        RETIRED,
        NEVER
    }

    /**
     * What is wrong.
     *
     * @param all the assignments as they are to be
     * @param changed codes of those that are new or differ
     * @param divisions whether the division of a code is there
     * @param leaders how many 网格长 a division may have at a time, usually 1
     * @return one sentence each, naming the assignment and the way out; empty if all holds
     */
    public static List<String> problems(
            Collection<Assignment> all, Set<String> changed, Function<String, Known> divisions, int leaders) {
        Map<String, Assignment> byCode = new HashMap<>();
        Map<String, List<Assignment>> byDivision = new HashMap<>();
        Map<String, List<Assignment>> substitutes = new HashMap<>();
        for (Assignment one : all) {
            byCode.put(one.code(), one);
            byDivision
                    .computeIfAbsent(one.post().division(), unused -> new ArrayList<>())
                    .add(one);
            substitutes
                    .computeIfAbsent(one.details().standsInFor(), unused -> new ArrayList<>())
                    .add(one);
        }
        List<String> problems = new ArrayList<>();
        for (Assignment one : all) {
            if (changed.contains(one.code())) {
                problems.addAll(ofItself(one, divisions));
                List<Assignment> beside = byDivision.getOrDefault(one.post().division(), List.of());
                problems.addAll(besideOthers(one, beside, leaders));
                problems.addAll(ofSubstitute(one, byCode));
                substitutes.getOrDefault(one.code(), List.of()).stream()
                        .filter(other -> !changed.contains(other.code()))
                        .forEach(other -> problems.addAll(ofSubstitute(other, byCode)));
            }
        }
        return problems;
    }

    private static List<String> ofItself(Assignment one, Function<String, Known> divisions) {
        List<String> problems = new ArrayList<>();
        String division = one.post().division();
        if (one.person().isBlank()) {
            problems.add(one + ": the person has no name");
        }
        if (one.term().to().filter(to -> !to.isAfter(one.term().from())).isPresent()) {
            problems.add(one + ": the term ends on or before its first day; --until is the day after the last");
        }
        if (one.term().to().isEmpty() || divisions.apply(division) == Known.NEVER) {
            switch (divisions.apply(division)) {
                case CURRENT -> {}
                case RETIRED ->
                    problems.add(one + ": " + division
                            + " is retired (作废); onemap division register shows what took its place");
                case NEVER ->
                    problems.add(
                            one + ": no division has the code " + division + "; list them with: onemap division list");
            }
        }
        return problems;
    }

    private static List<String> besideOthers(Assignment one, List<Assignment> beside, int leaders) {
        List<String> problems = new ArrayList<>();
        List<Assignment> others = beside.stream()
                .filter(other ->
                        !other.code().equals(one.code()) && other.term().overlaps(one.term()))
                .toList();
        others.stream()
                .filter(other -> other.person().equals(one.person())
                        && other.post().role() == one.post().role()
                        && other.details().phone().equals(one.details().phone()))
                .findFirst()
                .ifPresent(other -> problems.add(one + ": the same person holds this post already: " + other
                        + "; end that first, or begin when it ends"));
        if (one.post().role() == Role.LEADER && !one.isSubstitute()) {
            List<Assignment> held = others.stream()
                    .filter(other -> other.post().role() == Role.LEADER && !other.isSubstitute())
                    .toList();
            if (held.size() >= leaders) {
                problems.add(one + ": " + one.post().division() + " has " + (leaders == 1 ? "a 网格长" : leaders + " 网格长")
                        + " in this time: " + held.get(0) + "; end that first, or make one the B岗 of the other");
            }
        }
        return problems;
    }

    private static List<String> ofSubstitute(Assignment one, Map<String, Assignment> byCode) {
        if (!one.isSubstitute()) {
            return List.of();
        }
        Assignment first = byCode.get(one.details().standsInFor());
        String way = "; name the A岗 that is held in this time, or end the B岗 too";
        if (first == null) {
            return List.of(
                    one + ": it stands in for " + one.details().standsInFor() + ", which is no assignment" + way);
        }
        List<String> problems = new ArrayList<>();
        if (!first.post().division().equals(one.post().division())) {
            problems.add(one + ": it stands in for " + first + ", which is of another division" + way);
        }
        if (first.isSubstitute() || first.person().equals(one.person())) {
            problems.add(one + ": it stands in for " + first + ", which "
                    + (first.isSubstitute() ? "is a B岗 itself" : "is the same person") + way);
        }
        boolean outlives = first.term().to().isPresent()
                && (one.term().to().isEmpty()
                        || one.term().to().get().isAfter(first.term().to().get()));
        if (outlives || one.term().from().isBefore(first.term().from())) {
            problems.add(one + ": the B岗 is held without its A岗 " + first + way);
        }
        return problems;
    }
}
