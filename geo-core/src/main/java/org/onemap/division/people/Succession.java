package org.onemap.division.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.onemap.division.life.DivisionKey;
import org.onemap.division.life.Lineage;

/**
 * Where the people of a division go that is split, merged, recoded or abolished, so that no division is without people on
 * its first day. Immutable.
 *
 * <ul>
 *   <li>Split: every part gets all of them; the part with most households goes on with the same assignments, the others
 *       get new ones beside them.
 *   <li>Merged, or abolished into a neighbour: they go along. Of several 网格长 the one stays whose division goes on, else
 *       the one whose division was largest; the others become 副网格长.
 *   <li>Drawn anew by a plan: the people of a division go with its largest part; see {@link #followPlan}.
 *   <li>Recoded: they go along. Abolished without a successor: their assignments end with it.
 * </ul>
 *
 * <p>Posts that have ended stay where they were held.
 */
public final class Succession {

    /** From which share of its households on a division goes on from another one. */
    private static final double CLEAR_SHARE = 0.5;

    private static final Set<Role> LEADING =
            EnumSet.of(Role.OFFICE_LEADER, Role.ZONE_LEADER, Role.LEADER, Role.MICRO_LEADER);

    private final Roster roster;
    private final LocalDate today;
    private final Map<String, List<Assignment>> before = new HashMap<>();
    private final ToDoubleFunction<String> weight;

    /**
     * For these people.
     *
     * @param roster is edited
     * @param today posts that ended before it stay
     * @param weight how large a division of a code was before all
     */
    public Succession(Roster roster, LocalDate today, ToDoubleFunction<String> weight) {
        this.roster = roster;
        this.today = today;
        this.weight = weight;
        roster.list().stream().filter(this::isHeld).forEach(one -> before.computeIfAbsent(
                        one.post().division(), unused -> new ArrayList<>())
                .add(one));
    }

    /** Moves the people along. */
    public void follow(List<Lineage> lineage) {
        Map<Integer, List<Lineage>> edits = new TreeMap<>();
        lineage.forEach(step ->
                edits.computeIfAbsent(step.edit(), unused -> new ArrayList<>()).add(step));
        edits.values().forEach(this::followEdit);
    }

