package org.onemap.division.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.onemap.division.check.GridCard.Scores;
import org.onemap.division.people.Assignment;

/**
 * Sums up the findings of each working grid. An error takes 30 points and a warning 10, never below 0; a missing leader
 * takes 60 and a missing full-time worker 40 of 定员.
 */
final class GridCards {

    private static final Set<String> OF_POSTS = Set.of("phone", "vacancy", "too-many-grids");

    private final CheckInput input;
    private final List<Finding> findings;

    GridCards(CheckInput input, List<Finding> findings) {
        this.input = input;
        this.findings = findings;
    }

    List<GridCard> list() {
        Map<String, List<Integer>> byGrid = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            for (String code : findings.get(i).subject().codes()) {
                byGrid.computeIfAbsent(findings.get(i).subject().layer() + " " + code, unused -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<String, List<Assignment>> posts = new HashMap<>();
        input.elements().posts().orElse(List.of()).stream()
                .filter(post -> post.term().covers(input.day()))
                .forEach(post -> posts.computeIfAbsent(post.post().division(), unused -> new ArrayList<>())
                        .add(post));
        List<GridCard> cards = new ArrayList<>();
        for (Level level : input.working()) {
            level.divisions().stream()
                    .sorted(Comparator.comparing(Division::code))
                    .forEach(grid -> cards.add(card(
                            level,
                            grid,
                            byGrid.getOrDefault(level.layer().name() + " " + grid.code(), List.of()),
                            posts.getOrDefault(grid.code(), List.of()))));
        }
        return cards;
    }

    private GridCard card(Level level, Division grid, List<Integer> concerned, List<Assignment> held) {
        boolean known = input.elements().posts().isPresent();
        Scores scores = new Scores(
                score(concerned, finding -> finding.rule() != Rule.R16),
                known ? OptionalInt.of(people(held)) : OptionalInt.empty(),
                duties(held),
                known
                        ? OptionalInt.of(held.isEmpty() ? 0 : score(concerned, one -> OF_POSTS.contains(one.defect())))
                        : OptionalInt.empty());
        return new GridCard(
                level.layer().name(),
                grid,
                scores,
                held.stream().sorted(Assignment.IN_ORDER).toList(),
                concerned);
    }

    private int score(List<Integer> concerned, java.util.function.Predicate<Finding> counted) {
        int score = 100;
        for (int position : concerned) {
            Finding finding = findings.get(position);
            if (counted.test(finding)) {
                score -= switch (finding.severity()) {
                    case ERROR -> 30;
                    case WARNING -> 10;
                    case INFO -> 0;
                };
            }
        }
        return Math.max(0, score);
    }

    private static int people(List<Assignment> held) {
        return (held.stream().anyMatch(PeopleRule::isLeader) ? 60 : 0)
                + (held.stream().anyMatch(PeopleRule::isFullTime) ? 40 : 0);
    }

    private OptionalInt duties(List<Assignment> held) {
        boolean known = input.elements().posts().orElse(List.of()).stream()
                .anyMatch(post -> !post.details().matters().isEmpty());
        if (!known) {
            return OptionalInt.empty();
        }
        long settled = held.stream()
                .filter(post -> !post.details().matters().isEmpty())
                .count();
        return OptionalInt.of(held.isEmpty() ? 0 : Math.round(100f * settled / held.size()));
    }
}
