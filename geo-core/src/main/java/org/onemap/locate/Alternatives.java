package org.onemap.locate;

import java.util.List;
import java.util.Optional;
import org.onemap.division.DivisionNode;

/**
 * Where a position of limited accuracy may really lie. Immutable. The probabilities of all divisions and that of lying
 * outside add up to 1.
 *
 * @param divisions those of the answering level with a probability above one in a million, the most probable first, of
 *     equals the lowest code
 * @param outside the probability of lying in none
 */
public record Alternatives(List<Alternative> divisions, double outside) {

    /** Positions may be this inaccurate at most, in metres. */
    public static final double MOST_ACCURACY_M = 5_000;

    public Alternatives {
        divisions = List.copyOf(divisions);
    }

    /**
     * One of them.
     *
     * @param division the division
     * @param probability of lying in it, 0 to 1
     */
    public record Alternative(DivisionNode division, double probability) {}

    /** The probability of a division; 0 if it is none of them. */
    public double probability(String code) {
        Optional<Alternative> found = divisions.stream()
                .filter(one -> one.division().code().equals(code))
                .findFirst();
        return found.map(Alternative::probability).orElse(0.0);
    }
}