    private void followEdit(List<Lineage> steps) {
        Map<String, List<Lineage>> byFrom = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> !step.from().isEmpty() && step.kind() != Lineage.Kind.ADJUST)
                .forEach(step -> byFrom.computeIfAbsent(step.from(), unused -> new ArrayList<>())
                        .add(step));
        Map<String, String> cameFrom = new HashMap<>();
        byFrom.forEach((from, parts) -> cameFrom.putAll(followDivision(from, parts)));
        cameFrom.keySet().stream()
                .map(code -> roster.get(code).post().division())
                .distinct()
                .toList()
                .forEach(division -> unite(division, cameFrom));
    }

    /** Moves the people of one division; the codes of the assignments that moved, with the division they left. */
    private Map<String, String> followDivision(String from, List<Lineage> parts) {
        List<Assignment> held = held(from);
        List<Lineage> inOrder = new ArrayList<>(parts);
        inOrder.sort(Comparator.comparing((Lineage step) -> !step.to().equals(from))
                .thenComparing(step -> -step.householdShare())
                .thenComparing(Lineage::to));
        String heir = inOrder.get(0).to();
        Map<String, String> moved = new HashMap<>();
        for (Assignment one : held) {
            if (heir.isEmpty()) {
                roster.retire(one.code());
            } else if (!heir.equals(from)) {
                moved.put(one.code(), from);
                roster.put(one.in(heir));
            }
        }
        inOrder.stream().skip(1).forEach(step -> copy(held, step.to()));
        return moved;
    }

    private List<Assignment> held(String division) {
        return roster.of(division).stream().filter(this::isHeld).toList();
    }

    private boolean isHeld(Assignment one) {
        return one.term().to().map(today::isBefore).orElse(true);
    }

    /**
     * Moves the people along with divisions that are drawn anew: those of a division go with its largest part, since its
     * other parts go to divisions that have people.
     *
     * <p>A division that is then without a leader is given the people of its main predecessor beside what these hold
     * already, if at least half of its households came from there: a person may hold posts in several divisions until
     * somebody decides. Where it has other people, the leader alone is given. Without such a predecessor the post stays
     * open.
     *
     * @param lineage all steps of the change, each with its share of the division that it leads from
     */
    public void followPlan(List<Lineage> lineage) {
        Map<DivisionKey, Lineage> heirs = new LinkedHashMap<>();
        lineage.stream()
                .filter(step -> !step.from().isEmpty())
                .forEach(step -> heirs.merge(
                        new DivisionKey(step.level(), step.from()),
                        step,
                        (one, other) -> other.householdShare() > one.householdShare() ? other : one));
        follow(List.copyOf(heirs.values()));
        fillVacancies(lineage);
    }

    private void fillVacancies(List<Lineage> lineage) {
        Map<DivisionKey, List<Lineage>> byTo = new LinkedHashMap<>();
        lineage.stream()
                .filter(step -> !step.from().isEmpty() && !step.to().isEmpty())
                .forEach(step -> byTo.computeIfAbsent(
                                new DivisionKey(step.level(), step.to()), unused -> new ArrayList<>())
                        .add(step));
        byTo.forEach((division, steps) -> fill(division.code(), steps));
    }

    private void fill(String division, List<Lineage> steps) {
        List<Assignment> held = held(division);
        if (held.stream().anyMatch(Succession::leads)) {
            return;
        }
        double all = steps.stream().mapToDouble(this::load).sum();
        Lineage main =
                steps.stream().max(Comparator.comparingDouble(this::load)).orElseThrow();
        boolean clear = all > 0 ? load(main) >= CLEAR_SHARE * all : steps.size() == 1;
        List<Assignment> people = before.getOrDefault(main.from(), List.of());
        if (clear && people.stream().anyMatch(Succession::leads)) {
            copy(
                    held.isEmpty()
                            ? people
                            : people.stream().filter(Succession::leads).toList(),
                    division);
        }
    }

    /** How much came over by a step, in the measure of the weights. */
    private double load(Lineage step) {
        return weight.applyAsDouble(step.from()) * step.householdShare();
    }

    private static boolean leads(Assignment one) {
        return LEADING.contains(one.post().role());
    }

    private void copy(List<Assignment> held, String to) {
        Map<String, String> copies = new HashMap<>();
        for (Assignment one : held) {
            if (!one.isSubstitute()) {
                copies.put(one.code(), roster.put(one.withCode("").in(to)).code());
            }
        }
        for (Assignment one : held) {
            String first = copies.get(one.details().standsInFor());
            if (one.isSubstitute() && first != null) {
                roster.put(one.withCode("").in(to).standingInFor(first));
            }
        }
    }

    /** Makes the people of several divisions those of one: no post twice, one 网格长. */
    private void unite(String division, Map<String, String> cameFrom) {
        List<Assignment> inOrder = new ArrayList<>(held(division));
        inOrder.sort(Comparator.comparing((Assignment one) -> cameFrom.containsKey(one.code()))
                .thenComparing(one -> -weight.applyAsDouble(cameFrom.getOrDefault(one.code(), division)))
                .thenComparing(Assignment::code));
        Map<String, Assignment> kept = new HashMap<>();
        String leader = "";
        for (Assignment one : inOrder) {
            String post = one.person() + "\t" + one.post().role() + "\t"
                    + one.details().phone().shown(true);
            Assignment same = kept.putIfAbsent(post, one);
            if (same != null) {
                roster.retire(one.code());
                substitutes(one).forEach(other -> roster.put(other.standingInFor(same.code())));
            } else if (one.post().role() == Role.LEADER && !one.isSubstitute()) {
                if (leader.isEmpty()) {
                    leader = one.code();
                } else {
                    roster.put(one.as(Role.DEPUTY_LEADER));
                    substitutes(one).forEach(other -> roster.put(other.as(Role.DEPUTY_LEADER)));
                }
            }
        }
    }

    private List<Assignment> substitutes(Assignment first) {
        return roster.of(first.post().division()).stream()
                .filter(one -> one.details().standsInFor().equals(first.code()))
                .toList();
    }
}
