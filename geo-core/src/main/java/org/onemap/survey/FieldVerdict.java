package org.onemap.survey;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the sample in the field says. Immutable. Shares are empty where nothing was looked at.
 *
 * @param counts what was found
 * @param positions errors of position, by class of accuracy
 */
public record FieldVerdict(Counts counts, List<Positions> positions) {

    public FieldVerdict {
        positions = List.copyOf(positions);
    }

    /**
     * How many parts. Parts that the field looked at but the sample has not are counted nowhere but in {@code beside}.
     *
     * @param looked parts of the sample that were looked at
     * @param unlooked parts of the sample that were not
     * @param faults with a wrong attribute
     * @param surplus not there on the ground
     * @param omitted on the ground, not in the survey
     * @param beside rows for parts outside the sample, which do not count
     */
    public record Counts(int looked, int unlooked, int faults, int surplus, int omitted, int beside) {}

    /**
     * Errors of position in a class of accuracy.
     *
     * @param accuracy A, B or C; parts without one are A
     * @param measured how many were measured anew
     * @param within how many are within the greatest error allowed
     * @param rmsM root of the mean square error, √(Σd²/n), in metres
     * @param greatestM the greatest error in metres
     */
    public record Positions(String accuracy, int measured, int within, double rmsM, double greatestM) {}

    /** Omitted parts among all that the ground has. */
    public OptionalDouble omissionShare() {
        return share(counts.omitted(), counts.looked() - counts.surplus() + counts.omitted());
    }

    /** Parts that the ground has not, among those that were looked at. */
    public OptionalDouble surplusShare() {
        return share(counts.surplus(), counts.looked());
    }

    /** Parts with right attributes among those that are there. */
    public OptionalDouble attributeShare() {
        int there = counts.looked() - counts.surplus();
        return share(there - counts.faults(), there);
    }

    /** Parts within the greatest error allowed, among those measured. */
    public OptionalDouble positionShare() {
        return share(
                positions.stream().mapToInt(Positions::within).sum(),
                positions.stream().mapToInt(Positions::measured).sum());
    }

    private static OptionalDouble share(int part, int all) {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
    }
}
