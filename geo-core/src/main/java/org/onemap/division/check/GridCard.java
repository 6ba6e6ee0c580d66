package org.onemap.division.check;

import java.util.List;
import java.util.OptionalInt;
import org.onemap.division.people.Assignment;

/**
 * 四定 of one grid: how well each of the four is settled, from 0 to 100. Immutable.
 *
 * @param layer its level
 * @param division the grid
 * @param scores the four scores
 * @param people who holds a post there on the day, the 网格长 first
 * @param findings positions of its findings in {@link CheckResult#findings()}
 */
public record GridCard(
        String layer, Division division, Scores scores, List<Assignment> people, List<Integer> findings) {

    public GridCard {
        people = List.copyOf(people);
        findings = List.copyOf(findings);
    }

    /** The 网格长 in office; empty text for none. */
    public String leader() {
        return people.stream()
                .filter(PeopleRule::isLeader)
                .findFirst()
                .map(Assignment::person)
                .orElse("");
    }

    /**
     * The four scores; empty where the data for it is missing.
     *
     * @param shape 定格: area and border
     * @param people 定员: leader and full-time worker
     * @param duties 定责: matters laid down
     * @param posts 定岗: posts, telephone numbers and terms in order
     */
    public record Scores(int shape, OptionalInt people, OptionalInt duties, OptionalInt posts) {

        /** The mean of those that are known. */
        public int total() {
            int sum = shape;
            int count = 1;
            for (OptionalInt one : List.of(people, duties, posts)) {
                if (one.isPresent()) {
                    sum += one.getAsInt();
                    count++;
                }
            }
            return Math.round((float) sum / count);
        }
    }
}
