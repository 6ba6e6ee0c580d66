package org.onemap.division.partition;

/**
 * What a nested search strives for. Immutable.
 *
 * @param tolerance relative deviation of a leaf that costs nothing: 0 for loads as equal as can be, 0.05 for shorter
 *     boundaries instead
 * @param effort 1 is the default number of steps; 0.5 halves time and steps
 */
public record NestedSettings(double tolerance, double effort) {

    public NestedSettings {
        if (!(tolerance >= 0 && tolerance < 1) || !(effort > 0)) {
            throw new IllegalArgumentException("tolerance " + tolerance + ", effort " + effort);
        }
    }

    /** Loads as equal as can be. */
    public static NestedSettings equal() {
        return new NestedSettings(0, 1);
    }

    /** Short boundaries with every leaf within this relative deviation. */
    public static NestedSettings within(double tolerance) {
        return new NestedSettings(tolerance, 1);
    }
}
